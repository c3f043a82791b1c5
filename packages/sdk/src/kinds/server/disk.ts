import { type Issue, issue } from '../../errors/index.js';
import { fittingSizes, type NativeSize } from '../../sizes/index.js';

type Values = Readonly<Record<string, unknown>>;

/** The root disk with which a server goes into a change of its size. */
export interface RootDisk {
  /** GiB. Where the user said "at least so many", these words are all that is known. */
  gib: number;
  /** The size that the server has; undefined when the cloud no longer lists it. */
  from: NativeSize | undefined;
  /** It did not come with that size: it is a volume, and no size minds it. */
  apart: boolean;
}

/** What a server boots from: its image, on the disk that comes with the size, or a volume of its own. */
export type BootFrom = 'image' | 'volume';

/** The root disk of what is there; null for a new server, or where it is not known. */
export function rootDisk(prior: Values | null, from: NativeSize | undefined): RootDisk | null {
  const gib = prior?.['diskGib'];
  if (typeof gib !== 'number') return null;
  const said = prior?.['bootFrom'] as BootFrom | null | undefined;
  // After a change of size a volume may be smaller than the disk that the size has for others: only the cloud knows then.
  const apart = said ? said === 'volume' : from !== undefined && (from.diskGib === null || from.diskGib < gib);
  return { gib, from, apart };
}

/**
 * What a new server of that size boots from; null where the cloud knows no such difference.
 *
 * @param wantedGib root disk that is asked for, GiB
 */
export function bootFrom({ diskGib, largerDisk }: NativeSize, wantedGib: number | null | undefined): BootFrom | null {
  if (largerDisk !== 'volume') return null;
  return diskGib === null || (wantedGib ?? 0) > diskGib ? 'volume' : 'image';
}

/** Whether a server with that root disk can change to `size`. Disks never shrink, at no cloud. */
export function holds(size: NativeSize, disk: RootDisk | null): boolean {
  if (!disk || disk.apart || size.diskOnResize === undefined) return true;
  // Of a size that is not listed, the disk may be a volume; where a late refusal stops nothing, it gets the benefit of the doubt.
  if (!disk.from && size.diskOnResize === 'grows') return true;
  return (size.diskGib ?? 0) >= disk.gib;
}

/** Root disk after a change to `size`, GiB; null where it is chosen apart and not known. */
export function diskAfter(size: NativeSize, disk: RootDisk | null): number | null {
  if (!disk) return size.diskGib;
  return size.diskOnResize === 'grows' && !disk.apart ? (size.diskGib ?? disk.gib) : disk.gib;
}

/**
 * What is to be said of a change to `size` in place, which a new server would have no trouble with.
 *
 * @param said `disk_gib` as the user gave it: the disk may be larger than that, and nothing but the cloud's refusal would tell
 */
export function diskIssues(
  size: NativeSize,
  disk: RootDisk | null,
  said: number | null,
  sizes: readonly NativeSize[],
): Issue[] {
  if (!disk) return [];
  const has = size.diskGib === null ? 'comes without one' : `has one of ${size.diskGib} GiB`;
  if (!holds(size, disk)) {
    return [
      issue('invalid', 'size', `the root disk has ${disk.gib} GiB and cannot shrink; ${size.id} ${has}`, [
        ...larger(size, disk.gib, sizes),
        'or make the server anew (`terraform apply -replace=…`), which begins with a fresh disk',
      ]),
    ];
  }
  const most = disk.from?.diskGib ?? 0;
  if (said === null || disk.apart || size.diskOnResize === undefined || (size.diskGib ?? 0) >= most) return [];
  const doubt = `the cloud refuses this if the root disk is larger than ${size.diskGib ?? 0} GiB, and it may have up to ${most}`;
  return [{ ...issue('conflict', 'size', doubt), severity: 'warning' }];
}

function larger({ vcpus, memoryGib, architecture }: NativeSize, diskGib: number, all: readonly NativeSize[]): string[] {
  const fitting = fittingSizes(all, { size: null, vcpus, memoryGib, diskGib, architecture });
  const names = fitting.filter((one) => one.diskGib !== null && one.available !== false && !one.deprecated);
  const such = names
    .slice(0, 3)
    .map((one) => `${one.id} (${one.diskGib} GiB)`)
    .join(', ');
  return such ? [`use a size with a root disk of at least ${diskGib} GiB: ${such}`] : [];
}
