import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { date } from '../dates.js';
import { neutronError } from '../errors.js';
import { keystoneId, stableId } from '../ids.js';
import { neutronBody } from '../input.js';
import { neutronPage } from '../listing.js';
import type { NetworkRecord } from '../records.js';
import type { World } from '../world.js';
import { removePort } from './cards.js';
import { checkQuota, notFound } from './refusals.js';

const text = z.string().max(255);
const createShape = z.strictObject({
  network: z.strictObject({
    name: text.default(''),
    description: text.default(''),
    admin_state_up: z.boolean().default(true),
    mtu: z.int().optional(),
    port_security_enabled: z.boolean().optional(),
    shared: z.literal(false).optional(),
  }),
});
const changeShape = z.strictObject({
  network: z.strictObject({
    name: text.optional(),
    description: text.optional(),
    admin_state_up: z.boolean().optional(),
  }),
});

/** Puts what the cloud itself has into a new world: the networks that public addresses come from. */
export function seedNetworks(world: World, names: readonly string[]): void {
  const now = world.now();
  for (const name of names) {
    const id = stableId('network', name);
    if (world.networks.get(id)) continue;
    const about = { description: '', adminUp: true, updated: now, tags: [] };
    world.networks.put(id, { id, created: now, external: true, name, ...about });
  }
}

/** Of several external networks none is marked as the default one. */
function isDefault(world: World, { external }: NetworkRecord): boolean {
  return external && world.networks.filter((one) => one.external).length === 1;
}

/** Ports of Neutron itself, which do not keep a network from being deleted. */
const OWN = ['network:dhcp', 'network:distributed'];

export function networks(world: World): Route[] {
  const find = ({ params }: CloudRequest): NetworkRecord => {
    const found = world.networks.get(params['id']!);
    if (!found) throw notFound('Network', `Network ${params['id']} could not be found.`);
    return found;
  };
  const own = (request: CloudRequest): NetworkRecord => {
    const network = find(request);
    if (network.external) throw neutronError(403, 'PolicyNotAuthorized', 'rule:update_network is disallowed by policy');
    return network;
  };
  const one = (network: NetworkRecord, status = 200) => ({ status, body: { network: shown(world, network) } });
  return [
    {
      method: 'GET',
      path: '/networks',
      handle: (request) =>
        neutronPage(
          request,
          'networks',
          world.networks.list().map((network) => shown(world, network)),
        ),
    },
    {
      method: 'POST',
      path: '/networks',
      handle: (request) => {
        const { name, description, admin_state_up: adminUp } = neutronBody(request, createShape).network;
        checkQuota(world, 'network', world.networks.size - 1);
        const id = randomUUID();
        const now = world.now();
        const record = { id, created: now, external: false, name, description, adminUp, updated: now, tags: [] };
        const made = shown(world, world.networks.put(id, record));
        return { status: 201, body: { network: { ...made, is_default: false } } };
      },
    },
    { method: 'GET', path: '/networks/{id}', handle: (request) => one(find(request)) },
    {
      method: 'PUT',
      path: '/networks/{id}',
      handle: (request) => {
        const network = own(request);
        const { name, description, admin_state_up: adminUp } = neutronBody(request, changeShape).network;
        Object.assign(network, {
          name: name ?? network.name,
          description: description ?? network.description,
          adminUp: adminUp ?? network.adminUp,
          updated: world.now(),
        });
        return one(network);
      },
    },
    {
      method: 'DELETE',
      path: '/networks/{id}',
      handle: (request) => {
        const { id } = own(request);
        const ports = world.ports.filter(({ networkId }) => networkId === id);
        if (ports.some(({ deviceOwner }) => !OWN.includes(deviceOwner)))
          throw neutronError(
            409,
            'NetworkInUse',
            `Unable to complete operation on network ${id}. There are one or more ports still in use on the network, id for these ports is ${ports.map((port) => port.id).join(',')}.`,
          );
        for (const port of ports) removePort(world, port.id);
        for (const subnet of world.subnets.filter(({ networkId }) => networkId === id)) world.subnets.delete(subnet.id);
        world.networks.delete(id);
        return { status: 204 };
      },
    },
  ];
}

function shown(world: World, network: NetworkRecord) {
  const { id, name, description, external, adminUp, created, updated, tags } = network;
  const owner = external ? keystoneId('project', 'the cloud itself') : world.projectId;
  return {
    id,
    name,
    description,
    status: 'ACTIVE',
    admin_state_up: adminUp,
    shared: false,
    'router:external': external,
    ...(external ? { is_default: isDefault(world, network) } : {}),
    l2_adjacency: true,
    dns_domain: '',
    qos_policy_id: null,
    mtu: external ? 1500 : 1442,
    // Subnets of the external network are nobody's business.
    subnets: world.subnets.filter(({ networkId }) => networkId === id).map((subnet) => subnet.id),
    port_security_enabled: true,
    availability_zone_hints: [],
    availability_zones: [],
    ipv4_address_scope: null,
    ipv6_address_scope: null,
    tags,
    created_at: date(created),
    updated_at: date(updated),
    revision_number: 1,
    project_id: owner,
    tenant_id: owner,
  };
}
