import { CloudError } from '../../../errors/index.js';
import { mustBeThere, type UpCloudApi } from '../api.js';
import { path } from '../path.js';
import { blockOf, partFor, partsOf, routerOf } from '../subnets.js';
import type { WireInterface, WireRouter, WireServer } from '../wire.js';

/** Membership in a private network, in the model's words. */
export interface Membership {
  networkId: string;
  ip?: string | null;
}

/** The cards of a server in private networks, in the order in which they sit. */
export function privateCards(server: WireServer): WireInterface[] {
  const all = server.networking.interfaces.interface.filter(({ type }) => type === 'private');
  return [...all].sort((a, b) => a.index - b.index);
}

export function ipOf(card: WireInterface): string | null {
  return card.ip_addresses.ip_address.find(({ family }) => family === 'IPv4')?.address ?? null;
}

/** The card that makes a server of `zone` a member. @throws CloudError `invalid` where the network has no place for it. */
export async function cardFor(
  api: UpCloudApi,
  zone: string,
  { networkId, ip }: Membership,
  i: number,
): Promise<object> {
  const router = mustBeThere(await api.find<WireRouter>(path`/router/${networkId}`, 'router'), networkId);
  const parts = (await partsOf(api, router)).filter((part) => part.zone === zone);
  const part = partFor(parts, ip);
  if (!part) throw nowhere(router, zone, ip, parts.map(blockOf), i);
  const address = { family: 'IPv4', ...(ip == null ? {} : { address: ip }) };
  return { type: 'private', network: part.uuid, ip_addresses: { ip_address: [address] } };
}

/**
 * Sees to it that a server, which is off, has exactly these cards in private networks. Cards come and go on a stopped server alone
 * (UpCloudLtd/terraform-provider-upcloud, `service/server/interfaces.go`, read 2026-11).
 */
export async function joinNetworks(api: UpCloudApi, id: string, wanted: readonly Membership[]): Promise<void> {
  const server = mustBeThere(await api.find<WireServer>(path`/server/${id}`, 'server'), id);
  const cards = await Promise.all(
    privateCards(server).map(async (card) => ({ card, networkId: await routerOf(api, card.network), ip: ipOf(card) })),
  );
  const holds = (want: Membership, is: { networkId: string; ip: string | null }) =>
    want.networkId === is.networkId && (want.ip == null || want.ip === is.ip);
  const leave = cards.filter((is) => !wanted.some((want) => holds(want, is)));
  for (const { card } of leave) await api.delete(`${path`/server/${id}`}/networking/interface/${card.index}`);
  for (const [i, want] of wanted.entries()) {
    if (cards.some((is) => holds(want, is))) continue;
    const card = await cardFor(api, server.zone, want, i);
    await api.post(path`/server/${id}/networking/interface`, { interface: card }, 'interface');
  }
}

function nowhere(
  { name }: WireRouter,
  zone: string,
  ip: string | null | undefined,
  blocks: readonly string[],
  i: number,
): CloudError {
  const has = blocks.length > 0 ? `it has ${blocks.join(', ')} there` : 'it has none there';
  return new CloudError('invalid', {
    attribute: ['networks', i, ip == null ? 'networkId' : 'ip'],
    message: `the network ${name} has no subnet in ${zone}${ip == null ? '' : ` with ${ip}`}: ${has}`,
    next: ['make both in one zone', ...(ip == null ? [] : ['use an address of a subnet, or leave ip out'])],
  });
}
