import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { take, withMask } from './address-book.js';
import { read, tags } from './arguments.js';
import { date } from './dates.js';
import { invalidArguments, notValid, stillInUse } from './errors.js';
import { filter, flag, list, sorted } from './listing.js';
import { page } from './paging.js';
import type { AddressRecord } from './records.js';
import { there, type World } from './world.js';

const IPS = '/ipam/v1/regions/{region}/ips';
const custom = z.object({ mac_address: z.string(), name: z.string().nullish() });
const bookShape = z.object({
  project_id: z.string().nullish(),
  source: z.object({ private_network_id: z.string().nullish(), subnet_id: z.string().nullish() }),
  is_ipv6: z.boolean().nullish(),
  address: z.string().nullish(),
  tags: tags.nullish(),
  resource: custom.nullish(),
});
const updateShape = z.object({
  tags: tags.nullish(),
  reverses: z.array(z.object({ hostname: z.string(), address: z.string().nullish() })).nullish(),
});

export function ipam(world: World): Route[] {
  const find = ({ params }: CloudRequest) =>
    there(world.addresses.get(params['ip_id']!), 'ip', params['ip_id']!, params['region']);

  const resource = ({ nic: id, custom }: AddressRecord) => {
    const nic = id === null ? undefined : world.privateNics.get(id);
    // Upper case here, lower case in the instance API (recorded 2026-07).
    const mac_address = (nic?.mac ?? custom?.mac ?? '').toUpperCase();
    if (nic)
      return { type: 'instance_private_nic', id: nic.id, mac_address, name: world.servers.get(nic.server)!.name };
    return custom ? { type: 'custom', id: '', mac_address, name: custom.name } : null;
  };
  const shown = (address: AddressRecord) => ({
    id: address.id,
    address: withMask(world.privateNetworks.get(address.network), address),
    project_id: address.project,
    is_ipv6: address.v6,
    created_at: date(address.created),
    updated_at: date(address.updated),
    source: { subnet_id: address.subnet },
    resource: resource(address),
    tags: address.tags,
    reverses: address.reverses,
    region: address.region,
    zone: null,
  });
  const source = (request: CloudRequest, given: z.output<typeof bookShape>) => {
    const region = request.params['region'];
    const { private_network_id: networkId, subnet_id: subnetId } = given.source;
    if (!networkId && !subnetId) throw invalidArguments({ argument_name: 'source', reason: 'required' });
    const owner = subnetId && world.privateNetworks.find(({ subnets }) => subnets.some(({ id }) => id === subnetId));
    const network = networkId
      ? there(world.privateNetworks.get(networkId), 'private_network', networkId, region)
      : there(owner || undefined, 'subnet', subnetId!, region);
    const v6 = given.is_ipv6 ?? false;
    const subnet = network.subnets.find(({ id, cidr }) => (subnetId ? id === subnetId : cidr.includes(':') === v6));
    if (!subnet) throw notValid('source', 'the Private Network has no such subnet');
    return { network, subnet };
  };
  return [
    {
      method: 'GET',
      path: IPS,
      handle: (request) =>
        page(
          request,
          'ips',
          sorted(wanted(world, request, resource), request, 'order_by', 'created_at_desc', ORDER),
          shown,
        ),
    },
    {
      method: 'POST',
      path: IPS,
      handle: (request) => {
        const given = read(request, bookShape);
        const project = world.writable('ip', given.project_id);
        const { network, subnet } = source(request, given);
        if (network.project !== project) throw notValid('project_id', "must be the Private Network's Project");
        const address = take(world, network, { subnet, address: given.address ?? undefined, tags: given.tags ?? [] });
        const { resource: attached } = given;
        if (attached) address.custom = { mac: attached.mac_address, name: attached.name ?? null };
        return { status: 200, body: shown(address) };
      },
    },
    { method: 'GET', path: `${IPS}/{ip_id}`, handle: (request) => ({ status: 200, body: shown(find(request)) }) },
    {
      method: 'PATCH',
      path: `${IPS}/{ip_id}`,
      handle: (request) => {
        const address = find(request);
        const given = read(request, updateShape);
        const reverses = given.reverses?.map(({ hostname, address: at }) => ({ hostname, address: at ?? null }));
        Object.assign(address, {
          tags: given.tags ?? address.tags,
          reverses: reverses ?? address.reverses,
          updated: world.now(),
        });
        return { status: 200, body: shown(address) };
      },
    },
    {
      method: 'DELETE',
      path: `${IPS}/{ip_id}`,
      handle: (request) => {
        const address = find(request);
        if (address.nic !== null) throw stillInUse('IP must be detached from its resource to be released');
        world.addresses.delete(address.id);
        return { status: 204 };
      },
    },
    {
      method: 'POST',
      path: '/ipam/v1/regions/{region}/ip-sets/release',
      handle: (request) => {
        const { ip_ids: ids = [] } = read(request, z.object({ ip_ids: z.array(z.string()).optional() }));
        const all = ids.map((id) => there(world.addresses.get(id), 'ip', id, request.params['region']));
        if (all.some(({ nic }) => nic !== null)) throw stillInUse('IPs must be detached from their resources');
        for (const { id } of all) world.addresses.delete(id);
        return { status: 204 };
      },
    },
  ];
}

const ORDER = {
  created_at: (address: AddressRecord) => address.created,
  updated_at: (address: AddressRecord) => address.updated,
  attached_at: (address: AddressRecord) => address.updated,
  ip_address: (address: AddressRecord) => address.address,
  mac_address: (address: AddressRecord) => address.custom?.mac ?? '',
};

type Resource = { type: string; id: string; mac_address: string; name: string | null } | null;

function wanted(
  world: World,
  request: CloudRequest,
  resourceOf: (address: AddressRecord) => Resource,
): AddressRecord[] {
  const { params, query } = request;
  const named = { name: '' };
  const matches = filter(world, { ...request, query: without(query, 'name') }, 'ip');
  const types = [...list(query, 'resource_types'), ...list(query, 'resource_type')].filter((t) => t !== 'unknown_type');
  const ids = [...list(query, 'resource_ids'), ...list(query, 'resource_id')];
  const ipIds = list(query, 'ip_ids');
  const attached = flag(query, 'attached');
  const v6 = flag(query, 'is_ipv6');
  const vpcOf = (address: AddressRecord) => world.privateNetworks.get(address.network)?.vpc;
  return world.addresses.filter((address) => {
    const resource = resourceOf(address);
    const is = (name: string, value: string | null | undefined) => !query.get(name) || query.get(name) === value;
    return (
      address.region === params['region'] &&
      matches({ ...named, project: address.project, tags: address.tags }) &&
      !query.get('zonal') &&
      is('private_network_id', address.network) &&
      is('subnet_id', address.subnet) &&
      is('vpc_id', vpcOf(address)) &&
      is('source_vpc_id', vpcOf(address)) &&
      (!query.get('mac_address') || resource?.mac_address === query.get('mac_address')?.toUpperCase()) &&
      (!query.get('resource_name') || (resource?.name ?? '').includes(query.get('resource_name')!)) &&
      (types.length === 0 || (resource !== null && types.includes(resource.type))) &&
      (ids.length === 0 || (resource !== null && ids.includes(resource.id))) &&
      (ipIds.length === 0 || ipIds.includes(address.id)) &&
      (attached === undefined || (resource !== null) === attached) &&
      (v6 === undefined || address.v6 === v6)
    );
  });
}

function without(query: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete(name);
  return rest;
}
