import { z } from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import type { PortRecord } from '../records.js';
import type { World } from '../world.js';
import { notFound } from './errors.js';
import { input } from './input.js';
import { page } from './listing.js';

const changeShape = z.object({ port: z.object({ security_groups: z.array(z.string()).nullish() }) });

export function ports(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.ports.get(params['id']!);
    if (!found || found.region !== params['region']) throw notFound('Port', params['id']!);
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/ports',
      handle: (request) => {
        const all = world.ports.filter(({ region }) => region === request.params['region']);
        return page(
          request,
          'ports',
          all.map((one) => shown(world, one)),
        );
      },
    },
    {
      method: 'GET',
      path: '/ports/{id}',
      handle: (request) => ({ status: 200, body: { port: shown(world, find(request)) } }),
    },
    {
      method: 'PUT',
      path: '/ports/{id}',
      handle: (request) => {
        const port = find(request);
        const { security_groups: groups } = input(request, changeShape).port;
        const unknown = groups?.find((id) => world.groups.get(id)?.region !== port.region);
        if (unknown) throw notFound('Security Group', unknown);
        port.groups = groups ?? port.groups;
        return { status: 200, body: { port: shown(world, port) } };
      },
    },
  ];
}

function shown(world: World, { id, region, networkId, mac, deviceId, deviceOwner, ips, groups }: PortRecord) {
  return {
    id,
    name: '',
    status: 'ACTIVE',
    admin_state_up: true,
    network_id: networkId,
    mac_address: mac,
    device_id: deviceId,
    device_owner: deviceOwner,
    fixed_ips: ips.map(({ ip, subnetId }) => ({ subnet_id: subnetId, ip_address: ip })),
    security_groups: [...groups],
    allowed_address_pairs: [],
    description: '',
    tags: [],
    availability_zone_hints: [region],
    project_id: world.projectId,
    tenant_id: world.projectId,
  };
}
