import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { freePublicV4 } from './cards.js';
import { badRequest, notFound } from './errors.js';
import { OWNER } from './gateways.js';
import { read } from './input.js';
import { shownOperation } from './operations.js';
import { publicNetworkId } from './public-networks.js';
import type { FloatingIpRecord, PortRecord } from './records.js';
import { knownRegion } from './regions.js';
import type { World } from './world.js';

const REGION = '/cloud/project/{serviceName}/region/{regionName}';
const IPS = `${REGION}/floatingip`;

/** Floating IPs as OVHcloud's own API tells them: it makes them only on a server, and gives them neither name nor description. */
export function floatingIps(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.floatingIps.get(params['floatingIpId']!);
    if (!found || found.region !== params['regionName']) throw notFound('Floating IP');
    return found;
  };
  return [
    {
      method: 'GET',
      path: IPS,
      handle: ({ params }) => {
        const region = knownRegion(params['regionName']!).name;
        const wanted = world.floatingIps.filter((one) => one.region === region);
        return { status: 200, body: wanted.map((one) => shown(world, one)) };
      },
    },
    {
      method: 'GET',
      path: `${IPS}/{floatingIpId}`,
      handle: (request) => ({ status: 200, body: shown(world, find(request)) }),
    },
    {
      method: 'DELETE',
      path: `${IPS}/{floatingIpId}`,
      handle: (request) => {
        world.floatingIps.delete(find(request).id);
        return { status: 200, body: null };
      },
    },
    {
      method: 'POST',
      path: `${IPS}/{floatingIpId}/detach`,
      handle: (request) => {
        find(request).portId = null;
        return { status: 200, body: null };
      },
    },
    {
      method: 'POST',
      path: `${REGION}/instance/{instanceId}/floatingIp`,
      handle: (request) => {
        const { regionName, instanceId } = request.params;
        const { ip } = read(request, z.object({ ip: z.ipv4() }));
        const port = world.ports.find(
          (one) => one.region === regionName && one.deviceId === instanceId && one.ips.some((own) => own.ip === ip),
        );
        if (!port) throw notFound('Instance');
        const made = makeFloatingIp(world, regionName!, '');
        lead(world, made, port);
        const operation = world.begin('floatingip#create', regionName!, null);
        world.ended(operation.id, made.id);
        return { status: 200, body: shownOperation(operation) };
      },
    },
  ];
}

/** A new address, which leads nowhere. */
export function makeFloatingIp(world: World, region: string, description: string): FloatingIpRecord {
  world.checkQuota('floatingip', world.floatingIps.size);
  const id = randomUUID();
  return world.floatingIps.put(id, { id, region, ip: freePublicV4(world), description, portId: null });
}

/** Leads an address to a card. @throws Refusal where the card's network has no gateway */
export function lead(world: World, ip: FloatingIpRecord, port: PortRecord): void {
  if (!isRouted(world, port)) throw badRequest('Instance must be in a private network with a gateway');
  ip.portId = port.id;
}

/** Whether a card's subnet hangs on a gateway that works. */
export function isRouted(world: World, port: PortRecord): boolean {
  const gateways = world.ports.filter(
    ({ deviceOwner, ips }) =>
      deviceOwner === OWNER && ips.some((own) => port.ips.some((ip) => ip.subnetId === own.subnetId)),
  );
  return gateways.some(({ deviceId }) => world.gateways.get(deviceId)?.status === 'active');
}

function shown(world: World, { id, ip, region, portId }: FloatingIpRecord) {
  const port = portId === null ? undefined : world.ports.get(portId);
  const gateway = port && world.ports.find((one) => one.networkId === port.networkId && one.deviceOwner === OWNER);
  return {
    id,
    ip,
    region,
    networkId: publicNetworkId(region),
    status: port ? 'active' : 'down',
    associatedEntity: port
      ? { id: port.id, type: 'instance', ip: port.ips[0]?.ip, gatewayId: gateway?.deviceId ?? null }
      : null,
  };
}
