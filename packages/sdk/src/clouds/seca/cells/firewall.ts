import { Firewall } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { SecaApi } from '../api.js';
import { fromWireRules, toWireRules } from '../firewall-rules.js';
import { marked, ownedOf, remarked, seenIn } from '../labels.js';
import { idOf, nameIn, newName, whereOf } from '../naming.js';
import { operation } from '../rest.js';
import type { WireInstance, WireNic, WireSecurityGroup } from '../wire.js';
import { inEach, regionsFor } from '../within.js';

/** Firewalls at SECA: security groups with their rules in them. NICs name the groups that they stand behind. */
export const firewall = cell<SecaApi, typeof Firewall>(Firewall, {
  scope: 'region',
  takes: { create: 1_000, update: 1_000, delete: 1_000 },
  limits: { rules: { maxItems: 500, because: 'go-sdk 793c4d0, SecurityGroupSpec, read 2026-11' } },

  create: async (api, want) => {
    const where = { region: String(want.place?.scopes.region), name: newName(want.name) };
    const body = { ...marked('firewall', want.name, want.labels), spec: { rules: toWireRules(want.rules ?? []) } };
    await api.put(where.region, `security-groups/${where.name}`, withNative(body, want.native));
    return idOf(where);
  },
  complete: async (_, id, __, ctx) => void (await ctx.until(id)),
  read: async (api, id) => {
    const { region, name } = whereOf(id);
    const found = await api.get<WireSecurityGroup>(region, `security-groups/${name}`);
    return found && observe(region, found);
  },
  list: async (api, filter) =>
    inEach(await regionsFor(api, filter), async (region) => {
      const all = await api.list<WireSecurityGroup>(region, 'security-groups', ownedOf('firewall', filter.owner));
      return all.map((group) => observe(region, group));
    }),
  update: async (api, id, { name, labels, rules }, ctx) => {
    const { region, name: group } = whereOf(id);
    await api.revise<WireSecurityGroup>(region, `security-groups/${group}`, (now) => ({
      ...remarked('firewall', now, { name, labels }),
      ...(rules === undefined ? {} : { spec: { ...now.spec, rules: toWireRules(rules ?? []) } }),
    }));
    await ctx.until(id);
  },
  /** A group that a NIC or an instance names does not go: they are told to forget it. */
  delete: async (api, id, ctx) => {
    const { region, name } = whereOf(id);
    const has = (references: WireNic['spec']['securityGroupRefs']) =>
      (references ?? []).some((one) => nameIn(one) === name);
    const nics = (await api.list<WireNic>(region, 'nics')).filter(({ spec }) => has(spec.securityGroupRefs));
    for (const { metadata } of nics) {
      const path = `nics/${metadata.name}`;
      await api.revise<WireNic>(region, path, ({ spec }) => ({
        spec: { ...spec, securityGroupRefs: spec.securityGroupRefs?.filter((one) => nameIn(one) !== name) },
      }));
      await ctx.operation(operation('rest', region, path));
    }
    const instances = await api.list<WireInstance>(region, 'instances');
    for (const { metadata } of instances.filter(({ spec }) => nameIn(spec.securityGroupRef) === name)) {
      const path = `instances/${metadata.name}`;
      await api.revise<WireInstance>(region, path, ({ spec: { securityGroupRef: _, ...spec } }) => ({ spec }));
      await ctx.operation(operation('rest', region, path));
    }
    await api.delete(region, `security-groups/${name}`);
  },
});

function observe(region: string, group: WireSecurityGroup): Observed<typeof Firewall> {
  const id = idOf({ region, name: group.metadata.name });
  return { id, ...seenIn(group), place: region, rules: fromWireRules(group.spec.rules ?? []) };
}
