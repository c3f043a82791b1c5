import { dataUserOf, instanceBehind, staying } from '../cloud/wiring.js';
import { usersOf } from '../model/links.js';
import { isOf, type Kept, urnOf } from '../model/record.js';
import type { Store } from '../state/store.js';

/** What a resource's status says besides its state. */
export function statusOf(store: Store, record: Kept): object {
  const { state, conditions } = record;
  const alike = (items: readonly unknown[]) => items.map(() => ({ state, conditions }));
  if (isOf(record, 'workspace')) return { resourceCount: staying(usersOf(store, record.at)).length };
  if (isOf(record, 'block-storage'))
    return { sizeGB: record.spec.sizeGB, ...attached(dataUserOf(store, record) ?? bootUserOf(store, record)) };
  if (isOf(record, 'instance')) {
    const { seen = 'off', since } = record.power ?? { wanted: 'off' };
    return { powerState: seen, ...(since ? { powerStateSince: since } : {}) };
  }
  if (isOf(record, 'network')) {
    const { cidr, additionalCidrs } = record.spec;
    return { cidr, ...(additionalCidrs ? { additionalCidrs } : {}) };
  }
  if (isOf(record, 'subnet')) return { cidr: record.spec.cidr, routeTableRef: record.spec.routeTableRef };
  if (isOf(record, 'routing-table')) return { routes: alike(record.spec.routes) };
  if (isOf(record, 'security-group')) return { rules: alike(record.spec.rules ?? []) };
  if (isOf(record, 'nic')) {
    const { addresses, publicIpRefs } = record.spec;
    return { addresses, ...(publicIpRefs ? { publicIpRefs } : {}) };
  }
  if (isOf(record, 'public-ip')) {
    const address = record.cloud?.address;
    return { ...(address ? { ipAddress: address } : {}), ...attached(instanceBehind(store, record)) };
  }
  return {};
}

function bootUserOf(store: Store, record: Kept<'block-storage'>): Kept | undefined {
  return staying(usersOf(store, record.at)).find(({ kind }) => kind === 'instance');
}

function attached(user: Kept | undefined): { attachedTo?: { resource: string } } {
  return user ? { attachedTo: { resource: urnOf(user.at) } } : {};
}
