import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import type { Transitions } from '../core/steps.js';
import { isInterface } from '../openstack/network/routers.js';
import type { PortRecord } from '../openstack/records.js';
import type { Step } from './durations.js';
import { conflict, notFound } from './errors.js';
import { name, read } from './input.js';
import { findNetwork, NETWORKS } from './networks.js';
import { ask } from './neutron/behind.js';
import type { Neutron } from './neutron/region.js';
import { shownOperation } from './operations.js';
import type { GatewayRecord } from './records.js';
import type { World } from './world.js';

const GATEWAYS = '/cloud/project/{serviceName}/region/{regionName}/gateway';
const GATEWAY = `${GATEWAYS}/{id}`;
const MODELS = ['s', 'm', 'l', 'xl', '2xl', '3xl'] as const;
const createShape = z.object({ name, model: z.enum(MODELS) });
const interfaceShape = z.object({ subnetId: z.string() });

/** Gateways: routers of Neutron with a way to the internet, sold by model. */
export function gateways(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.gateways.get(params['id']!);
    if (!found || found.region !== params['regionName']) throw notFound('Gateway does not exist');
    return { gateway: found, neutron: world.neutron(found.region) };
  };
  const ok = ({ gateway, neutron }: ReturnType<typeof find>) => ({ status: 200, body: shown(neutron, gateway) });
  return [
    {
      method: 'GET',
      path: GATEWAYS,
      handle: ({ params, query }) => {
        const neutron = world.neutron(params['regionName']!);
        const subnet = query.get('subnetId');
        const wanted = world.gateways.filter(
          ({ id, region }) =>
            region === neutron.region &&
            (!subnet || cardsOf(neutron, id).some(({ fixedIps }) => fixedIps.some((ip) => ip.subnetId === subnet))),
        );
        return { status: 200, body: wanted.map((one) => shown(neutron, one)) };
      },
    },
    {
      method: 'POST',
      path: `${NETWORKS}/{networkId}/subnet/{subnetId}/gateway`,
      handle: (request) => {
        const { id: networkId, region } = findNetwork(world, request);
        const neutron = world.neutron(region);
        const subnet = neutron.subnets.get(request.params['subnetId']!);
        if (subnet?.networkId !== networkId) throw notFound('Subnet does not exist');
        const given = read(request, createShape);
        world.checkQuota('gateways', world.gateways.size);
        const id = makeRouter(neutron, given.name, subnet.id);
        world.gateways.put(id, { id, region, model: given.model, status: 'building' });
        const operation = world.begin('gateway#create', region, id);
        world.later('gateway.create', operation.id);
        return { status: 200, body: shownOperation(operation) };
      },
    },
    { method: 'GET', path: GATEWAY, handle: (request) => ok(find(request)) },
    {
      method: 'PUT',
      path: GATEWAY,
      handle: (request) => {
        const { gateway, neutron } = find(request);
        const { name: called, model } = read(request, createShape);
        ask(neutron, { method: 'PUT', path: '/routers/{id}', id: gateway.id, body: { router: { name: called } } });
        gateway.model = model;
        return ok({ gateway, neutron });
      },
    },
    {
      method: 'DELETE',
      path: GATEWAY,
      handle: (request) => {
        const { gateway, neutron } = find(request);
        if (cardsOf(neutron, gateway.id).length > 0) throw conflict(`Router ${gateway.id} still has ports`);
        const operation = world.begin('gateway#delete', gateway.region, gateway.id);
        gateway.status = 'down';
        world.later('gateway.delete', operation.id);
        return { status: 200, body: shownOperation(operation) };
      },
    },
    {
      method: 'GET',
      path: `${GATEWAY}/interface`,
      handle: (request) => {
        const { gateway, neutron } = find(request);
        return { status: 200, body: cardsOf(neutron, gateway.id).map(shownCard) };
      },
    },
    {
      method: 'POST',
      path: `${GATEWAY}/interface`,
      handle: (request) => {
        const { gateway, neutron } = find(request);
        const card = hang(neutron, gateway.id, read(request, interfaceShape).subnetId);
        return { status: 200, body: shownCard(card) };
      },
    },
    {
      method: 'DELETE',
      path: `${GATEWAY}/interface/{interfaceId}`,
      handle: (request) => {
        const { gateway, neutron } = find(request);
        const card = cardsOf(neutron, gateway.id).find(({ id }) => id === request.params['interfaceId']);
        if (!card) throw notFound('Interface does not exist');
        const path = '/routers/{id}/remove_router_interface';
        ask(neutron, { method: 'PUT', path, id: gateway.id, body: { port_id: card.id } });
        return { status: 200, body: null };
      },
    },
  ];
}

export function gatewayTransitions(world: World): Transitions<Step> {
  const of = (operationId: string) => world.gateways.get(world.operations.get(operationId)?.resourceId ?? '');
  return {
    'gateway.create': (operationId) => {
      const gateway = of(operationId);
      if (gateway) gateway.status = 'active';
      world.ended(operationId, gateway?.id ?? null);
    },
    'gateway.delete': (operationId) => {
      const gateway = of(operationId);
      if (!gateway) return;
      ask(world.neutron(gateway.region), { method: 'DELETE', path: '/routers/{id}', id: gateway.id });
      world.gateways.delete(gateway.id);
      world.ended(operationId, gateway.id);
    },
  };
}

/** A router from the subnet to the internet. All or nothing. */
function makeRouter(neutron: Neutron, called: string, subnetId: string): string {
  const body = { router: { name: called, external_gateway_info: { network_id: neutron.publicNetworkId } } };
  const { router } = ask<{ router: { id: string } }>(neutron, { method: 'POST', path: '/routers', body });
  try {
    hang(neutron, router.id, subnetId);
  } catch (error) {
    neutron.routers.delete(router.id);
    throw error;
  }
  return router.id;
}

function hang(neutron: Neutron, id: string, subnetId: string): PortRecord {
  const path = '/routers/{id}/add_router_interface';
  const made = ask<{ port_id: string }>(neutron, { method: 'PUT', path, id, body: { subnet_id: subnetId } });
  return neutron.ports.get(made.port_id)!;
}

function cardsOf(neutron: Neutron, gatewayId: string): PortRecord[] {
  return neutron.ports.filter((one) => one.deviceId === gatewayId && isInterface(one));
}

function shownCard({ id, networkId, fixedIps }: PortRecord) {
  return { id, ip: fixedIps[0]?.ip, networkId, subnetId: fixedIps[0]?.subnetId, subnet: null };
}

function shown(neutron: Neutron, { id, region, model, status }: GatewayRecord) {
  const router = neutron.routers.get(id);
  const outside = neutron.subnets.find(({ networkId }) => networkId === neutron.publicNetworkId);
  return {
    id,
    name: router?.name ?? '',
    region,
    model,
    status,
    type: 'public',
    interfaces: cardsOf(neutron, id).map(shownCard),
    externalInformation: {
      networkId: neutron.publicNetworkId,
      snatEnabled: true,
      ips: [{ ip: router?.gateway?.ip, subnetId: outside?.id }],
    },
  };
}
