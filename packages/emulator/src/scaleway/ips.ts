import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { toAddress, toNumber } from '../core/cidr.js';
import type { CloudRequest, Route } from '../core/http.js';
import { read, tags } from './arguments.js';
import { notFound, notValid } from './errors.js';
import { instanceFilter } from './listing.js';
import { instancePage } from './paging.js';
import type { IpRecord, ServerRecord } from './records.js';
import { there, type World } from './world.js';

const IPS = '/instance/v1/zones/{zone}/ips';
const IP = `${IPS}/{ip}`;
const type = z.enum(['unknown_iptype', 'routed_ipv4', 'routed_ipv6']);
const createShape = z.object({
  project: z.string().nullish(),
  server: z.string().nullish(),
  tags: tags.nullish(),
  type: type.nullish(),
});
const updateShape = z.object({
  reverse: z.string().nullish(),
  server: z.string().nullish(),
  tags: tags.nullish(),
  type: type.nullish(),
});

/** Addresses nobody routes: benchmark networks (RFC 2544) and documentation prefixes (RFC 3849). */
export function nextIpv4(world: World): string {
  return toAddress(toNumber('198.18.0.0') + BigInt(world.context.store.next('ipv4')), false);
}

function nextIpv6Prefix(world: World): string {
  return `${toAddress(toNumber('2001:db8::') + (BigInt(world.context.store.next('ipv6')) << 64n), true)}/64`;
}

/** Flexible addresses of a server, in the order in which they were made. */
export function ipsOf(world: World, server: ServerRecord): IpRecord[] {
  return world.ips.filter((ip) => ip.server === server.id);
}

/** The addresses of these ids, free or this server's own. @throws Refusal */
export function freeIps(world: World, zone: string, ids: readonly string[], server?: string): IpRecord[] {
  return ids.map((id) => {
    const ip = there(world.ips.get(id), 'instance_ip', id, zone);
    if (ip.server !== null && ip.server !== server) throw notValid('public_ips', `IP ${id} is already attached`);
    return ip;
  });
}

export function ips(world: World): Route[] {
  const find = ({ params }: CloudRequest): IpRecord => {
    const { ip: wanted = '', zone } = params;
    const found = world.ips.get(wanted) ?? world.ips.find(({ address }) => address === wanted);
    if (found?.zone !== zone) throw notFound('instance_ip', wanted);
    return found!;
  };
  const shown = (ip: IpRecord) => {
    const server = ip.server === null ? undefined : world.servers.get(ip.server);
    return {
      id: ip.id,
      address: ip.address,
      prefix: ip.prefix,
      reverse: ip.reverse,
      server: server ? { id: server.id, name: server.name } : null,
      organization: world.organizationId,
      project: ip.project,
      zone: ip.zone,
      type: ip.type,
      state: server ? 'attached' : 'detached',
      tags: ip.tags,
      ipam_id: ip.id,
    };
  };
  const attach = (ip: IpRecord, server: string) => {
    there(world.servers.get(server), 'instance_server', server, ip.zone);
    if (ip.server !== null && ip.server !== server) throw notValid('server', 'the IP is already attached to a server');
    ip.server = server;
  };
  return [
    {
      method: 'GET',
      path: IPS,
      handle: (request) => {
        // `name` looks for a part of the address (the vendor's API description, 2026-06).
        const matches = instanceFilter(world, request, 'instance_ip');
        const wantedType = request.query.get('type');
        const wanted = world.ips.filter(
          (ip) =>
            ip.zone === request.params['zone'] &&
            (!wantedType || ip.type === wantedType) &&
            matches({ ...ip, name: ip.address ?? ip.prefix ?? '' }),
        );
        return instancePage(request, 'ips', wanted, shown);
      },
    },
    {
      method: 'POST',
      path: IPS,
      handle: (request) => {
        const given = read(request, createShape);
        const zone = request.params['zone']!;
        const project = world.writable('instance_ip', given.project);
        if (given.server) there(world.servers.get(given.server), 'instance_server', given.server, zone);
        world.checkQuota('ips', world.ips.size);
        const id = randomUUID();
        const v6 = given.type === 'routed_ipv6';
        const ip = world.ips.put(id, {
          id,
          zone,
          project,
          type: v6 ? 'routed_ipv6' : 'routed_ipv4',
          address: v6 ? null : nextIpv4(world),
          prefix: v6 ? nextIpv6Prefix(world) : null,
          reverse: null,
          tags: given.tags ?? [],
          server: given.server ?? null,
          created: world.now(),
        });
        const headers = { Location: `${request.url.origin}${request.url.pathname}/${id}` };
        return { status: 201, headers, body: { ip: shown(ip) } };
      },
    },
    { method: 'GET', path: IP, handle: (request) => ({ status: 200, body: { ip: shown(find(request)) } }) },
    {
      method: 'PATCH',
      path: IP,
      handle: (request) => {
        const ip = find(request);
        const given = read(request, updateShape);
        if (given.server === null || given.server === '') ip.server = null;
        else if (given.server !== undefined) attach(ip, given.server);
        if (given.reverse !== undefined) ip.reverse = given.reverse || null;
        ip.tags = given.tags ?? ip.tags;
        return { status: 200, body: { ip: shown(ip) } };
      },
    },
    {
      method: 'DELETE',
      path: IP,
      handle: (request) => {
        world.ips.delete(find(request).id);
        return { status: 204 };
      },
    },
  ];
}
