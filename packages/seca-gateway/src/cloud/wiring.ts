import { usersOf } from '../model/links.js';
import { unmet } from '../model/problem.js';
import { isOf, type Kept, keyOf } from '../model/record.js';
import { resolve } from '../model/reference.js';
import type { Reference, TypeName } from '../model/specs.js';
import type { Store } from '../state/store.js';

/** What references lead to, as far as it is there. */
export function followed<T extends TypeName>(
  store: Store,
  { at }: Kept,
  references: readonly Reference[],
  kind: T,
): Kept<T>[] {
  return references.flatMap((reference) => {
    const address = resolve(reference, at);
    const found = address && store.get(address);
    return found && isOf(found, kind) ? [found] : [];
  });
}

/** The block storages that an instance has as data volumes. */
export function dataVolumesOf(store: Store, record: Kept<'instance'>): Kept<'block-storage'>[] {
  const references = (record.spec.dataVolumes ?? []).map(({ deviceRef }) => deviceRef);
  return followed(store, record, references, 'block-storage');
}

/** The block storage that an instance boots from. @throws Problem where it is gone */
export function bootVolumeOf(store: Store, record: Kept<'instance'>): Kept<'block-storage'> {
  const [found] = followed(store, record, [record.spec.bootVolume.deviceRef], 'block-storage');
  if (found) return found;
  throw unmet('its boot volume is not there');
}

/** The NICs of an instance, the primary one first. */
export function nicsOf(store: Store, record: Kept<'instance'>): Kept<'nic'>[] {
  const { primaryNicRef, additionalNicRefs = [] } = record.spec;
  return followed(store, record, [...(primaryNicRef ? [primaryNicRef] : []), ...additionalNicRefs], 'nic');
}

/** The instance that has a block storage as a data volume, unless that is going. */
export function dataUserOf(store: Store, record: Kept<'block-storage'>): Kept<'instance'> | undefined {
  return stayingUsers(store, record, 'instance').find((one) => names(dataVolumesOf(store, one), record));
}

/** The instance that has a NIC, unless that is going. */
export function instanceOf(store: Store, record: Kept<'nic'>): Kept<'instance'> | undefined {
  return stayingUsers(store, record, 'instance')[0];
}

/** The instance that a public IP leads to. */
export function instanceBehind(store: Store, record: Kept<'public-ip'>): Kept<'instance'> | undefined {
  const [nic] = stayingUsers(store, record, 'nic');
  return nic && instanceOf(store, nic);
}

export function networkOf(store: Store, record: Kept<'subnet'>): Kept<'network'> | undefined {
  const found = store.get(networkAt(record));
  return found && isOf(found, 'network') ? found : undefined;
}

/** The subnets of a network that are not going. */
export function subnetsOf(store: Store, record: Kept<'network'>): Kept<'subnet'>[] {
  return stayingUsers(store, record, 'subnet');
}

/** What of a type refers to a resource and is not going. */
export function stayingUsers<T extends TypeName>(store: Store, record: Kept, kind: T): Kept<T>[] {
  return staying(usersOf(store, record.at)).filter((one): one is Kept<T> => isOf(one, kind));
}

export function staying<T extends Kept>(records: readonly T[]): T[] {
  return records.filter(({ deletedAt }) => deletedAt === undefined);
}

function names(records: readonly Kept[], one: Kept): boolean {
  return records.some(({ at }) => keyOf(at) === keyOf(one.at));
}

function networkAt({ at }: Kept<'subnet'>) {
  const { network: name = '', ...where } = at;
  return { ...where, kind: 'network' as const, name };
}
