import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { parseCidr } from '../core/cidr.js';
import type { CloudRequest, Route } from '../core/http.js';
import { read, tags, text } from './arguments.js';
import { date } from './dates.js';
import { notValid, stillInUse } from './errors.js';
import { filter, flag, list, sorted } from './listing.js';
import { page } from './paging.js';
import type { PrivateNetworkRecord } from './records.js';
import { complete, newSubnet, parseSubnets, shownSubnet } from './subnets.js';
import { defaultVpc } from './vpcs.js';
import { there, type World } from './world.js';

const REGION = '/vpc/v2/regions/{region}';
const NETWORKS = `${REGION}/private-networks`;
const NETWORK = `${NETWORKS}/{private_network_id}`;

const subnetsShape = z.array(z.string());
const createShape = z.object({
  name: text(),
  project_id: z.string().nullish(),
  tags: tags.nullish(),
  subnets: subnetsShape.nullish(),
  vpc_id: z.string().nullish(),
  default_route_propagation_enabled: z.boolean().nullish(),
});
const updateShape = z.object({
  name: z.string().nullish(),
  tags: tags.nullish(),
  default_route_propagation_enabled: z.boolean().nullish(),
});

export function privateNetworks(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const id = params['private_network_id']!;
    return there(world.privateNetworks.get(id), 'private_network', id, params['region']);
  };
  const shown = (network: PrivateNetworkRecord) => ({
    id: network.id,
    name: network.name,
    tags: network.tags,
    organization_id: world.organizationId,
    created_at: date(network.created),
    updated_at: date(network.updated),
    project_id: network.project,
    subnets: network.subnets.map((subnet) => shownSubnet(network, subnet)),
    vpc_id: network.vpc,
    dhcp_enabled: true,
    default_route_propagation_enabled: network.routePropagation,
    region: network.region,
  });
  const inUse = (network: PrivateNetworkRecord, subnet?: string) =>
    world.addresses.find((address) => address.network === network.id && (!subnet || address.subnet === subnet)) ??
    (subnet ? undefined : world.privateNics.find((nic) => nic.network === network.id));
  const named = (network: PrivateNetworkRecord, given: readonly string[]) =>
    given.map((cidr, index) => {
      const subnet = network.subnets.find((known) => known.cidr === parseCidr(cidr)?.text);
      if (!subnet) throw notValid(`subnets.${index}`, `${cidr} is not a subnet of this Private Network`);
      if (inUse(network, subnet.id)) throw stillInUse('subnet must be empty to be deleted');
      return subnet;
    });
  return [
    {
      method: 'GET',
      path: NETWORKS,
      handle: (request) => {
        const { params, query } = request;
        const matches = filter(world, request, 'private_network');
        const [vpc, ids] = [query.get('vpc_id'), list(query, 'private_network_ids')];
        const wanted = world.privateNetworks.filter(
          (network) =>
            network.region === params['region'] &&
            (!vpc || network.vpc === vpc) &&
            (ids.length === 0 || ids.includes(network.id)) &&
            flag(query, 'dhcp_enabled') !== false &&
            matches(network),
        );
        return page(request, 'private_networks', sorted(wanted, request, 'order_by', 'created_at_asc', ORDER), shown);
      },
    },
    {
      method: 'POST',
      path: NETWORKS,
      handle: (request) => {
        const given = read(request, createShape);
        const region = request.params['region']!;
        const project = world.writable('private_network', given.project_id);
        const vpc = given.vpc_id
          ? there(world.vpcs.get(given.vpc_id), 'vpc', given.vpc_id, region)
          : defaultVpc(world, region, project);
        world.checkQuota('private-networks', world.privateNetworks.size);
        const cidrs = complete(world, vpc.id, parseSubnets(world, vpc.id, given.subnets ?? []));
        const now = world.now();
        const id = randomUUID();
        const network = world.privateNetworks.put(id, {
          id,
          region,
          project,
          vpc: vpc.id,
          name: given.name,
          tags: given.tags ?? [],
          subnets: cidrs.map((cidr) => newSubnet(world, cidr)),
          routePropagation: given.default_route_propagation_enabled ?? false,
          created: now,
          updated: now,
        });
        return { status: 200, body: shown(network) };
      },
    },
    { method: 'GET', path: NETWORK, handle: (request) => ({ status: 200, body: shown(find(request)) }) },
    {
      method: 'PATCH',
      path: NETWORK,
      handle: (request) => {
        const network = find(request);
        const given = read(request, updateShape);
        Object.assign(network, {
          name: given.name ?? network.name,
          tags: given.tags ?? network.tags,
          routePropagation: given.default_route_propagation_enabled ?? network.routePropagation,
          updated: world.now(),
        });
        return { status: 200, body: shown(network) };
      },
    },
    {
      method: 'DELETE',
      path: NETWORK,
      handle: (request) => {
        const network = find(request);
        if (inUse(network)) throw stillInUse('Private Network must be empty to be deleted');
        world.privateNetworks.delete(network.id);
        return { status: 204 };
      },
    },
    {
      method: 'POST',
      path: `${NETWORK}/enable-dhcp`,
      handle: (request) => ({ status: 200, body: shown(find(request)) }),
    },
    {
      method: 'POST',
      path: `${NETWORK}/subnets`,
      handle: (request) => {
        const network = find(request);
        const { subnets = [] } = read(request, z.object({ subnets: subnetsShape.optional() }));
        const cidrs = parseSubnets(world, network.vpc, subnets);
        network.subnets.push(...cidrs.map((cidr) => newSubnet(world, cidr)));
        network.updated = world.now();
        return { status: 200, body: { subnets: cidrs.map((cidr) => cidr.text) } };
      },
    },
    {
      method: 'DELETE',
      path: `${NETWORK}/subnets`,
      handle: (request) => {
        const network = find(request);
        const { subnets = [] } = read(request, z.object({ subnets: subnetsShape.optional() }));
        const gone = named(network, subnets);
        network.subnets = network.subnets.filter((subnet) => !gone.includes(subnet));
        network.updated = world.now();
        return { status: 200, body: { subnets: gone.map((subnet) => subnet.cidr) } };
      },
    },
    {
      method: 'GET',
      path: `${REGION}/subnets`,
      handle: (request) => {
        const { params, query } = request;
        const matches = filter(world, request, 'subnet');
        const [vpc, ids] = [query.get('vpc_id'), list(query, 'subnet_ids')];
        const wanted = world.privateNetworks
          .filter((network) => network.region === params['region'] && (!vpc || network.vpc === vpc) && matches(network))
          .flatMap((network) => network.subnets.map((subnet) => shownSubnet(network, subnet)))
          .filter(({ id }) => ids.length === 0 || ids.includes(id));
        const keys = { created_at: (subnet: (typeof wanted)[number]) => subnet.created_at };
        return page(
          request,
          'subnets',
          sorted(wanted, request, 'order_by', 'created_at_asc', keys),
          (subnet) => subnet,
        );
      },
    },
  ];
}

const ORDER = {
  created_at: (network: PrivateNetworkRecord) => network.created,
  name: (network: PrivateNetworkRecord) => network.name,
};
