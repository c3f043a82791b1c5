import { Firewall } from '../../kinds/firewall/index.js';
import { cell, type Observed } from '../../runtime/driver/cell.js';
import { withNative } from '../../runtime/driver/native.js';
import { checkLabelRoom, readDescription, writeDescription } from '../description.js';
import { path } from '../service.js';
import type { WirePort, WireSecurityGroup } from '../wire.js';
import type { NetworkApi } from './api.js';
import { missingAndNeedless, toRules } from './rules.js';

type Wire = { security_group: WireSecurityGroup };
type Rules = Observed<typeof Firewall>['rules'];

/** Security groups of Neutron. They hang on the ports of servers; a new one lets everything out. */
export const firewall = cell<NetworkApi, typeof Firewall>(Firewall, {
  scope: 'region',
  takes: { create: 1_000, update: 1_000, delete: 1_000 },
  check: (want) => checkLabelRoom(want.labels),
  create: async (api, want) => {
    const body = {
      security_group: { name: want.name, description: writeDescription({ text: '', labels: want.labels }) },
    };
    const { security_group } = await api.network.post<Wire>('/security-groups', withNative(body, want.native));
    return security_group.id;
  },
  complete: (api, id, want) => setRules(api, id, want.rules ?? []),
  read: async (api, id) => {
    const found = await api.network.find<Wire>(path`/security-groups/${id}`);
    return found && observe(api, found.security_group);
  },
  list: async (api) => {
    const query = { project_id: api.projectId };
    const all = await api.network.pages<WireSecurityGroup>('/security-groups', 'security_groups', query);
    return all.map((one) => observe(api, one));
  },
  update: async (api, id, change) => {
    if (change.name !== undefined || change.labels) {
      const { security_group } = await api.network.get<Wire>(path`/security-groups/${id}`);
      const before = readDescription(security_group.description);
      const description = writeDescription({ ...before, labels: change.labels ?? before.labels });
      const name = change.name ?? security_group.name;
      await api.network.put(path`/security-groups/${id}`, { security_group: { name, description } });
    }
    if (change.rules !== undefined) await setRules(api, id, change.rules ?? []);
  },
  delete: (api, id) => api.network.remove(path`/security-groups/${id}`),
  blockers: async (api, id) => {
    const ports = await api.network.pages<WirePort>('/ports', 'ports', { security_groups: id });
    const servers = ports
      .filter((port) => port.device_owner.startsWith('compute:'))
      .map((port) => `server ${port.device_id}`);
    return [
      ...new Set(servers),
      ...ports.filter((port) => !port.device_owner.startsWith('compute:')).map((port) => `port ${port.id}`),
    ];
  },
});

/** Brings the rules of a group to those wanted: first what lacks, then what is too much, so that nothing wanted is ever shut. */
async function setRules(api: NetworkApi, id: string, rules: NonNullable<Rules>): Promise<void> {
  const { security_group } = await api.network.get<Wire>(path`/security-groups/${id}`);
  const { missing, needless } = missingAndNeedless(security_group.security_group_rules, rules);
  if (missing.length > 0) {
    const bodies = missing.map((rule) => ({ ...rule, security_group_id: id }));
    await api.network.post('/security-group-rules', { security_group_rules: bodies });
  }
  await Promise.all(needless.map((rule) => api.network.remove(path`/security-group-rules/${rule.id}`)));
}

function observe(api: NetworkApi, wire: WireSecurityGroup): Observed<typeof Firewall> {
  return {
    id: wire.id,
    name: wire.name,
    labels: readDescription(wire.description).labels,
    place: api.region,
    rules: toRules(wire.security_group_rules),
    status: 'ready',
  };
}
