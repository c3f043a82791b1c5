import type { IonosApi } from '../api.js';
import { paths } from '../paths.js';
import type { WireLan, WireList, WireReference } from '../wire.js';

/** What is on its way out of a data center, as `<collection>/<id>`. */
export type Leaving = ReadonlySet<string>;

type Thing = WireReference & Partial<Pick<WireLan, 'properties'>>;

/** Whether nothing is left in a data center but what is leaving, and the LAN to the Internet that every one of ours has. */
export async function isEmptyBut(api: IonosApi, dc: string, leaving: Leaving): Promise<boolean> {
  const stays = (collection: string) => (one: WireReference) => !leaving.has(`${collection}/${one.id}`);
  // A thousand servers shall not be listed to see that there is more than one.
  for (const [collection, path] of [
    ['servers', paths.servers(dc)],
    ['volumes', paths.volumes(dc)],
  ] as const) {
    const query = { depth: 0, limit: Math.min(1_000, leaving.size + 1) };
    const { items = [] } = await api.get<WireList<WireReference>>(path, query);
    if (items.some(stays(collection))) return false;
  }
  const [all, groups] = await Promise.all([
    api.get<{ entities?: Record<string, WireList<Thing>> }>(paths.datacenter(dc), { depth: 2 }),
    api.get<WireList<Thing>>(paths.securityGroups(dc), { depth: 0 }),
  ]);
  const inside: Record<string, WireList<Thing>> = { ...all.entities, securitygroups: groups };
  return Object.entries(inside).every(([collection, { items = [] }]) =>
    items.filter(stays(collection)).every((one) => collection === 'lans' && one.properties?.public === true),
  );
}
