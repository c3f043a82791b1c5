import { parseSelector } from './query/label-selector.js';
import type { Application, Firewall, Server } from './records.js';
import type { World } from './world.js';

export interface AppliedFirewall {
  readonly id: number;
  readonly status: 'applied' | 'pending';
}

/** Servers that a label selector reaches: those with a public interface. */
export function selectedServers(servers: readonly Server[], selector: string): Server[] {
  const selects = parseSelector(selector);
  return selects ? servers.filter((server) => selects(server.labels)) : [];
}

/** The firewalls of each server, by server id; a firewall stands there once, directly applied or by selector. */
export function firewallsByServer(world: World): Map<number, AppliedFirewall[]> {
  const found = new Map<number, AppliedFirewall[]>();
  const servers = world.servers.list();
  for (const firewall of world.firewalls.list()) {
    for (const application of firewall.applied_to) {
      for (const id of reachedBy(servers, application)) {
        const list = found.get(id) ?? [];
        if (list.some((entry) => entry.id === firewall.id)) continue;
        list.push({ id: firewall.id, status: application.pending ? 'pending' : 'applied' });
        found.set(id, list);
      }
    }
  }
  return found;
}

function reachedBy(servers: readonly Server[], application: Application): number[] {
  if (application.type === 'server') return [application.server.id];
  return selectedServers(servers, application.label_selector.selector).map(({ id }) => id);
}

/** Firewalls as the API shows them: a selector tells the servers it reaches at this moment. */
export function firewallViewer(world: World): (firewall: Firewall) => Record<string, unknown> {
  const servers = world.servers.list();
  return (firewall) => ({
    ...firewall,
    applied_to: firewall.applied_to.map((application) => {
      if (application.type === 'server') return { type: 'server', server: application.server };
      const { label_selector } = application;
      const reached = selectedServers(servers, label_selector.selector);
      return {
        type: 'label_selector',
        label_selector,
        applied_to_resources: reached.map(({ id }) => ({ type: 'server', server: { id } })),
      };
    }),
  });
}
