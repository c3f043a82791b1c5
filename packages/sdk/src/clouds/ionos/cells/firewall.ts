import { Firewall } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { IonosApi } from '../api.js';
import { fromWireRules, ruleKey, toWireRules } from '../firewall-rules.js';
import { idOf } from '../ids.js';
import { marked, unmarked } from '../marks.js';
import { insideOf, placeOf, stateOf } from '../observed.js';
import { paths } from '../paths.js';
import { carriedOut, isBookkeeping, whenMade } from '../requests.js';
import { takeOffCards } from '../server/firewalls.js';
import { unlessGone } from '../unless-gone.js';
import type { WireRule, WireSecurityGroup } from '../wire.js';

const MAKE_MS = 4_000;
/** A group with its rules, and the cards behind it. */
const DEPTH = 2;

/**
 * Firewalls at IONOS: network security groups of a data center, put on the card that leads to the Internet. They are stateful, and let
 * through what they name, in both directions. They have no labels: those stand in the description.
 */
export const firewall = cell<IonosApi, typeof Firewall>(Firewall, {
  scope: 'region',
  takes: { create: MAKE_MS, update: MAKE_MS, delete: MAKE_MS },
  limits: {
    rules: {
      maxItems: 98,
      because:
        '100 rules a security group (docs.ionos.com, network security groups, FAQs, read 2026-11), two of which let everything out',
    },
  },

  create: (api, want, ctx) =>
    api.datacenters.within(want, undefined, ctx, async (dc) => {
      const body = {
        properties: { name: want.name, description: marked('', want.labels) },
        entities: { rules: { items: toWireRules(want.rules ?? []).map((properties) => ({ properties })) } },
      };
      const ordered = await api.order<WireSecurityGroup>(
        'POST',
        paths.securityGroups(dc),
        withNative(body, want.native),
      );
      const id = `${dc}/${ordered.body.id}`;
      api.remember(id, ordered);
      return id;
    }),
  complete: async (api, id, _, ctx) => void (await whenMade(api, ctx, id, MAKE_MS)),
  read: async (api, id) => {
    const { dc, id: uuid } = idOf(id);
    const found = await api.find<WireSecurityGroup>(paths.securityGroups(dc, uuid), { depth: DEPTH });
    const place = found && (await placeOf(api, dc));
    return place ? observe(found, dc, place) : undefined;
  },
  list: async (api, filter) => {
    const lists = (await insideOf(api, filter)).map(async ({ id: dc, properties }) => {
      const groups = (await unlessGone(api.pages<WireSecurityGroup>(paths.securityGroups(dc), DEPTH + 1))) ?? [];
      return groups.map((group) => observe(group, dc, properties.location));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, ctx) => {
    const { dc, id: uuid } = idOf(id);
    const path = paths.securityGroups(dc, uuid);
    const group = await api.get<WireSecurityGroup>(path, { depth: DEPTH });
    const properties = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.labels === undefined
        ? {}
        : { description: marked(unmarked(group.properties.description).text, change.labels) }),
    };
    if (Object.keys(properties).length > 0) {
      const ordered = api.order('PATCH', path, properties);
      await (isBookkeeping(change) ? ordered : carriedOut(ctx, ordered));
    }
    if (!change.rules) return;
    // What is new is let through before what is old no longer is.
    const wanted = toWireRules(change.rules);
    const have = (group.entities?.rules?.items ?? []) as WireRule[];
    const kept = new Set(wanted.map(ruleKey));
    const there = new Set(have.map((rule) => ruleKey(rule.properties)));
    for (const rule of wanted.filter((one) => !there.has(ruleKey(one))))
      await carriedOut(ctx, api.order('POST', paths.rules(dc, uuid), { properties: rule }));
    for (const rule of have.filter((one) => !kept.has(ruleKey(one.properties))))
      await unlessGone(carriedOut(ctx, api.order('DELETE', paths.rules(dc, uuid, rule.id))));
  },
  // Servers that still stand behind it are taken out: a group that is on a card does not go.
  delete: async (api, id, ctx) => {
    const { dc, id: uuid } = idOf(id);
    await takeOffCards(api, dc, uuid, ctx);
    const path = paths.securityGroups(dc, uuid);
    await unlessGone(api.datacenters.leave(dc, [`securitygroups/${uuid}`], ctx, () => api.order('DELETE', path)));
  },
});

function observe(group: WireSecurityGroup, dc: string, place: string): Observed<typeof Firewall> {
  const { name, description } = group.properties;
  return {
    id: `${dc}/${group.id}`,
    name: name ?? '',
    labels: unmarked(description).labels,
    place,
    rules: fromWireRules((group.entities?.rules?.items ?? []).map(({ properties }) => properties)),
    ...stateOf(group),
  };
}
