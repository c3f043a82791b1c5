import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { conflict, notFound } from './errors.js';
import { name, read } from './input.js';
import { shownOperation } from './operations.js';
import type { NetworkRecord } from './records.js';
import { knownRegion } from './regions.js';
import { addSubnet, checkSubnet, subnetShape } from './subnet-making.js';
import type { Transitions, World } from './world.js';

const PROJECT = '/cloud/project/{serviceName}';
export const NETWORKS = `${PROJECT}/region/{regionName}/network`;
const WIDE = `${PROJECT}/network/private`;

const createShape = z.object({
  name,
  vlanId: z.int().min(1).max(4095).nullish(),
  subnet: subnetShape.extend({ name: z.string().nullish() }).nullish(),
});
/** What a create asked for, kept until its operation ends. */
type Wanted = z.output<typeof createShape> & { region: string };

export function findNetwork(world: World, { params }: CloudRequest): NetworkRecord {
  const found = world.networks.get(params['networkId']!);
  if (!found || found.region !== params['regionName']) throw notFound('Network');
  return found;
}

/** Private networks: by region, and over all regions by the older API, which alone can rename one. */
export function networks(world: World): Route[] {
  const findWide = ({ params }: CloudRequest) => {
    const found = world.networks.find((one) => wideId(world, one) === params['networkId']);
    if (!found) throw notFound('Network');
    return found;
  };
  return [
    {
      method: 'GET',
      path: NETWORKS,
      handle: ({ params }) => {
        const region = knownRegion(params['regionName']!).name;
        return {
          status: 200,
          body: world.networks.filter((one) => one.region === region).map((one) => shown(world, one)),
        };
      },
    },
    {
      method: 'POST',
      path: NETWORKS,
      handle: (request) => {
        const region = knownRegion(request.params['regionName']!).name;
        const given = read(request, createShape);
        if (given.subnet) checkSubnet(world, '', given.subnet);
        world.checkQuota('networks', world.networks.size);
        const operation = world.begin('network#create', region, null);
        world.context.store.collection<Wanted>('wanted-networks').put(operation.id, { ...given, region });
        world.later('network.create', operation.id);
        return { status: 200, body: shownOperation(operation) };
      },
    },
    {
      method: 'GET',
      path: `${NETWORKS}/{networkId}`,
      handle: (request) => ({ status: 200, body: shown(world, findNetwork(world, request)) }),
    },
    {
      method: 'DELETE',
      path: `${NETWORKS}/{networkId}`,
      handle: (request) => {
        remove(world, findNetwork(world, request));
        return { status: 200, body: null };
      },
    },
    {
      method: 'GET',
      path: WIDE,
      handle: () => ({ status: 200, body: world.networks.list().map((one) => shownWide(world, one)) }),
    },
    {
      method: 'GET',
      path: `${WIDE}/{networkId}`,
      handle: (request) => ({ status: 200, body: shownWide(world, findWide(request)) }),
    },
    {
      method: 'PUT',
      path: `${WIDE}/{networkId}`,
      handle: (request) => {
        const network = findWide(request);
        network.name = read(request, z.object({ name })).name;
        return { status: 200, body: null };
      },
    },
    {
      method: 'DELETE',
      path: `${WIDE}/{networkId}`,
      handle: (request) => {
        remove(world, findWide(request));
        return { status: 200, body: null };
      },
    },
  ];
}

export function networkTransitions(world: World): Transitions {
  return {
    'network.create': (operationId) => {
      const wanted = world.context.store.collection<Wanted>('wanted-networks');
      const given = wanted.get(operationId);
      wanted.delete(operationId);
      if (!given) return;
      const id = randomUUID();
      // The vendor draws a number where none is given; here it is the next one.
      const vlanId = given.vlanId ?? 100 + (world.context.store.next('vlan') % 3900);
      world.networks.put(id, { id, name: given.name, region: given.region, vlanId, status: 'ACTIVE' });
      if (given.subnet)
        addSubnet(world, { id, region: given.region }, { ...given.subnet, name: given.subnet.name ?? '' });
      world.ended(operationId, id);
    },
  };
}

function remove(world: World, { id }: NetworkRecord): void {
  const cards = world.ports.filter(({ networkId }) => networkId === id);
  if (cards.length > 0)
    throw conflict(
      `Unable to complete operation on network ${id}. There are one or more ports still in use on the network, id for these ports is: ${cards.map((one) => one.id).join(',')}.`,
    );
  for (const subnet of world.subnets.filter(({ networkId }) => networkId === id)) world.subnets.delete(subnet.id);
  world.networks.delete(id);
}

function wideId(world: World, { vlanId, id }: NetworkRecord): string {
  return `pn-${Number.parseInt(world.projectId.slice(0, 5), 16)}_${vlanId}${id.slice(0, 4)}`;
}

function shown(world: World, network: NetworkRecord) {
  const { id, name: called, region, vlanId, status } = network;
  const subnetIds = world.subnets.filter(({ networkId }) => networkId === id).map((one) => one.id);
  return { id, name: called, region, status, visibility: 'private', vlanId, subnetIds };
}

function shownWide(world: World, network: NetworkRecord) {
  const { id, name: called, region, vlanId, status } = network;
  return {
    id: wideId(world, network),
    name: called,
    status,
    type: 'private',
    vlanId,
    regions: [{ region, status: status === 'ACTIVE' ? 'ACTIVE' : 'BUILDING', openstackId: id }],
  };
}
