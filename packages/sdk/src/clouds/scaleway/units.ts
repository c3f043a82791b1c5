const GIB = 2 ** 30;
/** Block volumes come in whole gigabytes of 10^9 bytes (types of `@scaleway/sdk-block` 1.x, Volume size, read 2026-11). */
const GB = 1e9;

/** The smallest size that Scaleway sells with at least so many GiB, bytes. */
export function sellableBytes(gib: number): number {
  return Math.ceil((gib * GIB) / GB) * GB;
}

/** Whole GiB in so many bytes. {@link sellableBytes} adds less than one GiB, so it gives back what was wanted. */
export function wholeGib(bytes: number): number {
  return Math.floor(bytes / GIB);
}

/** GiB in so many bytes of memory. */
export function memoryGib(bytes: number): number {
  return Math.round((bytes / GIB) * 100) / 100;
}
