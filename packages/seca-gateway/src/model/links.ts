import type { Store } from '../state/store.js';
import { type Address, isOf, type Kept, keyOf } from './record.js';
import { resolve } from './reference.js';
import type { Reference } from './specs.js';

/** Everything that a resource refers to, what it stands in included. What cannot be read as a reference is left out. */
export function linksOf(record: Kept): Address[] {
  const { at } = record;
  const seen = (reference: Reference) => resolve(reference, at) ?? [];
  return [...containersOf(at), ...referencesOf(record).flatMap(seen)];
}

/** What a resource stands in: its workspace, and its network. */
export function containersOf({ tenant, region, workspace, network }: Address): Address[] {
  const where = { tenant, ...(region === undefined ? {} : { region }) };
  return [
    ...(workspace === undefined ? [] : [{ ...where, kind: 'workspace' as const, name: workspace }]),
    ...(network === undefined ? [] : [{ ...where, kind: 'network' as const, workspace, name: network } as Address]),
  ];
}

function referencesOf(record: Kept): Reference[] {
  if (isOf(record, 'instance')) {
    const { bootVolume, dataVolumes = [], primaryNicRef, additionalNicRefs = [], securityGroupRef } = record.spec;
    const single = [primaryNicRef, securityGroupRef].flatMap((one) => one ?? []);
    return [bootVolume.deviceRef, ...dataVolumes.map((one) => one.deviceRef), ...single, ...additionalNicRefs];
  }
  if (isOf(record, 'nic')) {
    const { subnetRef, publicIpRefs = [], securityGroupRefs = [] } = record.spec;
    return [subnetRef, ...publicIpRefs, ...securityGroupRefs];
  }
  if (isOf(record, 'block-storage')) return record.spec.sourceImageRef ? [record.spec.sourceImageRef] : [];
  if (isOf(record, 'image')) return [record.spec.blockStorageRef];
  if (isOf(record, 'subnet')) return [record.spec.routeTableRef];
  if (isOf(record, 'routing-table')) return record.spec.routes.map((route) => route.targetRef);
  if (isOf(record, 'security-group')) return record.spec.ruleRefs ?? [];
  return [];
}

/** Keys of what each spec refers to. A spec is never changed in place, and belongs to one resource. */
const KEYS = new WeakMap<object, ReadonlySet<string>>();

/** Keys of everything that a resource refers to: see {@link linksOf}. */
export function linkedKeys(record: Kept): ReadonlySet<string> {
  const known = KEYS.get(record.spec);
  if (known) return known;
  const keys = new Set(linksOf(record).map(keyOf));
  KEYS.set(record.spec, keys);
  return keys;
}

/** The resources that refer to the one at `at`. */
export function usersOf(store: Store, at: Address): Kept[] {
  const key = keyOf(at);
  return store.all().filter((record) => linkedKeys(record).has(key));
}
