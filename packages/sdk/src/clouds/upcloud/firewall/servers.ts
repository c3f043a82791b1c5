import { CloudError, isCloudError } from '../../../errors/index.js';
import type { FirewallRule } from '../../../kinds/index.js';
import type { AnyKind } from '../../../kinds/model/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import { type UpCloudApi, unlessGone } from '../api.js';
import { toLabels, toWireLabels } from '../labels.js';
import { KIND, markNow } from '../marks.js';
import { path } from '../path.js';
import type { WireFirewallRule, WireServer, WireServerGroup } from '../wire.js';
import { behind, firewallsOf, withFirewalls } from './attached.js';
import { rulesIn } from './kept-rules.js';
import { MOST_RULES, sameList, toWireRules } from './wire-rules.js';

type Ctx = Pick<CellContext<AnyKind>, 'untilOther'>;
/** The rules of a firewall, by its id; undefined where there is none of that id. */
export type RulesOf = (id: string) => Promise<readonly FirewallRule[] | undefined>;

/** The rules that a server group holds; undefined where it stands for something else, or is gone. */
export function rulesOfMark(group: WireServerGroup | undefined): FirewallRule[] | undefined {
  const labels = toLabels(group?.labels);
  return labels[KIND] === 'firewall' ? rulesIn(labels) : undefined;
}

/** Asks for each firewall once. */
export function rulesNow(api: UpCloudApi): RulesOf {
  const asked = new Map<string, Promise<readonly FirewallRule[] | undefined>>();
  return (id) => {
    const now = asked.get(id) ?? markNow(api, id).then(rulesOfMark);
    asked.set(id, now);
    return now;
  };
}

/**
 * The list of a server behind these firewalls.
 *
 * @throws CloudError `invalid` at `firewallIds` for one that is not there, or when the list gets too long
 */
export async function listFor(ids: readonly string[], rulesOf: RulesOf): Promise<WireFirewallRule[]> {
  const all = await Promise.all(ids.map(rulesOf));
  const lost = all.indexOf(undefined);
  if (lost >= 0) {
    throw new CloudError('invalid', {
      attribute: ['firewallIds', lost],
      message: `there is no firewall upcloud/${ids[lost]}`,
      next: ['use the id of one that is there', 'or make it anew'],
    });
  }
  return short(toWireRules(all.filter((rules) => rules !== undefined)), ['firewallIds']);
}

/** The list, where UpCloud takes that many. */
export function short(list: WireFirewallRule[], attribute: readonly string[]): WireFirewallRule[] {
  if (list.length <= MOST_RULES) return list;
  throw new CloudError('invalid', {
    attribute,
    message: `a server has at most ${MOST_RULES} rules, and this makes ${list.length}: one a block, and those for answers`,
    next: ['use larger blocks or ranges of ports'],
  });
}

/**
 * The firewalls before a server, as far as they do what they should: none while its list is switched off, or is another than they make
 * together. Asks for the list of servers that say they are behind any.
 */
export async function inForce(api: UpCloudApi, server: WireServer, rulesOf: RulesOf): Promise<string[]> {
  const named = firewallsOf(server);
  if (named.length === 0 || server.firewall !== 'on') return [];
  const [have, ...rules] = await Promise.all([
    api.list<WireFirewallRule>(rulesPath(server.uuid), ['firewall_rules', 'firewall_rule']).catch(goneMeanwhile),
    ...named.map(rulesOf),
  ]);
  const there = named.filter((_, i) => rules[i] !== undefined);
  const should = toWireRules(rules.filter((one) => one !== undefined));
  return there.length > 0 && sameList(have, should) ? there : [];
}

/** Gives a server that list, in one request, when nothing else is under way on it. */
export async function putList(api: UpCloudApi, id: string, list: readonly WireFirewallRule[], ctx: Ctx): Promise<void> {
  await whenStill(id, ctx, () => tryList(api, id, list));
}

/** The same at once. @throws CloudError `conflict` where UpCloud does not take it yet */
export async function tryList(api: UpCloudApi, id: string, list: readonly WireFirewallRule[]): Promise<void> {
  await api.put(rulesPath(id), { firewall_rules: { firewall_rule: list } });
}

/**
 * Gives every server behind a firewall the list that it makes with these rules, together with what else stands before the server. One that
 * fails keeps none of the others. Returns who has it; `done` are left out.
 */
export async function spread(
  api: UpCloudApi,
  firewall: { id: string; rules: readonly FirewallRule[] },
  ctx: Ctx,
  done: ReadonlySet<string> = new Set(),
): Promise<Set<string>> {
  const others = rulesNow(api);
  const rulesOf: RulesOf = async (id) => (id === firewall.id ? firewall.rules : ((await others(id)) ?? []));
  const todo = (await serversBehind(api, firewall.id)).filter((server) => !done.has(server));
  await each(todo, async (id) => {
    const server = await api.find<WireServer>(path`/server/${id}`, 'server');
    const ids = server ? firewallsOf(server) : [];
    if (!ids.includes(firewall.id)) return;
    await unlessGone(putList(api, id, await listFor(ids, rulesOf), ctx));
  });
  return new Set([...done, ...todo]);
}

/** Takes a firewall from before all its servers. The list goes first: until the label is off, who comes after finds the server again. */
export async function takeAway(api: UpCloudApi, firewall: string, ctx: Ctx): Promise<void> {
  const now = rulesNow(api);
  const rulesOf: RulesOf = async (id) => (await now(id)) ?? [];
  await each(await serversBehind(api, firewall), async (id) => {
    const server = await api.find<WireServer>(path`/server/${id}`, 'server');
    if (!server) return;
    const rest = firewallsOf(server).filter((one) => one !== firewall);
    if (rest.length > 0) await unlessGone(putList(api, id, await listFor(rest, rulesOf), ctx));
    await unlessGone(whenStill(id, ctx, () => api.put(path`/server/${id}`, { server: standing(server.labels, rest) })));
  });
}

/** What a server is told when it is to stand behind exactly these. */
export function standing(labels: WireServer['labels'], firewalls: readonly string[]): object {
  return { firewall: firewalls.length > 0 ? 'on' : 'off', labels: labelledWith(labels, firewalls) };
}

/** The labels of a server, with those of exactly these firewalls. */
export function labelledWith(labels: WireServer['labels'], firewalls: readonly string[]): object {
  return { label: toWireLabels(withFirewalls(toLabels(labels), firewalls)) };
}

async function serversBehind(api: UpCloudApi, firewall: string): Promise<string[]> {
  const found = await api.list<{ uuid: string }>('/server', ['servers', 'server'], { label: behind(firewall) });
  return found.map(({ uuid }) => uuid);
}

/** Does it for all, whatever becomes of one; the first that failed is told. */
async function each(ids: readonly string[], act: (id: string) => Promise<unknown>): Promise<void> {
  const ends = await Promise.allSettled(ids.map(act));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A server that starts, stops or is made takes nothing meanwhile: then it is waited for. */
async function whenStill(id: string, ctx: Ctx, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isCloudError(error, 'conflict') && !isCloudError(error, 'locked')) throw error;
    await ctx.untilOther('server', id, (seen) => seen?.statusText !== 'maintenance');
    await act();
  }
}

function goneMeanwhile(error: unknown): WireFirewallRule[] {
  if (isCloudError(error, 'not-found')) return [];
  throw error;
}

const rulesPath = (id: string) => path`/server/${id}/firewall_rule`;
