import type { CloudRequest, Route } from '../core/http.js';
import { poolOf } from '../openstack/network/addresses.js';
import type { SubnetRecord } from '../openstack/records.js';
import { notFound } from './errors.js';
import { read } from './input.js';
import { findNetwork, NETWORKS } from './networks.js';
import { ask } from './neutron/behind.js';
import { addSubnet, subnetShape } from './subnets-behind.js';
import type { World } from './world.js';

const SUBNETS = `${NETWORKS}/{networkId}/subnet`;

export function subnets(world: World): Route[] {
  const at = (request: CloudRequest) => {
    const { id, region } = findNetwork(world, request);
    return { id, neutron: world.neutron(region) };
  };
  const find = (request: CloudRequest) => {
    const { id, neutron } = at(request);
    const found = neutron.subnets.get(request.params['subnetId']!);
    if (found?.networkId !== id) throw notFound('Subnet does not exist');
    return { subnet: found, neutron };
  };
  return [
    {
      method: 'GET',
      path: SUBNETS,
      handle: (request) => {
        const { id, neutron } = at(request);
        return { status: 200, body: neutron.subnets.filter(({ networkId }) => networkId === id).map(shown) };
      },
    },
    {
      method: 'POST',
      path: SUBNETS,
      handle: (request) => {
        const { id, neutron } = at(request);
        return { status: 200, body: shown(addSubnet(neutron, id, read(request, subnetShape))) };
      },
    },
    {
      method: 'GET',
      path: `${SUBNETS}/{subnetId}`,
      handle: (request) => ({ status: 200, body: shown(find(request).subnet) }),
    },
    {
      method: 'DELETE',
      path: `${SUBNETS}/{subnetId}`,
      handle: (request) => {
        const { subnet, neutron } = find(request);
        ask(neutron, { method: 'DELETE', path: '/subnets/{id}', id: subnet.id });
        return { status: 200, body: null };
      },
    },
  ];
}

function shown(subnet: SubnetRecord) {
  const { id, name, cidr, gateway, dhcp, dns } = subnet;
  return {
    id,
    name,
    cidr,
    ipVersion: cidr.includes(':') ? 6 : 4,
    gatewayIp: gateway,
    dhcpEnabled: dhcp,
    dnsNameServers: dns,
    hostRoutes: [],
    allocationPools: [poolOf(subnet)],
  };
}
