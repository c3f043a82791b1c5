import * as z from 'zod';
import { newMac, privateAddress, vendorAddress, vendorNetwork } from './addresses.js';
import { conflict, invalid, missing } from './errors.js';
import { count, text, yesNo } from './input.js';
import type { InterfaceRecord, ServerRecord } from './records.js';
import type { World } from './world.js';

const MOST_TOGETHER = 24;

export const cardShape = z.object({
  type: z.enum(['public', 'utility', 'private']),
  network: text.optional(),
  index: count.optional(),
  source_ip_filtering: yesNo.default('yes'),
  bootable: yesNo.default('no'),
  ip_addresses: z.object({
    ip_address: z.array(z.object({ family: z.enum(['IPv4', 'IPv6']), address: text.optional() })).min(1),
  }),
});
type CardWish = z.output<typeof cardShape>;

/** Gives a server a card. @throws Refusal where the network has no place for it, or the server. */
export function addCard(world: World, server: ServerRecord, wish: CardWish): InterfaceRecord {
  const { interfaces, devices } = server;
  if (interfaces.length + devices.length >= MOST_TOGETHER) {
    throw conflict('INTERFACE_LIMIT_REACHED', 'The server has as many interfaces as it can have.');
  }
  const [first] = wish.ip_addresses.ip_address;
  if (!first) throw missing('ip_address');
  const index = wish.index || nextIndex(server);
  if (interfaces.some((one) => one.index === index))
    throw conflict('INTERFACE_EXISTS', `The index ${index} is in use.`);
  const mac = newMac();
  const network = networkFor(world, server, wish, first.family);
  const card: InterfaceRecord = {
    index,
    mac,
    network: network.uuid,
    type: wish.type,
    sourceIpFiltering: wish.source_ip_filtering,
    bootable: wish.bootable,
    addresses: [],
  };
  for (const { family, address } of wish.ip_addresses.ip_address) {
    const found =
      wish.type === 'private'
        ? privateAddress(world, network, address, [...interfaces, card])
        : vendorAddress(world, network, mac);
    card.addresses.push({ family, address: found });
  }
  interfaces.push(card);
  return card;
}

function networkFor(world: World, server: ServerRecord, wish: CardWish, family: 'IPv4' | 'IPv6') {
  if (wish.type !== 'private') return vendorNetwork(world, server.zone, wish.type, family);
  if (!wish.network) throw missing('network');
  const network = world.network(wish.network);
  if (network.type !== 'private') throw invalid('network', 'The network is not a private one.');
  if (network.zone !== server.zone) {
    throw conflict('ZONE_MISMATCH', `The network is in the zone ${network.zone}, the server in ${server.zone}.`);
  }
  return network;
}

function nextIndex({ interfaces }: ServerRecord): number {
  for (let index = 1; ; index += 1) if (!interfaces.some((one) => one.index === index)) return index;
}
