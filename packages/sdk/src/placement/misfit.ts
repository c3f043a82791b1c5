import type { Offer } from '../catalogue/index.js';
import type { Measure } from '../sizes/index.js';
import type { Reason } from './placement.js';

/** Why an offer is not what was asked for; undefined where it is. */
export type Misfit = (offer: Offer) => Reason | undefined;

/** What keeps a size from being what was asked for. Of ten thousand most lack one of a few things: each is said once. */
export function misfitBy(measure: Measure): Misfit {
  if ('id' in measure) {
    const other = ofSize(`is not ${measure.id}`);
    return ({ size }) => (size === measure.id ? undefined : other);
  }
  const { architecture: kind, vcpus: cores, memoryGib: memory, diskGib: disk, dedicated } = measure;
  const otherKind = once((its: string) => `is ${its}; ${kind} is wanted`);
  const fewCores = once((has: number) => `has ${has} vCPU; ${cores} are wanted`);
  const littleMemory = once((has: number) => `has ${has} GiB of memory; ${memory} are wanted`);
  const smallDisk = once((has: number) => `has a disk of ${has} GiB; ${disk} are wanted`);
  const shared = ofSize('has no dedicated cores, or does not say so');
  return ({ vcpus, memoryGib, diskGib, largerDisk, architecture, cpu }) => {
    if (architecture !== kind) return otherKind(architecture);
    if (vcpus < cores) return fewCores(vcpus);
    if (memoryGib < memory) return littleMemory(memoryGib);
    if (dedicated && cpu !== 'dedicated') return shared;
    // Where the disk is chosen apart from the size, or can be larger, any disk can be had.
    if (diskGib !== null && !largerDisk && diskGib < disk) return smallDisk(diskGib);
    return undefined;
  };
}

const ofSize = (because: string): Reason => ({ about: 'size', because });

function once<T>(say: (has: T) => string): (has: T) => Reason {
  const said = new Map<T, Reason>();
  return (has) => {
    const before = said.get(has);
    if (before) return before;
    const reason = ofSize(say(has));
    said.set(has, reason);
    return reason;
  };
}

/** How much an offer has beyond what is asked, as a share of it. */
export function waste({ vcpus, memoryGib }: Offer, measure: Measure): number {
  if ('id' in measure) return 0;
  return vcpus / Math.max(measure.vcpus, 1) + memoryGib / Math.max(measure.memoryGib, 1) - 2;
}
