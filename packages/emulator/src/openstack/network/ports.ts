import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { date } from '../dates.js';
import { neutronError } from '../errors.js';
import { neutronBody } from '../input.js';
import { neutronPage } from '../listing.js';
import type { PortRecord } from '../records.js';
import type { World } from '../world.js';
import { freeAddress, isTaken, subnetFor } from './addresses.js';
import { addPort, removePort } from './cards.js';
import { checkQuota, invalidInput, notFound } from './refusals.js';

const text = z.string().max(255);
const fixedIps = z.array(z.strictObject({ subnet_id: text.optional(), ip_address: text.optional() }));
const common = {
  name: text.optional(),
  description: text.optional(),
  admin_state_up: z.boolean().optional(),
  security_groups: z.array(text).optional(),
  fixed_ips: fixedIps.optional(),
  device_id: text.optional(),
  device_owner: text.optional(),
  allowed_address_pairs: z.array(z.unknown()).optional(),
  port_security_enabled: z.boolean().optional(),
};
const createShape = z.strictObject({ port: z.strictObject({ network_id: text, ...common }) });
const changeShape = z.strictObject({ port: z.strictObject(common) });

export function ports(world: World): Route[] {
  const find = ({ params }: CloudRequest): PortRecord => {
    const found = world.ports.get(params['id']!);
    if (!found) throw notFound('Port', `Port ${params['id']} could not be found.`);
    return found;
  };
  const one = (port: PortRecord, status = 200) => ({ status, body: { port: shown(world, port) } });
  return [
    {
      method: 'GET',
      path: '/ports',
      handle: (request) =>
        neutronPage(
          request,
          'ports',
          world.ports.list().map((port) => shown(world, port)),
        ),
    },
    {
      method: 'POST',
      path: '/ports',
      handle: (request) => {
        const given = neutronBody(request, createShape).port;
        const network = world.networks.get(given.network_id);
        if (!network || network.external) throw notFound('Network', `Network ${given.network_id} could not be found.`);
        const groups = given.security_groups?.map((id) => knownGroup(world, id));
        const ips = given.fixed_ips?.map((wish) => addressFor(world, network.id, wish));
        checkQuota(world, 'port', world.ports.size);
        const { name, description, device_id: deviceId, device_owner: deviceOwner } = given;
        return one(
          addPort(world, { networkId: network.id, name, description, deviceId, deviceOwner, groups, ips }),
          201,
        );
      },
    },
    { method: 'GET', path: '/ports/{id}', handle: (request) => one(find(request)) },
    {
      method: 'PUT',
      path: '/ports/{id}',
      handle: (request) => {
        const port = find(request);
        const given = neutronBody(request, changeShape).port;
        const groups = given.security_groups?.map((id) => knownGroup(world, id));
        Object.assign(port, {
          name: given.name ?? port.name,
          description: given.description ?? port.description,
          groups: groups ?? port.groups,
          deviceId: given.device_id ?? port.deviceId,
          deviceOwner: given.device_owner ?? port.deviceOwner,
          updated: world.now(),
        });
        return one(port);
      },
    },
    {
      method: 'DELETE',
      path: '/ports/{id}',
      handle: (request) => {
        const { id, deviceOwner } = find(request);
        if (deviceOwner.startsWith('network:router'))
          throw neutronError(
            409,
            'ServicePortInUse',
            `Port ${id} cannot be deleted directly via the port API: has device owner ${deviceOwner}.`,
          );
        const server = world.servers.find(({ portIds }) => portIds.includes(id));
        if (server) server.portIds = server.portIds.filter((one) => one !== id);
        removePort(world, id);
        return { status: 204 };
      },
    },
  ];
}

function knownGroup(world: World, id: string): string {
  if (!world.groups.get(id)) throw notFound('SecurityGroup', `Security group ${id} does not exist`);
  return id;
}

function addressFor(
  world: World,
  networkId: string,
  { subnet_id: id, ip_address: ip }: { subnet_id?: string | undefined; ip_address?: string | undefined },
) {
  const subnet = id === undefined ? ip && subnetFor(world, networkId, ip) : world.subnets.get(id);
  if (!subnet || subnet.networkId !== networkId)
    throw invalidInput(`IP address ${ip} is not a valid IP for any of the subnets on the specified network.`);
  const address = ip ?? freeAddress(world, subnet);
  if (address === undefined)
    throw neutronError(409, 'IpAddressGenerationFailure', `No more IP addresses available on network ${networkId}.`);
  if (isTaken(world, subnet.id, address))
    throw neutronError(
      409,
      'IpAddressAlreadyAllocated',
      `IP address ${address} already allocated in subnet ${subnet.id}`,
    );
  return { subnetId: subnet.id, ip: address };
}

function shown({ projectId }: World, port: PortRecord) {
  return {
    id: port.id,
    name: port.name,
    description: port.description,
    network_id: port.networkId,
    mac_address: port.mac,
    admin_state_up: true,
    status: port.deviceId === '' ? 'DOWN' : 'ACTIVE',
    device_id: port.deviceId,
    device_owner: port.deviceOwner,
    fixed_ips: port.fixedIps.map(({ subnetId, ip }) => ({ subnet_id: subnetId, ip_address: ip })),
    security_groups: port.groups,
    allowed_address_pairs: [],
    extra_dhcp_opts: [],
    ip_allocation: port.fixedIps.length > 0 ? 'immediate' : 'none',
    dns_name: '',
    dns_domain: '',
    dns_assignment: port.fixedIps.map(({ ip }) => {
      const hostname = `host-${ip.replace(/[.:]+/g, '-')}`;
      return { ip_address: ip, hostname, fqdn: `${hostname}.openstacklocal.` };
    }),
    qos_policy_id: null,
    qos_network_policy_id: null,
    'binding:vnic_type': 'normal',
    port_security_enabled: port.deviceOwner.startsWith('network:') === false,
    tags: [],
    created_at: date(port.created),
    updated_at: date(port.updated),
    revision_number: 1,
    project_id: projectId,
    tenant_id: projectId,
  };
}
