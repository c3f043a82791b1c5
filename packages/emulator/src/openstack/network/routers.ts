import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { date } from '../dates.js';
import { neutronError } from '../errors.js';
import { neutronBody } from '../input.js';
import { neutronPage } from '../listing.js';
import type { PortRecord, RouterRecord } from '../records.js';
import type { World } from '../world.js';
import { addPort, removePort } from './cards.js';
import { publicAddress } from './external.js';
import { badRequest, checkQuota, notFound } from './refusals.js';

const text = z.string().max(255);
const gateway = z.object({ network_id: text }).nullish();
const common = {
  description: text.optional(),
  admin_state_up: z.boolean().optional(),
  external_gateway_info: gateway,
};
const createShape = z.strictObject({ router: z.strictObject({ name: text.default(''), ...common }) });
const changeShape = z.strictObject({ router: z.strictObject({ name: text.optional(), ...common }) });
const interfaceShape = z.strictObject({ subnet_id: text.optional(), port_id: text.optional() });

const INTERFACE = 'network:router_interface';

/** A router's port in a network. */
export function isInterface({ deviceOwner }: PortRecord): boolean {
  return deviceOwner === INTERFACE;
}

export function routers(world: World): Route[] {
  const find = ({ params }: CloudRequest): RouterRecord => {
    const found = world.routers.get(params['id']!);
    if (!found) throw notFound('Router', `Router ${params['id']} could not be found`);
    return found;
  };
  const one = (router: RouterRecord, status = 200) => ({ status, body: { router: shown(world, router) } });
  return [
    {
      method: 'GET',
      path: '/routers',
      handle: (request) =>
        neutronPage(
          request,
          'routers',
          world.routers.list().map((router) => shown(world, router)),
        ),
    },
    {
      method: 'POST',
      path: '/routers',
      handle: (request) => {
        const given = neutronBody(request, createShape).router;
        const way = given.external_gateway_info ? gatewayTo(world, given.external_gateway_info.network_id) : null;
        checkQuota(world, 'router', world.routers.size);
        const id = randomUUID();
        const now = world.now();
        const made = world.routers.put(id, {
          id,
          created: now,
          name: given.name,
          description: given.description ?? '',
          adminUp: given.admin_state_up ?? true,
          gateway: way,
          updated: now,
        });
        return one(made, 201);
      },
    },
    { method: 'GET', path: '/routers/{id}', handle: (request) => one(find(request)) },
    {
      method: 'PUT',
      path: '/routers/{id}',
      handle: (request) => {
        const router = find(request);
        const { name, description, external_gateway_info: info } = neutronBody(request, changeShape).router;
        if (info === null) refuseWhileNeeded(world, router);
        Object.assign(router, {
          name: name ?? router.name,
          description: description ?? router.description,
          gateway: info === undefined ? router.gateway : info && gatewayTo(world, info.network_id),
          updated: world.now(),
        });
        return one(router);
      },
    },
    {
      method: 'DELETE',
      path: '/routers/{id}',
      handle: (request) => {
        const { id } = find(request);
        if (world.ports.find((port) => port.deviceId === id && isInterface(port)))
          throw neutronError(409, 'RouterInUse', `Router ${id} still has ports`);
        world.routers.delete(id);
        return { status: 204 };
      },
    },
    {
      method: 'PUT',
      path: '/routers/{id}/add_router_interface',
      handle: (request) => {
        const router = find(request);
        const { subnet_id: subnetId, port_id: portId } = neutronBody(request, interfaceShape);
        const port = subnetId ? hang(world, router, subnetId) : takePort(world, router, portId);
        return { status: 200, body: interfaceOf(world, router, port) };
      },
    },
    {
      method: 'PUT',
      path: '/routers/{id}/remove_router_interface',
      handle: (request) => {
        const router = find(request);
        const { subnet_id: subnetId, port_id: portId } = neutronBody(request, interfaceShape);
        const port = world.ports.find(
          (one) =>
            one.deviceId === router.id &&
            isInterface(one) &&
            (portId ? one.id === portId : one.fixedIps.some((ip) => ip.subnetId === subnetId)),
        );
        if (!port)
          throw neutronError(
            404,
            subnetId ? 'RouterInterfaceNotFoundForSubnet' : 'RouterInterfaceNotFound',
            `Router ${router.id} has no interface on ${subnetId ? 'subnet' : 'port'} ${subnetId ?? portId}`,
          );
        const [first] = port.fixedIps;
        if (first && isNeeded(world, first.subnetId))
          throw neutronError(
            409,
            'RouterInterfaceInUseByFloatingIP',
            `Router interface for subnet ${first.subnetId} on router ${router.id} cannot be deleted, as it is required by one or more floating IPs.`,
          );
        const body = interfaceOf(world, router, port);
        removePort(world, port.id);
        return { status: 200, body };
      },
    },
  ];
}

function gatewayTo(world: World, networkId: string) {
  const network = world.networks.get(networkId);
  if (!network) throw notFound('Network', `Network ${networkId} could not be found.`);
  if (!network.external) throw badRequest(`Network ${networkId} is not an external network`, 'router');
  return { networkId, ip: publicAddress(world) };
}

function hang(world: World, router: RouterRecord, subnetId: string): PortRecord {
  const subnet = world.subnets.get(subnetId);
  if (!subnet) throw notFound('Subnet', `Subnet ${subnetId} could not be found.`);
  const own = world.ports.find(
    (one) => one.deviceId === router.id && isInterface(one) && one.fixedIps.some((ip) => ip.subnetId === subnetId),
  );
  if (own) throw badRequest(`Router already has a port on subnet ${subnetId}`, 'router');
  if (subnet.gateway === null) throw badRequest(`Subnet for router interface must have a gateway IP`, 'router');
  const taken = world.ports.find(({ fixedIps }) =>
    fixedIps.some((one) => one.subnetId === subnetId && one.ip === subnet.gateway),
  );
  if (taken)
    throw neutronError(
      409,
      'IpAddressInUse',
      `Unable to complete operation for network ${subnet.networkId}. The IP address ${subnet.gateway} is in use.`,
    );
  return addPort(world, {
    networkId: subnet.networkId,
    deviceId: router.id,
    deviceOwner: INTERFACE,
    ips: [{ subnetId, ip: subnet.gateway }],
    groups: [],
  });
}

function takePort(world: World, router: RouterRecord, portId: string | undefined): PortRecord {
  const port = portId === undefined ? undefined : world.ports.get(portId);
  if (!port) throw notFound('Port', `Port ${portId} could not be found.`);
  if (port.deviceId !== '')
    throw neutronError(
      409,
      'PortInUse',
      `Unable to complete operation on port ${port.id} for network ${port.networkId}. Port already has an attached device ${port.deviceId}.`,
    );
  return Object.assign(port, { deviceId: router.id, deviceOwner: INTERFACE, groups: [], updated: world.now() });
}

/** Whether a floating address leads into the subnet. */
function isNeeded(world: World, subnetId: string): boolean {
  return world.floatingIps
    .list()
    .some(({ portId }) => portId !== null && world.ports.get(portId)?.fixedIps.some((ip) => ip.subnetId === subnetId));
}

function refuseWhileNeeded(world: World, router: RouterRecord): void {
  const subnets = world.ports
    .filter((port) => port.deviceId === router.id && isInterface(port))
    .flatMap(({ fixedIps }) => fixedIps.map(({ subnetId }) => subnetId));
  if (subnets.some((id) => isNeeded(world, id)))
    throw neutronError(
      409,
      'RouterExternalGatewayInUseByFloatingIp',
      `Gateway cannot be updated for router ${router.id}, since a gateway to external network ${router.gateway?.networkId} is required by one or more floating IPs.`,
    );
}

function interfaceOf({ projectId }: World, { id }: RouterRecord, port: PortRecord) {
  const subnets = port.fixedIps.map(({ subnetId }) => subnetId);
  return {
    id,
    network_id: port.networkId,
    port_id: port.id,
    subnet_id: subnets[0],
    subnet_ids: subnets,
    tenant_id: projectId,
  };
}

function shown({ projectId }: World, router: RouterRecord) {
  const { gateway: way } = router;
  return {
    id: router.id,
    name: router.name,
    description: router.description,
    status: 'ACTIVE',
    admin_state_up: router.adminUp,
    external_gateway_info: way && {
      network_id: way.networkId,
      enable_snat: true,
      external_fixed_ips: [{ subnet_id: way.networkId, ip_address: way.ip }],
    },
    availability_zone_hints: [],
    availability_zones: [],
    routes: [],
    flavor_id: null,
    tags: [],
    created_at: date(router.created),
    updated_at: date(router.updated),
    revision_number: 1,
    project_id: projectId,
    tenant_id: projectId,
  };
}
