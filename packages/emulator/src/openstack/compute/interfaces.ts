import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import type { Transitions } from '../../core/steps.js';
import type { Step } from '../durations.js';
import { fault } from '../errors.js';
import { body } from '../input.js';
import { addPort, removePort } from '../network/cards.js';
import type { PortRecord, ServerRecord } from '../records.js';
import type { World } from '../world.js';
import { cannot } from './server-actions.js';
import { fixed } from './server-creation.js';
import { serverOf } from './servers.js';

const shape = z.object({
  interfaceAttachment: z
    .object({
      net_id: z.string().optional(),
      port_id: z.string().optional(),
      fixed_ips: z.array(z.object({ ip_address: z.string() })).optional(),
      tag: z.string().optional(),
    })
    .default({}),
});

/** Network cards of a server. */
export function interfaces(world: World): Route[] {
  const find = ({ params }: CloudRequest) => serverOf(world, params['id']!);
  const cards = ({ portIds }: ServerRecord) => portIds.flatMap((id) => world.ports.get(id) ?? []);
  return [
    {
      method: 'GET',
      path: '/servers/{id}/os-interface',
      handle: (request) => ({ status: 200, body: { interfaceAttachments: cards(find(request)).map(shown) } }),
    },
    {
      method: 'POST',
      path: '/servers/{id}/os-interface',
      handle: (request) => {
        const server = find(request);
        if (server.taskState !== null) throw cannot('attach_interface', server, `task_state ${server.taskState}`);
        const { net_id: networkId, port_id: portId, fixed_ips: ips } = body(request, shape).interfaceAttachment;
        const port = portId === undefined ? newCard(world, server, networkId, ips) : takeCard(world, server, portId);
        server.portIds.push(port.id);
        server.updated = world.now();
        return { status: 200, body: { interfaceAttachment: shown(port) } };
      },
    },
    {
      method: 'DELETE',
      path: '/servers/{id}/os-interface/{port}',
      handle: (request) => {
        const server = find(request);
        const { port: id = '' } = request.params;
        if (server.taskState !== null) throw cannot('detach_interface', server, `task_state ${server.taskState}`);
        if (!server.portIds.includes(id))
          throw fault(404, `Instance ${server.id} does not have an interface with Port ID ${id}`);
        world.later('interface.detach', id);
        return { status: 202 };
      },
    },
  ];
}

export function interfaceTransitions(world: World): Transitions<Step> {
  return {
    'interface.detach': (id) => {
      const server = world.servers.get(world.ports.get(id)?.deviceId ?? '');
      if (server) server.portIds = server.portIds.filter((one) => one !== id);
      removePort(world, id);
    },
  };
}

function newCard(
  world: World,
  server: ServerRecord,
  networkId: string | undefined,
  ips: { ip_address: string }[] | undefined,
) {
  const network = networkId === undefined ? undefined : world.networks.get(networkId);
  if (!network) throw fault(404, `Network ${networkId} could not be found.`);
  if (!world.subnets.find((one) => one.networkId === network.id))
    throw fault(400, `Network ${network.id} requires a subnet in order to boot instances on.`);
  return addPort(world, {
    networkId: network.id,
    deviceId: server.id,
    deviceOwner: `compute:${server.zone}`,
    ...(ips ? { ips: ips.map(({ ip_address }) => fixed(world, network.id, ip_address)) } : {}),
  });
}

function takeCard(world: World, { id, zone }: ServerRecord, portId: string): PortRecord {
  const port = world.ports.get(portId);
  if (!port) throw fault(404, `Port id ${portId} could not be found.`);
  if (port.deviceId !== '') throw fault(400, `Port ${portId} is still in use.`);
  return Object.assign(port, { deviceId: id, deviceOwner: `compute:${zone}`, updated: world.now() });
}

function shown({ id, networkId, mac, fixedIps }: PortRecord) {
  return {
    net_id: networkId,
    port_id: id,
    mac_addr: mac,
    port_state: 'ACTIVE',
    fixed_ips: fixedIps.map(({ subnetId, ip }) => ({ subnet_id: subnetId, ip_address: ip })),
  };
}
