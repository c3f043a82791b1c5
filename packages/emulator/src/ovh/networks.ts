import * as z from 'zod';
import { parseCidr } from '../core/cidr.js';
import type { CloudRequest, Route } from '../core/http.js';
import type { Transitions } from '../core/steps.js';
import type { Step } from './durations.js';
import { badRequest, notFound, Refusal } from './errors.js';
import { name, read } from './input.js';
import { ask } from './neutron/behind.js';
import { shownOperation } from './operations.js';
import type { NetworkRecord } from './records.js';
import { addSubnet, subnetShape } from './subnets-behind.js';
import type { World } from './world.js';

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

/** A network of the region that the path names. @throws Refusal where there is none */
export function findNetwork(world: World, { params }: CloudRequest): NetworkRecord {
  const found = world.networks.get(params['networkId']!);
  if (!found || found.region !== params['regionName']) throw notFound('Network does not exist');
  return found;
}

/** Private networks: by region, and over all regions by the older API, which alone can rename one. */
export function networks(world: World): Route[] {
  const findWide = ({ params }: CloudRequest) => {
    const found = world.networks.find((one) => wideId(world, one) === params['networkId']);
    if (!found) throw notFound('Network does not exist');
    return found;
  };
  return [
    {
      method: 'GET',
      path: NETWORKS,
      handle: ({ params }) => {
        const { region } = world.neutron(params['regionName']!);
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
        const { region } = world.neutron(request.params['regionName']!);
        const given = read(request, createShape);
        if (given.subnet && !parseCidr(given.subnet.cidr))
          throw badRequest(`[subnet.cidr] '${given.subnet.cidr}' is not valid`);
        world.checkQuota('networks', world.networks.size);
        const operation = world.begin('network#create', region, null);
        wanted(world).put(operation.id, { ...given, region });
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
        const { id, region } = findWide(request);
        const network = { name: read(request, z.object({ name })).name };
        ask(world.neutron(region), { method: 'PUT', path: '/networks/{id}', id, body: { network } });
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

export function networkTransitions(world: World): Transitions<Step> {
  return {
    'network.create': (operationId) => {
      const given = wanted(world).get(operationId);
      wanted(world).delete(operationId);
      if (given) world.ended(operationId, make(world, given));
    },
  };
}

/** Makes a network with its subnet; null where Neutron refuses. */
function make(world: World, { name: called, region, vlanId, subnet }: Wanted): string | null {
  const neutron = world.neutron(region);
  try {
    const body = { network: { name: called } };
    const { network } = ask<{ network: { id: string } }>(neutron, { method: 'POST', path: '/networks', body });
    // The vendor draws a number where none is given; here it is the next one.
    const own = vlanId ?? 100 + (world.context.store.next('vlan') % 3900);
    world.networks.put(network.id, { id: network.id, region, vlanId: own });
    if (subnet) addSubnet(neutron, network.id, { ...subnet, name: subnet.name ?? '' });
    return network.id;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function wanted(world: World) {
  return world.context.store.collection<Wanted>('wanted-networks');
}

function remove(world: World, { id, region }: NetworkRecord): void {
  ask(world.neutron(region), { method: 'DELETE', path: '/networks/{id}', id });
  world.networks.delete(id);
}

function wideId(world: World, { vlanId, id }: NetworkRecord): string {
  return `pn-${Number.parseInt(world.projectId.slice(0, 5), 16)}_${vlanId}${id.slice(0, 4)}`;
}

function nameOf(world: World, { id, region }: NetworkRecord): string {
  return world.neutron(region).networks.get(id)?.name ?? '';
}

function shown(world: World, network: NetworkRecord) {
  const { id, region, vlanId } = network;
  const subnets = world.neutron(region).subnets.filter(({ networkId }) => networkId === id);
  return {
    id,
    name: nameOf(world, network),
    region,
    status: 'ACTIVE',
    visibility: 'private',
    vlanId,
    subnetIds: subnets.map((one) => one.id),
  };
}

function shownWide(world: World, network: NetworkRecord) {
  const { id, region, vlanId } = network;
  return {
    id: wideId(world, network),
    name: nameOf(world, network),
    status: 'ACTIVE',
    type: 'private',
    vlanId,
    regions: [{ region, status: 'ACTIVE', openstackId: id }],
  };
}
