import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { date } from '../dates.js';
import { neutronError } from '../errors.js';
import { neutronBody } from '../input.js';
import { neutronPage } from '../listing.js';
import type { FloatingIpRecord, RouterRecord } from '../records.js';
import type { World } from '../world.js';
import { publicAddress } from './external.js';
import { badRequest, checkQuota, notFound } from './refusals.js';
import { isInterface } from './routers.js';

const text = z.string().max(255);
const createShape = z.strictObject({
  floatingip: z.strictObject({
    floating_network_id: text,
    description: text.default(''),
    port_id: text.nullish(),
    fixed_ip_address: text.nullish(),
    subnet_id: text.nullish(),
  }),
});
const changeShape = z.strictObject({
  floatingip: z.strictObject({
    description: text.optional(),
    port_id: text.nullish(),
    fixed_ip_address: text.nullish(),
  }),
});

export function floatingIps(world: World): Route[] {
  const find = ({ params }: CloudRequest): FloatingIpRecord => {
    const found = world.floatingIps.get(params['id']!);
    if (!found) throw notFound('FloatingIP', `Floating IP ${params['id']} could not be found`);
    return found;
  };
  const one = (ip: FloatingIpRecord, status = 200) => ({ status, body: { floatingip: shown(world, ip) } });
  return [
    {
      method: 'GET',
      path: '/floatingips',
      handle: (request) =>
        neutronPage(
          request,
          'floatingips',
          world.floatingIps.list().map((ip) => shown(world, ip)),
        ),
    },
    {
      method: 'POST',
      path: '/floatingips',
      handle: (request) => {
        const given = neutronBody(request, createShape).floatingip;
        const network = world.networks.get(given.floating_network_id);
        if (!network) throw notFound('Network', `Network ${given.floating_network_id} could not be found.`);
        if (!network.external) throw badRequest(`Network ${network.id} is not a valid external network`, 'floatingip');
        checkQuota(world, 'floatingip', world.floatingIps.size);
        const leads = given.port_id ? wayTo(world, given.port_id, given.fixed_ip_address) : NOWHERE;
        const id = randomUUID();
        const now = world.now();
        const ip = publicAddress(world);
        const record = { id, networkId: network.id, ip, created: now, updated: now, description: given.description };
        return one(world.floatingIps.put(id, { ...record, ...leads }), 201);
      },
    },
    { method: 'GET', path: '/floatingips/{id}', handle: (request) => one(find(request)) },
    {
      method: 'PUT',
      path: '/floatingips/{id}',
      handle: (request) => {
        const ip = find(request);
        const given = neutronBody(request, changeShape).floatingip;
        if (given.port_id !== undefined)
          Object.assign(ip, given.port_id ? wayTo(world, given.port_id, given.fixed_ip_address, ip.id) : NOWHERE);
        Object.assign(ip, { description: given.description ?? ip.description, updated: world.now() });
        return one(ip);
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

const NOWHERE = { portId: null, fixedIp: null };

/** Where an address leads when it leads to a port. @throws Refusal where no way leads there, or another address does already */
function wayTo(world: World, portId: string, wanted: string | null | undefined, own?: string) {
  const port = world.ports.get(portId);
  if (!port) throw notFound('Port', `Port ${portId} could not be found.`);
  const inner = port.fixedIps.filter(({ ip }) => !ip.includes(':'));
  const chosen = wanted ? inner.find(({ ip }) => ip === wanted) : inner[0];
  if (!chosen) throw badRequest(`Port ${portId} does not have fixed ip ${wanted ?? ''}`, 'floatingip');
  if (!wanted && inner.length > 1)
    throw badRequest(
      `Port ${portId} has multiple fixed IPv4 addresses. Must provide a specific IPv4 address when assigning a floating IP`,
      'floatingip',
    );
  if (!routerOf(world, chosen.subnetId))
    throw notFound(
      'ExternalGatewayForFloatingIP',
      `External network is not reachable from subnet ${chosen.subnetId}. Therefore, cannot associate Port ${portId} with a Floating IP.`,
    );
  const other = world.floatingIps.find((one) => one.portId === portId && one.fixedIp === chosen.ip && one.id !== own);
  if (other)
    throw neutronError(
      409,
      'FloatingIPPortAlreadyAssociated',
      `Cannot associate floating IP ${other.ip} (${other.id}) with port ${portId} using fixed IP ${chosen.ip}, as that fixed IP already has a floating IP on external network ${other.networkId}.`,
    );
  return { portId, fixedIp: chosen.ip };
}

/** The router by which a subnet reaches the external network; what hangs on another subnet of its network is no way out. */
function routerOf(world: World, subnetId: string): RouterRecord | undefined {
  const hanging = world.ports.filter((one) => isInterface(one) && one.fixedIps.some((ip) => ip.subnetId === subnetId));
  return hanging.map(({ deviceId }) => world.routers.get(deviceId)).find((router) => router?.gateway);
}

function shown(world: World, ip: FloatingIpRecord) {
  const port = ip.portId === null ? undefined : world.ports.get(ip.portId);
  const inside = port?.fixedIps.find((one) => one.ip === ip.fixedIp);
  return {
    id: ip.id,
    status: port ? 'ACTIVE' : 'DOWN',
    description: ip.description,
    floating_ip_address: ip.ip,
    floating_network_id: ip.networkId,
    fixed_ip_address: ip.fixedIp,
    port_id: port?.id ?? null,
    router_id: (inside && routerOf(world, inside.subnetId)?.id) ?? null,
    port_details: port
      ? {
          name: port.name,
          network_id: port.networkId,
          mac_address: port.mac,
          admin_state_up: true,
          status: port.deviceId === '' ? 'DOWN' : 'ACTIVE',
          device_id: port.deviceId,
          device_owner: port.deviceOwner,
        }
      : null,
    port_forwardings: [],
    qos_policy_id: null,
    dns_domain: '',
    dns_name: '',
    tags: [],
    created_at: date(ip.created),
    updated_at: date(ip.updated),
    revision_number: 0,
    project_id: world.projectId,
    tenant_id: world.projectId,
  };
}
