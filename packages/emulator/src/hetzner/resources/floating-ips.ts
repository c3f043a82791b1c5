import * as z from 'zod';
import type { Route } from '../../core/http.js';
import type { Action, ActionResource } from '../actions.js';
import { changePtr, defaultPtr, newAddress } from '../addresses.js';
import { findLocation } from '../catalogue/locations.js';
import { HetznerError, invalidInput } from '../errors.js';
import { dnsPtr, id, labels, name, read, reference } from '../input.js';
import type { FloatingIp } from '../records.js';
import { deleteRoute, protectionRoute, type ResourceKind, readRoutes, updateRoute } from '../resource.js';
import { created, post, started } from '../routes.js';
import { viewFloatingIp } from '../views/address.js';
import type { World } from '../world.js';

const createBody = z.object({
  type: z.enum(['ipv4', 'ipv6']),
  name: name.optional(),
  description: z.string().nullish(),
  home_location: reference.optional(),
  server: id.nullish(),
  labels: labels.default({}),
});
const assignBody = z.object({ server: id });

export function floatingIpRoutes(world: World): Route[] {
  const kind: ResourceKind<FloatingIp> & { type: 'floating_ip' } = {
    path: '/floating_ips',
    one: 'floating_ip',
    many: 'floating_ips',
    label: 'floating IP',
    type: 'floating_ip',
    collection: world.floatingIps,
    view: () => viewFloatingIp,
  };
  const must = (text: string) => world.must(world.floatingIps, 'floating IP', text);
  const assign = (ip: FloatingIp, server: number): Action => {
    const resources: ActionResource[] = [resourceOf(ip), { id: server, type: 'server' }];
    const data = { floating_ip: ip.id, server };
    return world.actions.begin({ command: 'assign_floating_ip', resources, locks: [resourceOf(ip)], data });
  };
  world.actions.onFinish('assign_floating_ip', ({ data }) => {
    const ip = world.floatingIps.get(Number(data['floating_ip']));
    if (ip && world.servers.get(Number(data['server']))) ip.server = Number(data['server']);
  });
  world.actions.onFinish('unassign_floating_ip', ({ data }) => {
    const ip = world.floatingIps.get(Number(data['floating_ip']));
    if (ip) ip.server = null;
  });

  return [
    ...readRoutes(world, kind),
    post('/floating_ips', (request) => {
      const body = read(request, createBody);
      if (body.name !== undefined) world.mustBeUnique(world.floatingIps, 'floating IP', body.name);
      const server = body.server == null ? undefined : world.must(world.servers, 'server', body.server);
      if (!server && body.home_location === undefined) {
        throw invalidInput({ home_location: 'either home_location or server must be given' });
      }
      const home = body.home_location === undefined ? server!.location : findLocation(body.home_location)?.name;
      if (!home) throw invalidInput({ home_location: `location '${body.home_location}' not found` });
      world.mustFit('floating_ips', 'floating IP', world.floatingIps.size);
      const newId = world.newId('floating_ip');
      const address = newAddress(world, body.type);
      const ip = world.floatingIps.put(newId, {
        id: newId,
        name: body.name ?? `floating-ip-${newId}`,
        created: world.now(),
        labels: body.labels,
        type: body.type,
        ip: address,
        description: body.description ?? null,
        home_location: home,
        server: null,
        dns_ptr: defaultPtr(address),
        protection: { delete: false },
      });
      const action = server && assign(ip, server.id);
      return created({ floating_ip: viewFloatingIp(ip), ...(action && { action: world.show(action) }) });
    }),
    updateRoute(world, kind, {
      shape: { description: z.string().nullish() },
      apply: (ip, { description }) => {
        if (description !== undefined) ip.description = description;
      },
    }),
    deleteRoute(world, kind, (ip) => {
      world.actions.mustBeFree([resourceOf(ip)]);
      if (ip.server !== null)
        throw new HetznerError('must_be_unassigned', 'floating IP must be unassigned before it is deleted');
    }),
    protectionRoute(world, kind),
    post('/floating_ips/{id}/actions/assign', (request) => {
      const ip = must(request.params['id']!);
      const server = world.must(world.servers, 'server', read(request, assignBody).server);
      if (ip.server === server.id)
        throw new HetznerError('floating_ip_assigned', 'floating IP is already assigned to this server');
      return started(world, assign(ip, server.id));
    }),
    post('/floating_ips/{id}/actions/unassign', (request) => {
      const ip = must(request.params['id']!);
      if (ip.server === null) throw new HetznerError('invalid_input', 'floating IP is not assigned to a server');
      const resources: ActionResource[] = [resourceOf(ip), { id: ip.server, type: 'server' }];
      const data = { floating_ip: ip.id };
      return started(
        world,
        world.actions.begin({ command: 'unassign_floating_ip', resources, locks: [resourceOf(ip)], data }),
      );
    }),
    post('/floating_ips/{id}/actions/change_dns_ptr', (request) => {
      const ip = must(request.params['id']!);
      const body = read(request, dnsPtr);
      changePtr(ip, body.ip, body.dns_ptr);
      return started(world, world.actions.begin({ command: 'change_dns_ptr', resources: [resourceOf(ip)] }));
    }),
  ];
}

function resourceOf(ip: FloatingIp): ActionResource {
  return { id: ip.id, type: 'floating_ip' };
}
