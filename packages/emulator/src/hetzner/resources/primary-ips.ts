import * as z from 'zod';
import type { Route } from '../../core/http.js';
import type { Action, ActionResource } from '../actions.js';
import { changePtr, defaultPtr, newAddress } from '../addresses.js';
import { findLocation } from '../catalogue/locations.js';
import { HetznerError, invalidInput } from '../errors.js';
import { dnsPtr, id, labels, name, read, reference } from '../input.js';
import { keepOneOf } from '../query/filter.js';
import type { PrimaryIp, Server } from '../records.js';
import { deleteRoute, protectionRoute, type ResourceKind, readRoutes, updateRoute } from '../resource.js';
import { created, post, started } from '../routes.js';
import { viewPrimaryIp } from '../views/address.js';
import type { World } from '../world.js';

const createBody = z.object({
  name,
  type: z.enum(['ipv4', 'ipv6']),
  location: reference.optional(),
  assignee_type: z.enum(['server', 'unassigned']).optional(),
  assignee_id: id.nullish(),
  auto_delete: z.boolean().default(false),
  labels: labels.default({}),
  // Removed on 2026-07-01 (hcloud-go 2.45, changelog).
  datacenter: z.undefined('was removed, use location').optional(),
});
const assignBody = z.object({ assignee_id: id, assignee_type: z.literal('server') });

export function primaryIpRoutes(world: World): Route[] {
  const kind: ResourceKind<PrimaryIp> & { type: 'primary_ip' } = {
    path: '/primary_ips',
    one: 'primary_ip',
    many: 'primary_ips',
    label: 'primary IP',
    type: 'primary_ip',
    collection: world.primaryIps,
    view: () => viewPrimaryIp,
    list: (request, ips) => keepOneOf(request, ips, 'ip', ({ ip }) => ip),
  };
  const must = (text: string) => world.must(world.primaryIps, 'primary IP', text);
  const assign = (ip: PrimaryIp, server: Server): Action => {
    const resources: ActionResource[] = [resourceOf(ip), { id: server.id, type: 'server' }];
    const data = { primary_ip: ip.id, server: server.id };
    return world.actions.begin({ command: 'assign_primary_ip', resources, locks: resources, data });
  };
  world.actions.onFinish('assign_primary_ip', ({ data }) => {
    const ip = world.primaryIps.get(Number(data['primary_ip']));
    if (ip && world.servers.get(Number(data['server']))) ip.assignee_id = Number(data['server']);
  });
  world.actions.onFinish('unassign_primary_ip', ({ data }) => {
    const ip = world.primaryIps.get(Number(data['primary_ip']));
    if (ip) ip.assignee_id = null;
  });

  return [
    ...readRoutes(world, kind),
    post('/primary_ips', (request) => {
      const body = read(request, createBody);
      world.mustBeUnique(world.primaryIps, 'primary IP', body.name);
      const server = body.assignee_id == null ? undefined : world.must(world.servers, 'server', body.assignee_id);
      if (!server && body.location === undefined)
        throw invalidInput({ location: 'either location or assignee_id must be given' });
      const location = body.location === undefined ? server!.location : findLocation(body.location)?.name;
      if (!location) throw invalidInput({ location: `location '${body.location}' not found` });
      if (server) mustTakeAddress(world, server, body.type, location);
      if (server) world.actions.mustBeFree([{ id: server.id, type: 'server' }]);
      const ip = createPrimaryIp(world, body.type, location, body.name);
      ip.auto_delete = body.auto_delete;
      ip.labels = body.labels;
      const action = server && assign(ip, server);
      return created({ primary_ip: viewPrimaryIp(ip), ...(action && { action: world.show(action) }) });
    }),
    updateRoute(world, kind, {
      shape: { auto_delete: z.boolean().optional() },
      apply: (ip, { auto_delete }) => {
        if (auto_delete && ip.protection.delete)
          throw invalidInput({ auto_delete: 'cannot be set while deletion is protected' });
        if (auto_delete !== undefined) ip.auto_delete = auto_delete;
      },
    }),
    deleteRoute(world, kind, (ip) => {
      world.actions.mustBeFree([resourceOf(ip)]);
      if (ip.assignee_id !== null)
        throw new HetznerError('must_be_unassigned', 'primary IP must be unassigned before it is deleted');
    }),
    protectionRoute(world, kind, (ip, on) => {
      if (on && ip.auto_delete) throw invalidInput({ delete: 'cannot be protected while auto_delete is set' });
    }),
    post('/primary_ips/{id}/actions/assign', (request) => {
      const ip = must(request.params['id']!);
      const server = world.must(world.servers, 'server', read(request, assignBody).assignee_id);
      if (ip.assignee_id !== null)
        throw new HetznerError('primary_ip_already_assigned', 'primary IP is already assigned');
      mustTakeAddress(world, server, ip.type, ip.location);
      return started(world, assign(ip, server));
    }),
    post('/primary_ips/{id}/actions/unassign', (request) => {
      const ip = must(request.params['id']!);
      const server = ip.assignee_id === null ? undefined : world.servers.get(ip.assignee_id);
      if (!server) throw new HetznerError('invalid_input', 'primary IP is not assigned');
      mustBeOff(server);
      const resources: ActionResource[] = [resourceOf(ip), { id: server.id, type: 'server' }];
      const data = { primary_ip: ip.id };
      return started(world, world.actions.begin({ command: 'unassign_primary_ip', resources, locks: resources, data }));
    }),
    post('/primary_ips/{id}/actions/change_dns_ptr', (request) => {
      const ip = must(request.params['id']!);
      const body = read(request, dnsPtr);
      changePtr(ip, body.ip, body.dns_ptr);
      return started(world, world.actions.begin({ command: 'change_dns_ptr', resources: [resourceOf(ip)] }));
    }),
  ];
}

function resourceOf(ip: PrimaryIp): ActionResource {
  return { id: ip.id, type: 'primary_ip' };
}

/** A new address; one made for a server without being asked for takes its name from its id. */
export function createPrimaryIp(world: World, type: PrimaryIp['type'], location: string, name?: string): PrimaryIp {
  world.mustFit('primary_ips', 'primary IP', world.primaryIps.size);
  const newId = world.newId('primary_ip');
  const ip = newAddress(world, type);
  return world.primaryIps.put(newId, {
    id: newId,
    name: name ?? `primary_ip-${newId}`,
    created: world.now(),
    labels: {},
    type,
    ip,
    location,
    assignee_id: null,
    auto_delete: false,
    dns_ptr: defaultPtr(ip),
    protection: { delete: false },
  });
}

/** @throws HetznerError `server_not_stopped`. */
export function mustBeOff(server: Server): void {
  if (server.status !== 'off') throw new HetznerError('server_not_stopped', 'server must be stopped');
}

function mustTakeAddress(world: World, server: Server, type: PrimaryIp['type'], location: string): void {
  mustBeOff(server);
  if (server.location !== location) {
    throw new HetznerError('primary_ip_datacenter_mismatch', 'primary IP and server must be in the same location');
  }
  const other = world.primaryIps.find((ip) => ip.assignee_id === server.id && ip.type === type);
  if (other) throw new HetznerError(`server_has_${type}`, `server already has an ${type} address`);
}
