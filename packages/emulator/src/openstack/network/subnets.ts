import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { contains, overlap, parseCidr, toAddress, toNumber } from '../../core/cidr.js';
import type { CloudRequest, Route } from '../../core/http.js';
import { date } from '../dates.js';
import { neutronError } from '../errors.js';
import { neutronBody } from '../input.js';
import { neutronPage } from '../listing.js';
import type { SubnetRecord } from '../records.js';
import type { World } from '../world.js';
import { freeAddress, poolOf } from './addresses.js';
import { addPort, removePort } from './cards.js';
import { checkQuota, invalidInput, notFound } from './refusals.js';

const text = z.string().max(255);
const createShape = z.strictObject({
  subnet: z.strictObject({
    network_id: z.string(),
    cidr: text,
    ip_version: z.union([z.literal(4), z.literal(6), z.literal('4'), z.literal('6')]).transform(Number),
    name: text.default(''),
    description: text.default(''),
    gateway_ip: text.nullish(),
    enable_dhcp: z.boolean().default(true),
    dns_nameservers: z.array(text).default([]),
    allocation_pools: z.array(z.object({ start: text, end: text })).optional(),
  }),
});
const changeShape = z.strictObject({
  subnet: z.strictObject({
    name: text.optional(),
    description: text.optional(),
    gateway_ip: text.nullish(),
    dns_nameservers: z.array(text).optional(),
  }),
});

export function subnets(world: World): Route[] {
  const find = ({ params }: CloudRequest): SubnetRecord => {
    const found = world.subnets.get(params['id']!);
    if (!found) throw notFound('Subnet', `Subnet ${params['id']} could not be found.`);
    return found;
  };
  const one = (subnet: SubnetRecord, status = 200) => ({ status, body: { subnet: shown(world, subnet) } });
  return [
    {
      method: 'GET',
      path: '/subnets',
      handle: (request) =>
        neutronPage(
          request,
          'subnets',
          world.subnets.list().map((subnet) => shown(world, subnet)),
        ),
    },
    {
      method: 'POST',
      path: '/subnets',
      handle: (request) => {
        const given = neutronBody(request, createShape).subnet;
        const network = world.networks.get(given.network_id);
        if (!network || network.external) throw notFound('Network', `Network ${given.network_id} could not be found.`);
        const range = parseCidr(given.cidr);
        if (!range)
          throw neutronError(
            400,
            'InvalidInput',
            `Invalid input for cidr. Reason: '${given.cidr}' is not a valid IP subnet.`,
          );
        if (range.v6 !== (given.ip_version === 6))
          throw invalidInput(`ip_version '${given.ip_version}' does not match cidr '${given.cidr}'.`);
        const beside = world.subnets.filter(({ networkId }) => networkId === network.id);
        const clash = beside.find(({ cidr }) => overlap(parseCidr(cidr)!, range));
        if (clash)
          throw invalidInput(
            `Requested subnet with cidr: ${range.text} for network: ${network.id} overlaps with another subnet (CIDR ${clash.cidr}).`,
          );
        const gateway = given.gateway_ip === undefined ? toAddress(range.first + 1n, range.v6) : given.gateway_ip;
        if (gateway !== null && !contains(range, gateway))
          throw neutronError(400, 'GatewayIpInvalid', `Gateway ${gateway} is not in ${range.text}.`);
        const [pool] = given.allocation_pools ?? [];
        if (pool && !(contains(range, pool.start) && contains(range, pool.end)))
          throw neutronError(
            400,
            'InvalidAllocationPool',
            `The allocation pool ${pool.start}-${pool.end} is not valid.`,
          );
        if (pool && gateway !== null) checkGateway(pool, gateway);
        checkQuota(world, 'subnet', world.subnets.size);
        const now = world.now();
        const id = randomUUID();
        const made = world.subnets.put(id, {
          id,
          networkId: network.id,
          cidr: range.text,
          created: now,
          dhcp: given.enable_dhcp,
          name: given.name,
          description: given.description,
          gateway,
          dns: given.dns_nameservers,
          ...(pool ? { pool } : {}),
          updated: now,
        });
        if (made.dhcp) addDhcpPort(world, made);
        return one(made, 201);
      },
    },
    { method: 'GET', path: '/subnets/{id}', handle: (request) => one(find(request)) },
    {
      method: 'PUT',
      path: '/subnets/{id}',
      handle: (request) => {
        const subnet = find(request);
        const {
          name,
          description,
          gateway_ip: gateway,
          dns_nameservers: dns,
        } = neutronBody(request, changeShape).subnet;
        if (gateway) checkGateway(poolOf(subnet), gateway);
        Object.assign(subnet, {
          name: name ?? subnet.name,
          description: description ?? subnet.description,
          gateway: gateway === undefined ? subnet.gateway : gateway,
          dns: dns ?? subnet.dns,
          updated: world.now(),
        });
        return one(subnet);
      },
    },
    {
      method: 'DELETE',
      path: '/subnets/{id}',
      handle: (request) => {
        const { id } = find(request);
        const ports = world.ports.filter(({ fixedIps }) => fixedIps.some(({ subnetId }) => subnetId === id));
        if (ports.some(({ deviceOwner }) => deviceOwner !== 'network:dhcp'))
          throw neutronError(
            409,
            'SubnetInUse',
            `Unable to complete operation on subnet ${id}: One or more ports have an IP allocation from this subnet.`,
          );
        for (const port of ports) {
          port.fixedIps = port.fixedIps.filter(({ subnetId }) => subnetId !== id);
          if (port.fixedIps.length === 0) removePort(world, port.id);
        }
        world.subnets.delete(id);
        return { status: 204 };
      },
    },
  ];
}

/** @throws Refusal where the address of a gateway is one that Neutron would give to machines */
function checkGateway({ start, end }: { start: string; end: string }, gateway: string): void {
  if (toNumber(gateway) < toNumber(start) || toNumber(gateway) > toNumber(end)) return;
  throw neutronError(
    409,
    'GatewayConflictWithAllocationPools',
    `Gateway ip ${gateway} conflicts with allocation pool ${start}-${end}.`,
  );
}

/** Neutron's own port by which machines get their addresses, one a network. */
function addDhcpPort(world: World, subnet: SubnetRecord): void {
  const ip = freeAddress(world, subnet);
  if (ip === undefined) return;
  const { networkId, id: subnetId } = subnet;
  const known = world.ports.find((port) => port.networkId === networkId && port.deviceOwner === 'network:dhcp');
  if (known) known.fixedIps.push({ subnetId, ip });
  else {
    const deviceId = `dhcp-${networkId}`;
    addPort(world, { networkId, deviceId, deviceOwner: 'network:dhcp', ips: [{ subnetId, ip }], groups: [] });
  }
}

function shown({ projectId }: World, subnet: SubnetRecord) {
  const v6 = subnet.cidr.includes(':');
  return {
    id: subnet.id,
    network_id: subnet.networkId,
    name: subnet.name,
    description: subnet.description,
    cidr: subnet.cidr,
    ip_version: v6 ? 6 : 4,
    gateway_ip: subnet.gateway,
    enable_dhcp: subnet.dhcp,
    allocation_pools: [poolOf(subnet)],
    dns_nameservers: subnet.dns,
    host_routes: [],
    ipv6_address_mode: null,
    ipv6_ra_mode: null,
    service_types: [],
    subnetpool_id: null,
    tags: [],
    created_at: date(subnet.created),
    updated_at: date(subnet.updated),
    revision_number: 0,
    project_id: projectId,
    tenant_id: projectId,
  };
}
