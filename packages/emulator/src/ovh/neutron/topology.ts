import { z } from 'zod';
import { contains, parseCidr, toNumber } from '../../core/cidr.js';
import type { CloudRequest, Route } from '../../core/http.js';
import { publicNetworkId, publicSubnetId } from '../public-networks.js';
import type { SubnetRecord } from '../records.js';
import type { World } from '../world.js';
import { badInput, notFound } from './errors.js';
import { input } from './input.js';
import { page } from './listing.js';

/** Networks, subnets and routers as Neutron tells them; they are made by OVHcloud's own API. */
export function networks(world: World): Route[] {
  const all = (region: string) => [
    shownNetwork(world, {
      id: publicNetworkId(region),
      name: 'Ext-Net',
      subnets: [publicSubnetId(region)],
      external: true,
    }),
    ...world.networks
      .filter((one) => one.region === region)
      .map(({ id, name }) => {
        const own = world.subnets.filter(({ networkId }) => networkId === id).map((one) => one.id);
        return shownNetwork(world, { id, name, subnets: own, external: false });
      }),
  ];
  return [
    {
      method: 'GET',
      path: '/networks',
      handle: (request) => page(request, 'networks', all(request.params['region']!)),
    },
    {
      method: 'GET',
      path: '/networks/{id}',
      handle: ({ params }) => {
        const network = all(params['region']!).find(({ id }) => id === params['id']);
        if (!network) throw notFound('Network', params['id']!);
        return { status: 200, body: { network } };
      },
    },
  ];
}

export function subnets(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.subnets.get(params['id']!);
    if (!found || found.region !== params['region']) throw notFound('Subnet', params['id']!);
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/subnets',
      handle: (request) => {
        const here = world.subnets.filter(({ region }) => region === request.params['region']);
        return page(
          request,
          'subnets',
          here.map((one) => shownSubnet(world, one)),
        );
      },
    },
    {
      method: 'GET',
      path: '/subnets/{id}',
      handle: (request) => ({ status: 200, body: { subnet: shownSubnet(world, find(request)) } }),
    },
    {
      method: 'PUT',
      path: '/subnets/{id}',
      handle: (request) => {
        const subnet = find(request);
        const { gateway_ip: ip } = input(
          request,
          z.object({ subnet: z.object({ gateway_ip: z.ipv4().nullable() }) }),
        ).subnet;
        if (ip && !contains(parseCidr(subnet.cidr)!, ip)) throw badInput('Gateway is not valid on subnet.');
        if (ip && toNumber(subnet.start) <= toNumber(ip) && toNumber(ip) <= toNumber(subnet.end))
          throw badInput(`Gateway ip ${ip} conflicts with allocation pool ${subnet.start}-${subnet.end}.`);
        subnet.gatewayIp = ip;
        return { status: 200, body: { subnet: shownSubnet(world, subnet) } };
      },
    },
  ];
}

/** A gateway of OVHcloud is a router of Neutron. */
export function routers(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/routers',
      handle: (request) => {
        const { region } = request.params;
        const here = world.gateways.filter((one) => one.region === region && one.status !== 'down');
        return page(
          request,
          'routers',
          here.map(({ id, name, externalIp }) => ({
            id,
            name,
            description: '',
            status: 'ACTIVE',
            admin_state_up: true,
            external_gateway_info: {
              network_id: publicNetworkId(region!),
              enable_snat: true,
              external_fixed_ips: [{ subnet_id: publicSubnetId(region!), ip_address: externalIp }],
            },
            project_id: world.projectId,
            tenant_id: world.projectId,
          })),
        );
      },
    },
  ];
}

function shownNetwork(
  world: World,
  { id, name, subnets: own, external }: { id: string; name: string; subnets: string[]; external: boolean },
) {
  return {
    id,
    name,
    status: 'ACTIVE',
    admin_state_up: true,
    description: '',
    subnets: own,
    shared: external,
    'router:external': external,
    is_default: external,
    mtu: 1500,
    tags: [],
    project_id: external ? '5614d3d8a6c14a1d8fd2b0e6a21d2f6c' : world.projectId,
    tenant_id: external ? '5614d3d8a6c14a1d8fd2b0e6a21d2f6c' : world.projectId,
  };
}

function shownSubnet(world: World, { id, name, networkId, cidr, gatewayIp, dhcp, start, end }: SubnetRecord) {
  return {
    id,
    name,
    network_id: networkId,
    cidr,
    ip_version: 4,
    gateway_ip: gatewayIp,
    enable_dhcp: dhcp,
    allocation_pools: [{ start, end }],
    dns_nameservers: [],
    host_routes: [],
    description: '',
    tags: [],
    project_id: world.projectId,
    tenant_id: world.projectId,
  };
}
