import { type ClaimSet, claimSet } from './claim-set.js';
import type { CloudRecord } from './record.js';
import { ALIASES, RECORDS } from './registry.js';

/**
 * What is known of one cloud; undefined where nothing is.
 *
 * @example
 * const hetzner = await claimsOf('hetzner');
 * hetzner?.control?.contractingEntity.country; // 'DE'
 */
export async function claimsOf(cloud: string): Promise<CloudRecord | undefined> {
  const id = Object.hasOwn(ALIASES, cloud) ? ALIASES[cloud]! : cloud;
  return Object.hasOwn(RECORDS, id) ? RECORDS[id]?.() : undefined;
}

/**
 * What is known of every cloud.
 *
 * @example
 * (await allClaims()).map(({ cloud }) => cloud);
 */
export function allClaims(): Promise<CloudRecord[]> {
  return Promise.all(Object.values(RECORDS).map((load) => load()));
}

export interface LoadOptions {
  /** Files of your own (YAML or JSON) that add, replace or withdraw; a later one is laid over an earlier one. */
  overlay?: string | readonly string[];
}

/**
 * What is known of every cloud, with your own files laid over it.
 *
 * @throws CloudError `invalid` that lists each mistake of a file with its line; `not-found` where there is no such file
 * @example
 * const claims = await loadClaims();
 * claims.of('hetzner')?.title; // 'Hetzner'
 */
export async function loadClaims({ overlay = [] }: LoadOptions = {}): Promise<ClaimSet> {
  let records = await allClaims();
  for (const file of [overlay].flat()) {
    const { readOverlay } = await import('./overlay/read.js');
    const { layOver } = await import('./overlay/lay-over.js');
    records = layOver(records, await readOverlay(file), ALIASES);
  }
  return claimSet(records, ALIASES);
}
