import type { Spot } from '../places/index.js';

/** The spots without those that are there already: what has none left has none the second time. */
export function distinct<S extends Spot>(spots: readonly S[]): S[] {
  return [...new Map([...spots].reverse().map((spot) => [spotName(spot), spot])).values()].reverse();
}

/** What a spot says of a specification. */
export function wordsOf({ region, size }: Spot): { region: string; size?: string } {
  return { region, ...(size != null && { size }) };
}

/**
 * A spot as people read it: cloud, region and, where there is one, size.
 *
 * @example
 * spotName({ cloud: 'hetzner', region: 'fsn1', size: 'cx22' }); // 'hetzner fsn1 cx22'
 */
export function spotName({ cloud, region, size }: Spot): string {
  return [cloud, region, size].filter((word) => word != null).join(' ');
}

export function cloudsOf(spots: readonly Spot[]): string[] {
  return [...new Set(spots.map(({ cloud }) => cloud))];
}
