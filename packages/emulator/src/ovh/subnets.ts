import type { CloudRequest, Route } from '../core/http.js';
import { subnetsIn } from './cards.js';
import { conflict, notFound } from './errors.js';
import { read } from './input.js';
import { findNetwork, NETWORKS } from './networks.js';
import type { SubnetRecord } from './records.js';
import { addSubnet, checkSubnet, subnetShape } from './subnet-making.js';
import type { World } from './world.js';

const SUBNETS = `${NETWORKS}/{networkId}/subnet`;

export function subnets(world: World): Route[] {
  const find = (request: CloudRequest) => {
    const network = findNetwork(world, request);
    const found = world.subnets.get(request.params['subnetId']!);
    if (found?.networkId !== network.id) throw notFound('Subnet');
    return found;
  };
  return [
    {
      method: 'GET',
      path: SUBNETS,
      handle: (request) => ({ status: 200, body: subnetsIn(world, findNetwork(world, request).id).map(shown) }),
    },
    {
      method: 'POST',
      path: SUBNETS,
      handle: (request) => {
        const network = findNetwork(world, request);
        const given = read(request, subnetShape);
        checkSubnet(world, network.id, given);
        return { status: 200, body: shown(addSubnet(world, network, given)) };
      },
    },
    {
      method: 'GET',
      path: `${SUBNETS}/{subnetId}`,
      handle: (request) => ({ status: 200, body: shown(find(request)) }),
    },
    {
      method: 'DELETE',
      path: `${SUBNETS}/{subnetId}`,
      handle: (request) => {
        const { id } = find(request);
        const used = world.ports.find(({ ips }) => ips.some(({ subnetId }) => subnetId === id));
        if (used)
          throw conflict(
            `Unable to complete operation on subnet ${id}: One or more ports have an IP allocation from this subnet.`,
          );
        world.subnets.delete(id);
        return { status: 200, body: null };
      },
    },
  ];
}

function shown({ id, name, cidr, gatewayIp, dhcp, start, end }: SubnetRecord) {
  return {
    id,
    name,
    cidr,
    ipVersion: 4,
    gatewayIp,
    dhcpEnabled: dhcp,
    dnsNameServers: [],
    hostRoutes: [],
    allocationPools: [{ start, end }],
  };
}
