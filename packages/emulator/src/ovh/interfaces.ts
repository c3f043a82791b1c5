import { z } from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { checkCard, plug } from './cards.js';
import { conflict, notFound } from './errors.js';
import { read } from './input.js';
import { findInstance, INSTANCE } from './instances.js';
import { publicNetworkId } from './public-networks.js';
import type { PortRecord } from './records.js';
import type { Transitions, World } from './world.js';

const CARDS = `${INSTANCE}/interface`;
const createShape = z.object({ networkId: z.string(), ip: z.ipv4().nullish() });

/** The network cards of an instance. */
export function interfaces(world: World): Route[] {
  const cardsOf = (request: CloudRequest) => {
    const instance = findInstance(world, request);
    return world.ports.filter(({ deviceId }) => deviceId === instance.id);
  };
  const find = (request: CloudRequest) => {
    const found = cardsOf(request).find(({ id }) => id === request.params['interfaceId']);
    if (!found) throw notFound('Interface');
    return found;
  };
  return [
    { method: 'GET', path: CARDS, handle: (request) => ({ status: 200, body: cardsOf(request).map(shown) }) },
    {
      method: 'POST',
      path: CARDS,
      handle: (request) => {
        const instance = findInstance(world, request);
        const { networkId, ip } = read(request, createShape);
        const card = { networkId, ip: ip ?? null };
        checkCard(world, instance.region, card);
        if (!['ACTIVE', 'SHUTOFF'].includes(instance.status) || instance.task)
          throw conflict(
            `Cannot 'attach_interface' instance ${instance.id} while it is in vm_state ${instance.status.toLowerCase()}`,
          );
        return { status: 200, body: shown(plug(world, instance, card)) };
      },
    },
    {
      method: 'GET',
      path: `${CARDS}/{interfaceId}`,
      handle: (request) => ({ status: 200, body: shown(find(request)) }),
    },
    {
      method: 'DELETE',
      path: `${CARDS}/{interfaceId}`,
      handle: (request) => {
        world.later('interface.detach', find(request).id);
        return { status: 200, body: null };
      },
    },
  ];
}

function shown({ id, region, networkId, mac, ips }: PortRecord) {
  return {
    id,
    networkId,
    macAddress: mac,
    state: 'ACTIVE',
    type: networkId === publicNetworkId(region) ? 'public' : 'private',
    fixedIps: ips.map(({ ip, subnetId }) => ({ ip, subnetId })),
  };
}

export function interfaceTransitions(world: World): Transitions {
  return {
    'interface.detach': (id) => {
      for (const ip of world.floatingIps.filter(({ portId }) => portId === id)) ip.portId = null;
      world.ports.delete(id);
    },
  };
}
