import type { OvhApi } from '../api.js';
import type { RegionalId } from '../places.js';
import type { WireGateway, WireInstance } from '../wire.js';
import { isOwn } from './gateways.js';

/** Servers with a card in the network, and their addresses there. */
export async function serversIn(
  api: OvhApi,
  { region, own }: RegionalId,
): Promise<{ id: string; addresses: string[] }[]> {
  const all = await api.list<WireInstance>(api.paths.instances(), { region });
  return all.flatMap(({ id, status, ipAddresses }) => {
    const addresses = ipAddresses.filter(({ networkId }) => networkId === own).map(({ ip }) => ip);
    return addresses.length > 0 && status !== 'DELETED' ? [{ id, addresses }] : [];
  });
}

/** What keeps a network from being deleted: servers, and gateways that are not ours. */
export async function usersOf(api: OvhApi, at: RegionalId, gateways: readonly WireGateway[]): Promise<string[]> {
  const servers = await serversIn(api, at);
  const foreign = gateways.filter((one) => !isOwn(one, at.own));
  return [...servers.map(({ id }) => `server ${id}`), ...foreign.map(({ name, id }) => `gateway ${name || id}`)];
}
