import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/index.js';
import type { CellContext, Want } from '../../../runtime/driver/cell.js';
import type { IonosApi } from '../api.js';
import { lanIdOf } from '../ids.js';
import { paths } from '../paths.js';
import { carriedOut } from '../requests.js';
import { unlessGone } from '../unless-gone.js';
import { chooseAddress, type Joined } from './addresses.js';
import { cardsOf, isPublicCard, publicLans } from './cards.js';

type Context = CellContext<typeof Server>;
type Networks = NonNullable<Want<typeof Server>['networks']>;

const CARD_MS = 6_000;

/** The cards that a new server gets into its networks. @throws CloudError where a network or an address cannot be had */
export async function chooseAddresses(api: IonosApi, dc: string, name: string, networks: Networks): Promise<Joined[]> {
  const joined: Joined[] = [];
  for (const [index, { networkId, ip }] of networks.entries()) {
    const { id: lan } = lanHere(dc, networkId, index);
    joined.push({ lan, ip: await chooseAddress(api, dc, lan, { name, ip, index }) });
  }
  return joined;
}

/** A card in a network as it is ordered. */
export function privateCard({ lan, ip }: Joined): { properties: object } {
  return { properties: { name: 'private', lan: Number(lan), dhcp: true, ips: [ip] } };
}

/** Joins exactly these networks: leaves what is not wanted, joins what is missing, moves to the address that is wanted. */
export async function joinNetworks(
  api: IonosApi,
  { dc, server, name }: { dc: string; server: string; name: string },
  networks: Networks,
  ctx: Context,
): Promise<void> {
  const all = await cardsOf(api, dc, server);
  const isPublic = isPublicCard(await publicLans(api, dc, all));
  const cards = all.filter((card) => !isPublic(card));
  const wanted = networks.map(({ networkId }, index) => lanHere(dc, networkId, index).id);
  for (const card of cards.filter(({ properties }) => !wanted.includes(String(properties.lan))))
    await unlessGone(carriedOut(ctx, api.order('DELETE', paths.nics(dc, server, card.id)), CARD_MS));
  for (const [index, { ip }] of networks.entries()) {
    const lan = String(wanted[index]);
    const card = cards.find(({ properties }) => String(properties.lan) === lan);
    if (card && (!ip || card.properties.ips?.includes(ip))) continue;
    const address = await chooseAddress(api, dc, lan, { name, ip, index });
    const order = card
      ? api.order('PATCH', paths.nics(dc, server, card.id), { ips: [address] })
      : api.order('POST', paths.nics(dc, server), privateCard({ lan, ip: address }));
    await carriedOut(ctx, order, CARD_MS);
  }
}

function lanHere(dc: string, networkId: string, index: number) {
  const lan = lanIdOf(networkId);
  if (lan.dc === dc) return lan;
  throw new CloudError('invalid', {
    attribute: ['networks', index, 'networkId'],
    message: 'the network is in another data center than the server',
    next: ['use networks and firewalls of one data center: those that one owner makes in one location are'],
  });
}
