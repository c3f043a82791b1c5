import { usersOf } from '../model/links.js';
import { unmet } from '../model/problem.js';
import { type Kept, keyOf } from '../model/record.js';
import type { TypeName } from '../model/specs.js';
import type { Store } from '../state/store.js';

/** What keeps a resource of a type from being deleted. Of a network, its subnets go with it; rules and gateways leave whoever refers to them. */
const KEPT_BY: Readonly<Partial<Record<TypeName, readonly TypeName[]>>> = {
  role: ['role-assignment'],
  'block-storage': ['instance'],
  network: ['routing-table'],
  subnet: ['nic'],
  nic: ['instance'],
  'public-ip': ['nic'],
  'security-group': ['instance', 'nic'],
};

/** @throws Problem that names what must go first */
export function mustBeFree(store: Store, record: Kept): void {
  const blockers = record.kind === 'workspace' ? usersOf(store, record.at) : keepers(store, record);
  const [first, ...more] = blockers.filter(({ deletedAt }) => deletedAt === undefined);
  if (!first) return;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  throw unmet(`the ${first.kind} ${first.at.name}${others} must be deleted first`);
}

/** What goes with a resource: the subnets of a network, of which no NIC is on. */
export function goingAlong(store: Store, record: Kept): Kept[] {
  if (record.kind !== 'network') return [];
  const subnets = usersOf(store, record.at).filter((one) => one.kind === 'subnet' && one.deletedAt === undefined);
  for (const subnet of subnets) mustBeFree(store, subnet);
  return subnets;
}

function keepers(store: Store, record: Kept): Kept[] {
  const kinds = KEPT_BY[record.kind] ?? [];
  if (record.kind === 'role') {
    const named = (one: Kept<'role-assignment'>) =>
      one.at.tenant === record.at.tenant && one.spec.roles.includes(record.at.name);
    return store.of('role-assignment').filter(named);
  }
  return usersOf(store, record.at).filter((one) => kinds.includes(one.kind) && keyOf(one.at) !== keyOf(record.at));
}
