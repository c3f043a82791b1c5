import type { AnyKind } from '../../kinds/model/index.js';
import type { Observed } from '../driver/cell.js';
import type { AnyCloud, ProbeResult } from '../driver/cloud.js';
import type { Reader } from '../read/reader.js';
import type { Lookup } from './waiter.js';

export type Seen = Observed<AnyKind>;

/** Operations by the cloud's own batched look-up. What the vendor no longer knows is done. */
export function probeLookup(cloud: AnyCloud, api: unknown, name: string): Lookup<ProbeResult> {
  const probe = cloud.probes?.[name];
  if (!probe) throw new TypeError(`${cloud.id} declares no probe "${name}"`);
  return { batch: probe.batch, look: (keys) => probe.poll(api, keys) };
}

/** Things of a cell, by single reads or one list, whichever is cheaper. */
export function cellLookup(reader: Reader<unknown>): Lookup<Seen> {
  return { batch: Number.MAX_SAFE_INTEGER, look: (ids) => reader.readMany(ids) };
}
