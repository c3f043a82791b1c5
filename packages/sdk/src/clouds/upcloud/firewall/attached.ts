import { toLabels } from '../labels.js';
import type { WireLabels } from '../wire.js';

type Labels = Readonly<Record<string, string>>;

const PREFIX = 'hansa-firewall-';

/** Ids of the firewalls before a server: each has a label of its own there, so that the servers behind one are found by a filter. */
export function firewallsIn(labels: Labels): string[] {
  return Object.entries(labels).flatMap(([key, id]) => (key === labelKey(id) ? [id] : []));
}

export function firewallsOf({ labels }: { labels?: WireLabels }): string[] {
  return firewallsIn(toLabels(labels));
}

/** These labels, with those of exactly these firewalls. */
export function withFirewalls(labels: Labels, ids: readonly string[]): Record<string, string> {
  const others = Object.entries(labels).filter(([key]) => !key.startsWith(PREFIX));
  return Object.fromEntries([...others, ...ids.map((id) => [labelKey(id), id])]);
}

/** The filter of a list by which the servers behind a firewall are found. */
export function behind(id: string): string {
  return `${labelKey(id)}=${id}`;
}

/** A key has 32 characters at most, and a UUID 36: its last part tells it from others. */
function labelKey(id: string): string {
  return PREFIX + (id.split('-').at(-1) ?? '');
}
