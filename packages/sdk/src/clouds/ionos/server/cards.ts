import type { IonosApi } from '../api.js';
import { paths } from '../paths.js';
import type { WireLan, WireNic } from '../wire.js';

/** The name of the card that leads to the Internet; what else a server has is private. */
export const PUBLIC_CARD = 'internet';

/** Cards of a server, with the security groups that they are behind. */
export function cardsOf(api: IonosApi, dc: string, server: string): Promise<WireNic[]> {
  return api.pages<WireNic>(paths.nics(dc, server), 2);
}

/** The card to the Internet. */
export async function publicCard(api: IonosApi, dc: string, server: string): Promise<WireNic | undefined> {
  const cards = await cardsOf(api, dc, server);
  return cards.find(isPublicCard(await publicLans(api, dc, cards)));
}

/** What is known of the LANs of each data center, by account: whether one leads to the Internet does not change under its cards. */
const known = new WeakMap<IonosApi, Map<string, ReadonlyMap<number, boolean>>>();

/** Numbers of the LANs of a data center that lead to the Internet; asked anew when a card is in one that is not known yet. */
export async function publicLans(api: IonosApi, dc: string, cards: readonly WireNic[]): Promise<ReadonlySet<number>> {
  const byDatacenter = known.get(api) ?? new Map<string, ReadonlyMap<number, boolean>>();
  known.set(api, byDatacenter);
  let lans = byDatacenter.get(dc);
  if (!lans || cards.some(({ properties }) => !lans?.has(properties.lan))) {
    const all = await api.pages<WireLan>(paths.lans(dc));
    lans = new Map(all.map(({ id, properties }) => [Number(id), properties.public ?? false]));
    byDatacenter.set(dc, lans);
  }
  return new Set([...lans].filter(([, isPublic]) => isPublic).map(([number]) => number));
}

export function isPublicCard(lans: ReadonlySet<number>): (nic: WireNic) => boolean {
  return ({ properties }) => lans.has(properties.lan);
}
