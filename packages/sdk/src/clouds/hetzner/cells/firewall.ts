import { CloudError } from '../../../errors/index.js';
import { Firewall, sameRules } from '../../../kinds/index.js';
import { cell, type Observed, withNative } from '../../../runtime/driver/index.js';
import { finished, perform } from '../actions.js';
import { type HetznerApi, unlessGone } from '../api.js';
import { foreign, fromWire, toWire } from '../firewall-rules.js';
import { owned } from '../owned.js';
import { path } from '../path.js';
import { rename } from '../rename.js';
import type { WireApplied, WireFirewall, WireStarted } from '../wire.js';

/** docs.hetzner.cloud, firewalls, read 2026-11. */
const MOST_RULES = 50;

/** Firewalls at Hetzner: they stand nowhere in particular and guard servers' public addresses, not their private ones. */
export const firewall = cell(Firewall, {
  scope: 'global',

  check({ rules }) {
    const needed = toWire(rules ?? []).length;
    if (needed <= MOST_RULES) return;
    throw new CloudError('invalid', {
      attribute: ['rules'],
      message: `${needed} rules of at most 100 blocks each are needed, and a firewall has at most ${MOST_RULES}`,
      next: ['put blocks with the same ports into one rule', 'or use two firewalls: a server stands behind up to five'],
    });
  },

  async create(api: HetznerApi, want) {
    const { name, labels, rules, native } = want;
    const body = withNative({ name, labels, rules: toWire(rules ?? []) }, native);
    const made = await api.post<{ firewall: WireFirewall }>('/firewalls', body);
    return String(made.firewall.id);
  },

  async read(api, id) {
    const found = await api.find<{ firewall: WireFirewall }>(path`/firewalls/${id}`);
    return found && observe(found.firewall);
  },

  async list(api, filter) {
    return (await api.list<WireFirewall>('/firewalls', 'firewalls', owned(filter))).map(observe);
  },

  async update(api, id, change, ctx) {
    await rename(api, path`/firewalls/${id}`, change);
    if (change.rules === undefined) return;
    const { firewall: now } = await api.get<{ firewall: WireFirewall }>(path`/firewalls/${id}`);
    const wanted = change.rules ?? [];
    if (sameRules(wanted, fromWire(now.rules))) return;
    const rules = [...toWire(wanted), ...foreign(now.rules)];
    await perform(api, ctx, path`/firewalls/${id}/actions/set_rules`, { rules });
  },

  /** A firewall that is applied anywhere cannot be deleted. */
  async delete(api, id, ctx) {
    const found = await api.find<{ firewall: WireFirewall }>(path`/firewalls/${id}`);
    const applied = (found?.firewall.applied_to ?? []).map(resource);
    // Removed one by one: a server that goes away meanwhile must not keep the others.
    for (const one of applied) {
      const removed = api.post<WireStarted>(path`/firewalls/${id}/actions/remove_from_resources`, {
        remove_from: [one],
      });
      await finished(ctx, await unlessGone(removed));
    }
    await api.delete(path`/firewalls/${id}`);
  },
});

/** What it is applied to, in the form in which it can be taken off; the servers behind a selector go with the selector. */
function resource({ type, server, label_selector }: WireApplied): WireApplied {
  return type === 'server' ? { type, server: { id: server?.id ?? 0 } } : { type, label_selector };
}

function observe({ id, name, labels, rules }: WireFirewall): Observed<typeof Firewall> {
  return { id: String(id), name, labels: labels ?? {}, place: 'global', rules: fromWire(rules), status: 'ready' };
}
