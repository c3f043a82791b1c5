import type { CloudHandle } from '@hansa/sdk';
import { type Address, type Kept, keyOf } from '../model/record.js';
import type { TypeName } from '../model/specs.js';
import type { Store } from '../state/store.js';
import type { Turns } from '../work/turns.js';
import type { Catalogue } from './catalogue.js';
import type { Region } from './regions.js';

/** What everything that works on resources stands on. */
export interface Ground {
  store: Store;
  cloud: CloudHandle;
  /** Marks at the cloud what this gateway made. */
  owner: string;
  catalogue: Catalogue;
  /** One piece of work at a time on each thing at the cloud, whoever's work it is. */
  turns: Turns;
  regions: readonly Region[];
  tenants: readonly string[];
  /** Whom roles can be given to; empty: anybody. */
  subjects: readonly string[];
  /** Image of an instance whose boot volume has none. */
  bootImage: string;
}

/** How one type of resource stands at the cloud. Types without one are kept by the gateway alone. */
export interface Embodiment<T extends TypeName> {
  /** Refuses what the cloud would refuse, before anything is accepted. @throws Problem */
  check?(ground: Ground, record: Kept<T>): Promise<void>;
  /** Sees to it that it stands as it is wanted; run again after an interruption. */
  make(ground: Ground, record: Kept<T>): Promise<void>;
  /** Sees to it that nothing of it stands any more. */
  remove(ground: Ground, record: Kept<T>): Promise<void>;
}

export function regionOf(ground: Ground, at: Address): Region {
  const found = ground.regions.find((region) => region.name === at.region);
  if (!found) throw new TypeError(`no region ${at.region}`);
  return found;
}

/** Where a thing goes whose SECA resource names no zone. */
export function firstZone(ground: Ground, at: Address): string {
  const [zone] = regionOf(ground, at).zones;
  if (!zone) throw new TypeError(`no zone in ${at.region}`);
  return zone.id;
}

/** An embodiment of which no two pieces of work on one resource run at once: work on a NIC changes its instance too. */
export function inTurn<T extends TypeName>({ make, remove, ...rest }: Embodiment<T>): Embodiment<T> {
  return {
    ...rest,
    make: (ground, record) => ground.turns.take(keyOf(record.at), () => make(ground, record)),
    remove: (ground, record) => ground.turns.take(keyOf(record.at), () => remove(ground, record)),
  };
}
