import { z } from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { isRouted, makeFloatingIp } from '../floating-ips.js';
import { publicNetworkId } from '../public-networks.js';
import type { FloatingIpRecord, PortRecord } from '../records.js';
import type { World } from '../world.js';
import { badInput, inUse, noGateway, notFound, overQuota } from './errors.js';
import { input } from './input.js';
import { page } from './listing.js';

const text = z.string().max(255).nullish();
const createShape = z.object({
  floatingip: z.object({ floating_network_id: z.string(), description: text, port_id: z.string().nullish() }),
});
const changeShape = z.object({
  floatingip: z.object({ description: text, port_id: z.string().nullish(), fixed_ip_address: z.ipv4().nullish() }),
});

export function floatingIps(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.floatingIps.get(params['id']!);
    if (!found || found.region !== params['region']) throw notFound('Floating IP', params['id']!);
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/floatingips',
      handle: (request) => {
        const here = world.floatingIps.filter(({ region }) => region === request.params['region']);
        return page(
          request,
          'floatingips',
          here.map((one) => shown(world, one)),
        );
      },
    },
    {
      method: 'POST',
      path: '/floatingips',
      handle: (request) => {
        const region = request.params['region']!;
        const { floatingip: given } = input(request, createShape);
        if (given.floating_network_id !== publicNetworkId(region))
          throw badInput(`Network ${given.floating_network_id} is not a valid external network`);
        const quota = world.context.quota('floatingip');
        if (quota !== undefined && world.floatingIps.size >= quota) throw overQuota('floatingip');
        const port = given.port_id ? portFor(world, region, given.port_id) : undefined;
        const made = makeFloatingIp(world, region, given.description ?? '');
        made.portId = port?.id ?? null;
        return { status: 201, body: { floatingip: shown(world, made) } };
      },
    },
    {
      method: 'GET',
      path: '/floatingips/{id}',
      handle: (request) => ({ status: 200, body: { floatingip: shown(world, find(request)) } }),
    },
    {
      method: 'PUT',
      path: '/floatingips/{id}',
      handle: (request) => {
        const ip = find(request);
        const { description, port_id: portId } = input(request, changeShape).floatingip;
        const port = portId ? portFor(world, ip.region, portId) : undefined;
        const other = port && world.floatingIps.find((one) => one.portId === port.id && one.id !== ip.id);
        if (other) throw inUse('Floating IP', other.id);
        if (portId !== undefined) ip.portId = port?.id ?? null;
        ip.description = description ?? ip.description;
        return { status: 200, body: { floatingip: shown(world, ip) } };
      },
    },
    {
      method: 'DELETE',
      path: '/floatingips/{id}',
      handle: (request) => {
        world.floatingIps.delete(find(request).id);
        return { status: 204 };
      },
    },
  ];
}

/** A card that an address can lead to. @throws Refusal where there is none, or its network has no way out */
function portFor(world: World, region: string, id: string): PortRecord {
  const port = world.ports.get(id);
  if (!port || port.region !== region) throw notFound('Port', id);
  if (!isRouted(world, port)) throw noGateway(port.ips[0]?.subnetId ?? '', publicNetworkId(region));
  return port;
}

function shown(world: World, { id, region, ip, description, portId }: FloatingIpRecord) {
  const port = portId === null ? undefined : world.ports.get(portId);
  return {
    id,
    floating_ip_address: ip,
    floating_network_id: publicNetworkId(region),
    status: port ? 'ACTIVE' : 'DOWN',
    description,
    port_id: port?.id ?? null,
    port_details: port
      ? {
          device_id: port.deviceId,
          device_owner: port.deviceOwner,
          network_id: port.networkId,
          mac_address: port.mac,
          name: '',
          status: 'ACTIVE',
          admin_state_up: true,
        }
      : null,
    fixed_ip_address: port?.ips[0]?.ip ?? null,
    router_id: port
      ? (world.ports.find((one) => one.networkId === port.networkId && one.deviceOwner === 'network:router_interface')
          ?.deviceId ?? null)
      : null,
    tags: [],
    project_id: world.projectId,
    tenant_id: world.projectId,
  };
}
