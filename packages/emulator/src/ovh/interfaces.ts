import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import type { Transitions } from '../core/steps.js';
import { removePort } from '../openstack/network/cards.js';
import type { PortRecord } from '../openstack/records.js';
import { cardsOf, checkCard, plug } from './cards.js';
import type { Step } from './durations.js';
import { conflict, notFound } from './errors.js';
import { read } from './input.js';
import { findInstance, INSTANCE } from './instances.js';
import type { Neutron } from './neutron/region.js';
import type { World } from './world.js';

const CARDS = `${INSTANCE}/interface`;
const createShape = z.object({ networkId: z.string(), ip: z.ipv4().nullish() });

/** The network cards of an instance. */
export function interfaces(world: World): Route[] {
  const at = (request: CloudRequest) => {
    const instance = findInstance(world, request);
    return { instance, neutron: world.neutron(instance.region) };
  };
  const find = (request: CloudRequest) => {
    const { instance, neutron } = at(request);
    const found = cardsOf(neutron, instance.id).find(({ id }) => id === request.params['interfaceId']);
    if (!found) throw notFound('Interface does not exist');
    return { card: found, neutron };
  };
  return [
    {
      method: 'GET',
      path: CARDS,
      handle: (request) => {
        const { instance, neutron } = at(request);
        return { status: 200, body: cardsOf(neutron, instance.id).map((one) => shown(neutron, one)) };
      },
    },
    {
      method: 'POST',
      path: CARDS,
      handle: (request) => {
        const { instance, neutron } = at(request);
        const { networkId, ip } = read(request, createShape);
        const card = { networkId, ip: ip ?? null };
        checkCard(neutron, card);
        const { id, status, task } = instance;
        if (!['ACTIVE', 'SHUTOFF'].includes(status) || task)
          throw conflict(`Cannot 'attach_interface' instance ${id} while it is in vm_state ${status.toLowerCase()}`);
        return { status: 200, body: shown(neutron, plug(neutron, id, card)) };
      },
    },
    {
      method: 'GET',
      path: `${CARDS}/{interfaceId}`,
      handle: (request) => {
        const { card, neutron } = find(request);
        return { status: 200, body: shown(neutron, card) };
      },
    },
    {
      method: 'DELETE',
      path: `${CARDS}/{interfaceId}`,
      handle: (request) => {
        world.later('interface.detach', find(request).card.id);
        return { status: 200, body: null };
      },
    },
  ];
}

function shown(neutron: Neutron, { id, networkId, mac, fixedIps }: PortRecord) {
  return {
    id,
    networkId,
    macAddress: mac,
    state: 'ACTIVE',
    type: networkId === neutron.publicNetworkId ? 'public' : 'private',
    fixedIps: fixedIps.map(({ ip, subnetId }) => ({ ip, subnetId })),
  };
}

export function interfaceTransitions(world: World): Transitions<Step> {
  return {
    'interface.detach': (id) => {
      for (const neutron of world.neutrons) if (neutron.ports.get(id)) removePort(neutron, id);
    },
  };
}
