import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { freePublicV4 } from './cards.js';
import { badRequest, conflict, notFound } from './errors.js';
import { macOf } from './ids.js';
import { name, read } from './input.js';
import { findNetwork, NETWORKS } from './networks.js';
import { shownOperation } from './operations.js';
import { publicNetworkId, publicSubnetId } from './public-networks.js';
import type { GatewayRecord, PortRecord, SubnetRecord } from './records.js';
import { knownRegion } from './regions.js';
import type { Transitions, World } from './world.js';

const GATEWAYS = '/cloud/project/{serviceName}/region/{regionName}/gateway';
const GATEWAY = `${GATEWAYS}/{id}`;
const MODELS = ['s', 'm', 'l', 'xl', '2xl', '3xl'] as const;
const createShape = z.object({ name, model: z.enum(MODELS) });

/** Gateways: routers of Neutron with a way to the internet, sold by model. */
export function gateways(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.gateways.get(params['id']!);
    if (!found || found.region !== params['regionName']) throw notFound('Gateway');
    return found;
  };
  return [
    {
      method: 'GET',
      path: GATEWAYS,
      handle: ({ params, query }) => {
        const region = knownRegion(params['regionName']!).name;
        const subnet = query.get('subnetId');
        const wanted = world.gateways.filter(
          (one) =>
            one.region === region &&
            (!subnet || cardsOf(world, one.id).some(({ ips }) => ips.some(({ subnetId }) => subnetId === subnet))),
        );
        return { status: 200, body: wanted.map((one) => shown(world, one)) };
      },
    },
    {
      method: 'POST',
      path: `${NETWORKS}/{networkId}/subnet/{subnetId}/gateway`,
      handle: (request) => {
        const network = findNetwork(world, request);
        const subnet = world.subnets.get(request.params['subnetId']!);
        if (subnet?.networkId !== network.id) throw notFound('Subnet');
        const given = read(request, createShape);
        checkCard(world, subnet);
        world.checkQuota('gateways', world.gateways.size);
        const id = randomUUID();
        const externalIp = freePublicV4(world);
        world.gateways.put(id, { id, ...given, region: network.region, status: 'building', externalIp });
        hang(world, id, subnet);
        const operation = world.begin('gateway#create', network.region, id);
        world.later('gateway.create', operation.id);
        return { status: 200, body: shownOperation(operation) };
      },
    },
    { method: 'GET', path: GATEWAY, handle: (request) => ({ status: 200, body: shown(world, find(request)) }) },
    {
      method: 'PUT',
      path: GATEWAY,
      handle: (request) => ({
        status: 200,
        body: shown(world, Object.assign(find(request), read(request, createShape))),
      }),
    },
    {
      method: 'DELETE',
      path: GATEWAY,
      handle: (request) => {
        const gateway = find(request);
        if (cardsOf(world, gateway.id).length > 0) throw conflict(`Router ${gateway.id} still has ports`);
        const operation = world.begin('gateway#delete', gateway.region, gateway.id);
        gateway.status = 'down';
        world.later('gateway.delete', operation.id);
        return { status: 200, body: shownOperation(operation) };
      },
    },
    {
      method: 'GET',
      path: `${GATEWAY}/interface`,
      handle: (request) => ({ status: 200, body: cardsOf(world, find(request).id).map(shownCard) }),
    },
    {
      method: 'POST',
      path: `${GATEWAY}/interface`,
      handle: (request) => {
        const gateway = find(request);
        const subnet = world.subnets.get(read(request, z.object({ subnetId: z.string() })).subnetId);
        if (subnet?.region !== gateway.region) throw badRequest('Invalid subnetId');
        checkCard(world, subnet);
        return { status: 200, body: shownCard(hang(world, gateway.id, subnet)) };
      },
    },
    {
      method: 'DELETE',
      path: `${GATEWAY}/interface/{interfaceId}`,
      handle: (request) => {
        const found = cardsOf(world, find(request).id).find(({ id }) => id === request.params['interfaceId']);
        if (!found) throw notFound('Interface');
        const led = world.floatingIps.find(
          ({ portId }) => portId !== null && world.ports.get(portId)?.networkId === found.networkId,
        );
        if (led)
          throw conflict(
            `Router interface for subnet ${found.ips[0]?.subnetId} on router cannot be deleted, as it is required by one or more floating IPs.`,
          );
        world.ports.delete(found.id);
        return { status: 200, body: null };
      },
    },
  ];
}

export function gatewayTransitions(world: World): Transitions {
  return {
    'gateway.create': (operationId) => {
      const id = world.operations.get(operationId)?.resourceId ?? '';
      const gateway = world.gateways.get(id);
      if (gateway) gateway.status = 'active';
      world.ended(operationId, id);
    },
    'gateway.delete': (operationId) => {
      const id = world.operations.get(operationId)?.resourceId ?? '';
      world.gateways.delete(id);
      world.ended(operationId, id);
    },
  };
}

/** @throws Refusal where the subnet has no address for a gateway, or hangs on one already. */
function checkCard(world: World, { id, gatewayIp }: SubnetRecord): void {
  if (!gatewayIp) throw badRequest('Subnet for router interface must have a gateway IP');
  const taken = world.ports.find(
    ({ deviceOwner, ips }) => deviceOwner === OWNER && ips.some(({ subnetId }) => subnetId === id),
  );
  if (taken) throw conflict(`Subnet ${id} is already attached to gateway ${taken.deviceId}`);
}

export const OWNER = 'network:router_interface';

function hang(world: World, gatewayId: string, subnet: SubnetRecord): PortRecord {
  const id = randomUUID();
  return world.ports.put(id, {
    id,
    region: subnet.region,
    networkId: subnet.networkId,
    mac: macOf(id),
    deviceId: gatewayId,
    deviceOwner: OWNER,
    ips: [{ subnetId: subnet.id, ip: subnet.gatewayIp! }],
    groups: [],
  });
}

function cardsOf(world: World, gatewayId: string): PortRecord[] {
  return world.ports.filter(({ deviceId, deviceOwner }) => deviceId === gatewayId && deviceOwner === OWNER);
}

function shownCard({ id, networkId, ips }: PortRecord) {
  return { id, ip: ips[0]?.ip, networkId, subnetId: ips[0]?.subnetId, subnet: null };
}

function shown(world: World, { id, name: called, region, model, status, externalIp }: GatewayRecord) {
  return {
    id,
    name: called,
    region,
    model,
    status,
    type: 'public',
    interfaces: cardsOf(world, id).map(shownCard),
    externalInformation: {
      networkId: publicNetworkId(region),
      snatEnabled: true,
      ips: [{ ip: externalIp, subnetId: publicSubnetId(region) }],
    },
  };
}
