import type { Server } from '../../../kinds/index.js';
import type { Observed } from '../../../runtime/driver/cell.js';
import type { IonosApi } from '../api.js';
import { seenImage } from '../images.js';
import { together } from '../labels.js';
import { stateOf } from '../observed.js';
import { rootMarks } from '../root-name.js';
import { seenSize } from '../sizes.js';
import type { WireServer, WireVolume } from '../wire.js';
import { isPublicCard } from './cards.js';
import { groupsOf } from './firewalls.js';

/** How deep a server is asked for: its volumes, its cards, and the security groups of these. */
export const DEPTH = 3;

/** What stands apart from a server. */
export interface Beside {
  dc: string;
  place: string;
  labels: Readonly<Record<string, string>>;
  /** LANs of the data center that lead to the Internet. */
  publicLans: ReadonlySet<number>;
}

/** A server in the model's words. */
export async function observe(api: IonosApi, server: WireServer, beside: Beside): Promise<Observed<typeof Server>> {
  const { dc, place, labels, publicLans } = beside;
  const { name, cores, ram, vmState } = server.properties;
  const root = rootOf(server);
  const cards = server.entities?.nics?.items ?? [];
  const internet = cards.find(isPublicCard(publicLans));
  const size = seenSize(server);
  return {
    id: `${dc}/${server.id}`,
    name: name ?? '',
    labels: together(labels, rootMarks(root?.properties.name) ?? {}),
    place,
    size,
    nativeSize: size,
    vcpus: cores,
    memoryGib: ram / 1024,
    architecture: 'x86',
    ...(root ? { diskGib: Math.floor(root.properties.size) } : {}),
    ...(await seenImage(api, root?.properties.image)),
    power: vmState === 'SHUTOFF' || vmState === 'SHUTDOWN' ? 'off' : 'on',
    networks: cards
      .filter((card) => card !== internet && !publicLans.has(card.properties.lan))
      .map(({ properties }) => ({ networkId: `${dc}/${properties.lan}`, ip: properties.ips?.[0] ?? null })),
    firewallIds: internet ? groupsOf(internet).map((id) => `${dc}/${id}`) : [],
    publicIpv4: internet !== undefined,
    publicIpv4Address: internet?.properties.ips?.[0] ?? null,
    publicIpv6Address: null,
    ...stateOf(server),
  };
}

/** The volume that a server boots from. */
export function rootOf({ properties, entities }: WireServer): WireVolume | undefined {
  const volumes = entities?.volumes?.items ?? [];
  return volumes.find(({ id }) => id === properties.bootVolume?.id) ?? volumes.find(isRoot);
}

function isRoot({ properties }: WireVolume): boolean {
  return rootMarks(properties.name) !== undefined;
}
