import { Firewall, type FirewallRule } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import { mustBeThere, type ScalewayApi, unlessGone } from '../api.js';
import { fromWireRules, toWireRules } from '../firewall-rules.js';
import { paths } from '../paths.js';
import { placeOf, zonalId, zonesOf } from '../places.js';
import { putBehind } from '../server/security-group.js';
import { ownerTag, retagged, toLabels, toTags } from '../tags.js';
import type { WireRule, WireSecurityGroup } from '../wire.js';

/** Firewalls at Scaleway: security groups of one zone. They act on public addresses alone; outgoing SMTP stays blocked by the vendor. */
export const firewall = cell<ScalewayApi, typeof Firewall>(Firewall, {
  scope: 'zone',
  takes: { create: 500, delete: 500 },

  create: async (api, want) => {
    const zone = String(want.place?.id);
    const body = {
      name: want.name,
      project: api.projectId,
      tags: toTags(want.labels),
      stateful: true,
      inbound_default_policy: 'drop',
      outbound_default_policy: outboundPolicy(want.rules ?? []),
      enable_default_security: true,
    };
    const { security_group: made } = await api.post<{ security_group: WireSecurityGroup }>(
      paths.securityGroups(zone),
      withNative(body, want.native),
    );
    return `${zone}/${made.id}`;
  },
  complete: async (api, id, want) => {
    const { at, uuid } = zonalId(id);
    await api.put(paths.rules(at, uuid), { rules: toWireRules(want.rules ?? []) });
  },
  read: async (api, id) => {
    const { at, uuid } = zonalId(id);
    const found = await api.find<{ security_group: WireSecurityGroup }>(paths.securityGroups(at, uuid));
    return found && observe(found.security_group, at, await rulesOf(api, at, uuid));
  },
  listNeedsMore: {
    because: 'Instance API v1 gives the rules of one security group at a time (api spec, read 2026-11)',
  },
  placeOf,
  list: async (api, filter) => {
    const query = { project: api.projectId, tags: ownerTag(filter.owner) };
    const uuids = filter.ids && new Set(filter.ids.map((id) => zonalId(id).uuid));
    const lists = zonesOf(filter).map(async (zone) => {
      const all = await api.list<WireSecurityGroup>(paths.securityGroups(zone), 'security_groups', query);
      const groups = all.filter((group) => !uuids || uuids.has(group.id));
      return Promise.all(groups.map(async (group) => observe(group, zone, await rulesOf(api, zone, group.id))));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change) => {
    const { at, uuid } = zonalId(id);
    const path = paths.securityGroups(at, uuid);
    const { security_group: now } = mustBeThere(await api.find<{ security_group: WireSecurityGroup }>(path), id);
    // Rules before the policy: what leaves today is allowed by name before everything else is dropped.
    if (change.rules) await api.put(paths.rules(at, uuid), { rules: toWireRules(change.rules) });
    await api.patch(path, {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.labels === undefined ? {} : { tags: retagged(now.tags, change.labels) }),
      ...(change.rules
        ? { inbound_default_policy: 'drop', outbound_default_policy: outboundPolicy(change.rules) }
        : {}),
    });
  },
  // Servers that still stand behind it are put behind the project's default group, as a server without firewall is.
  delete: async (api, id) => {
    const { at, uuid } = zonalId(id);
    const found = await api.find<{ security_group: WireSecurityGroup }>(paths.securityGroups(at, uuid));
    for (const { id: server } of found?.security_group.servers ?? []) await putBehind(api, at, server, undefined);
    await api.delete(paths.securityGroups(at, uuid));
  },
  blockers: async (api, id) => {
    const { at, uuid } = zonalId(id);
    const found = await api.find<{ security_group: WireSecurityGroup }>(paths.securityGroups(at, uuid));
    return (found?.security_group.servers ?? []).map((one) => `server ${one.name} (scaleway/${at}/${one.id})`);
  },
});

async function rulesOf(api: ScalewayApi, zone: string, uuid: string): Promise<WireRule[] | undefined> {
  return unlessGone(api.list<WireRule>(paths.rules(zone, uuid), 'rules'));
}

function observe(group: WireSecurityGroup, zone: string, rules: WireRule[] = []): Observed<typeof Firewall> {
  return {
    id: `${zone}/${group.id}`,
    name: group.name,
    labels: toLabels(group.tags ?? []),
    place: zone,
    rules: fromWireRules(rules),
    status: { available: 'ready', syncing: 'changing', syncing_error: 'failed' }[group.state] as 'ready',
    statusText: group.state,
  };
}

/** Everything may go out, unless some rule says what. */
function outboundPolicy(rules: readonly FirewallRule[]): 'accept' | 'drop' {
  return rules.some((rule) => rule.direction === 'out') ? 'drop' : 'accept';
}
