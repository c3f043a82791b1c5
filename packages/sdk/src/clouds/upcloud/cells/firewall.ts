import { Firewall } from '../../../kinds/index.js';
import { OWNER_LABEL } from '../../../runtime/change/owner.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import { mustBeThere, type UpCloudApi } from '../api.js';
import { rulesIn, toRuleLabels, withoutRules } from '../firewall/kept-rules.js';
import { rulesOfMark, short, spread, takeAway } from '../firewall/servers.js';
import { ASKING_PORTS, toWireRules } from '../firewall/wire-rules.js';
import { checkLabels, toLabels, toWireLabels } from '../labels.js';
import { KIND, markNow, marks, relabel } from '../marks.js';
import { path } from '../path.js';
import type { WireServerGroup } from '../wire.js';

/**
 * Firewalls at UpCloud, which has none that servers share: each server has a list of rules of its own. So a firewall is a server group
 * without servers, which holds name, labels and, in labels too, the rules; servers say by a label that they stand behind it, and have in
 * their own lists what their firewalls make together. Nothing of it is anywhere else.
 */
export const firewall = cell<UpCloudApi, typeof Firewall>(Firewall, {
  scope: 'global',
  takes: { create: 500, update: 2_000, delete: 2_000 },
  partly: {
    rules: {
      what:
        `answers pass by their ports: tcp and udp get in from everywhere to the ports ${ASKING_PORTS.join(' to ')}; with \`out\` rules ` +
        'only from where and which ports those name, and then what leaves a port that `in` rules open goes out to whom they let in',
      because:
        "UpCloud's firewall keeps no track of connections (upcloud.com/docs/products/networking/features/firewall, read 2026-11)",
      next: "let nothing that is not for everybody listen on these ports, or let the server's own system filter them: nftables by user_data",
    },
  },
  check: ({ labels, rules }) => {
    checkLabels(labels);
    toRuleLabels(rules ?? []);
    short(toWireRules([rules ?? []]), ['rules']);
  },

  create: async (api, want) => {
    const labels = { ...want.labels, [KIND]: 'firewall', ...toRuleLabels(want.rules ?? []) };
    const group = withNative({ title: want.name, labels: { label: toWireLabels(labels) } }, want.native);
    return (await api.post<WireServerGroup>('/server-group', { server_group: group }, 'server_group')).uuid;
  },

  read: async (api, id) => {
    const group = await markNow(api, id);
    return group && observe(group);
  },

  list: async (api, { owner }) => {
    const label = [`${KIND}=firewall`, ...(owner === undefined ? [] : [`${OWNER_LABEL}=${owner}`])];
    return (await marks(api, { label })).flatMap((group) => observe(group) ?? []);
  },

  /**
   * Servers first: as long as one of them lacks the new rules the firewall has the old ones, and the next plan shows it. Who came to stand
   * behind it meanwhile, by the old ones, is looked for when it has the new.
   */
  update: async (api, id, change, ctx) => {
    const rules = change.rules ?? undefined;
    const done = rules && (await spread(api, { id, rules }, ctx));
    const now = toLabels(mustBeThere(await markNow(api, id), id).labels);
    const labels = { ...withoutRules(change.labels ?? now), ...toRuleLabels(rules ?? rulesIn(now)) };
    await relabel(api, id, labels, change.name);
    if (rules) await spread(api, { id, rules }, ctx, done);
  },

  /** Servers that still stand behind it are let out: without another firewall everything reaches them. */
  delete: async (api, id, ctx) => {
    if (!rulesOfMark(await markNow(api, id))) return;
    await takeAway(api, id, ctx);
    await api.delete(path`/server-group/${id}`);
  },
});

function observe(group: WireServerGroup): Observed<typeof Firewall> | undefined {
  const rules = rulesOfMark(group);
  if (!rules) return undefined;
  return { id: group.uuid, name: group.title, labels: toLabels(group.labels), place: 'global', rules, status: 'ready' };
}
