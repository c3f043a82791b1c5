import { CloudError } from '../../errors/index.js';
import { path } from '../service.js';
import type { WirePort } from '../wire.js';
import type { NetworkApi } from './api.js';

/**
 * Security groups hang on ports. A port that is told nothing gets the project's default group, so that group alone stands for
 * "no firewall": it lets everything out and nothing in but from its own members.
 */
export function firewallsOf(ports: readonly WirePort[], defaultId: string | undefined): string[] {
  const all = [...new Set(ports.flatMap(({ security_groups }) => security_groups))];
  return all.length === 1 && all[0] === defaultId ? [] : all;
}

/** @throws CloudError `invalid` when the default group is all that is wanted: servers without firewalls have it anyway. */
export async function checkGroups(api: NetworkApi, firewallIds: readonly string[]): Promise<void> {
  if (firewallIds.length !== 1 || firewallIds[0] !== (await api.defaultGroupId())) return;
  throw new CloudError('invalid', {
    attribute: ['firewallIds'],
    message: "it is the project's default security group, which every server without firewalls stands behind",
    next: ['leave firewall_ids out'],
  });
}

/** Puts exactly these groups on every port of a server; none means the default one. */
export async function setGroups(
  api: NetworkApi,
  ports: readonly WirePort[],
  firewallIds: readonly string[],
): Promise<void> {
  await checkGroups(api, firewallIds);
  const defaultId = await api.defaultGroupId();
  const wanted = firewallIds.length > 0 ? [...firewallIds] : defaultId ? [defaultId] : [];
  const same = (have: readonly string[]) => have.length === wanted.length && have.every((id) => wanted.includes(id));
  const others = ports.filter(({ security_groups }) => !same(security_groups));
  await Promise.all(others.map(({ id }) => api.network.put(path`/ports/${id}`, { port: { security_groups: wanted } })));
}
