import type { CloudRecord } from './record.js';

/** What is known of all clouds, the user's own word included. */
export interface ClaimSet {
  /** By the cloud's id. */
  readonly records: readonly CloudRecord[];
  /** The record of a cloud; undefined where nothing is known of it. */
  of(cloud: string): CloudRecord | undefined;
}

/**
 * A set of records, to be asked by cloud.
 *
 * @example
 * claimSet([]).of('hetzner'); // undefined
 */
export function claimSet(records: readonly CloudRecord[], aliases: Readonly<Record<string, string>> = {}): ClaimSet {
  const byCloud = new Map(records.map((record) => [record.cloud, record]));
  return { records, of: (cloud) => byCloud.get(cloud) ?? byCloud.get(aliases[cloud] ?? '') };
}
