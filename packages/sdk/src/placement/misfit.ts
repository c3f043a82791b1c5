import type { Offer } from '../catalogue/index.js';
import type { Measure } from '../sizes/index.js';

/** Why an offer is not what was asked for; undefined where it is. */
export function misfit(offer: Offer, measure: Measure): string | undefined {
  const { size, vcpus, memoryGib, diskGib, largerDisk, architecture, cpu } = offer;
  if ('id' in measure) return size === measure.id ? undefined : `is not ${measure.id}`;
  if (architecture !== measure.architecture) return `is ${architecture}; ${measure.architecture} is wanted`;
  if (vcpus < measure.vcpus) return `has ${vcpus} vCPU; ${measure.vcpus} are wanted`;
  if (memoryGib < measure.memoryGib) return `has ${memoryGib} GiB of memory; ${measure.memoryGib} are wanted`;
  if (measure.dedicated && cpu !== 'dedicated') return 'has no dedicated cores, or does not say so';
  // Where the disk is chosen apart from the size, or can be larger, any disk can be had.
  if (diskGib !== null && !largerDisk && diskGib < measure.diskGib)
    return `has a disk of ${diskGib} GiB; ${measure.diskGib} are wanted`;
  return undefined;
}

/** How much an offer has beyond what is asked, as a share of it. */
export function waste({ vcpus, memoryGib }: Offer, measure: Measure): number {
  if ('id' in measure) return 0;
  return vcpus / Math.max(measure.vcpus, 1) + memoryGib / Math.max(measure.memoryGib, 1) - 2;
}
