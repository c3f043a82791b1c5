import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { read, tags, text } from './arguments.js';
import { invalidRequest, notValid } from './errors.js';
import { freeIps, ipsOf } from './ips.js';
import { flag, instanceFilter, list, sorted } from './listing.js';
import { instancePage } from './paging.js';
import { nicsOf } from './private-nics.js';
import type { ServerRecord } from './records.js';
import { createServer } from './server-creation.js';
import { act, checkUnprotected, removeServer } from './server-power.js';
import { type ServerType, serverTypeIn, typesIn } from './server-types.js';
import { allowedActions, shownServer } from './server-view.js';
import { attach, detach, replaceVolumes, volumesShape } from './server-volumes.js';
import { there, type World } from './world.js';

const SERVERS = '/instance/v1/zones/{zone}/servers';
const SERVER = `${SERVERS}/{server_id}`;

const updateShape = z.object({
  name: z.string().nullish(),
  boot_type: z.enum(['local', 'rescue']).nullish(),
  tags: tags.nullish(),
  volumes: volumesShape.nullish(),
  dynamic_ip_required: z.boolean().nullish(),
  public_ips: z.array(z.string()).nullish(),
  protected: z.boolean().nullish(),
  security_group: z.object({ id: z.string() }).nullish(),
  placement_group: z.string().nullish(),
  commercial_type: z.string().nullish(),
  admin_password_encryption_ssh_key_id: z.string().nullish(),
});
const attachShape = z.object({
  volume_id: text(),
  volume_type: z.enum(['unknown_volume_type', 'l_ssd', 'b_ssd', 'sbs_volume']).nullish(),
  boot: z.boolean().nullish(),
});

export function servers(world: World): Route[] {
  const find = ({ params }: CloudRequest) =>
    there(world.servers.get(params['server_id']!), 'instance_server', params['server_id']!, params['zone']);
  const body = (server: ServerRecord) => ({ server: shownServer(world, server) });
  const ok = (server: ServerRecord) => ({ status: 200, body: body(server) });
  return [
    {
      method: 'GET',
      path: SERVERS,
      handle: (request) => {
        const keys = {
          creation_date: (server: ServerRecord) => server.created,
          modification_date: (server: ServerRecord) => server.modified,
        };
        const wanted = sorted(filtered(world, request), request, 'order', 'creation_date_desc', keys);
        return instancePage(request, 'servers', wanted, (server) => shownServer(world, server));
      },
    },
    {
      method: 'POST',
      path: SERVERS,
      handle: (request) => {
        const server = createServer(world, request);
        const headers = { Location: `${request.url.origin}${request.url.pathname}/${server.id}` };
        return { status: 201, headers, body: body(server) };
      },
    },
    { method: 'GET', path: SERVER, handle: (request) => ok(find(request)) },
    {
      method: 'PATCH',
      path: SERVER,
      handle: (request) => {
        const server = find(request);
        update(world, server, read(request, updateShape));
        return ok(server);
      },
    },
    {
      method: 'DELETE',
      path: SERVER,
      handle: (request) => {
        const server = find(request);
        if (server.state !== 'stopped') throw invalidRequest('instance should be powered off.');
        checkUnprotected(server);
        removeServer(world, server, { localVolumes: false });
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: `${SERVER}/action`,
      handle: (request) => ({ status: 200, body: { actions: allowedActions(find(request)) } }),
    },
    { method: 'POST', path: `${SERVER}/action`, handle: (request) => act(world, find(request), request) },
    {
      method: 'GET',
      path: `${SERVER}/compatible-types`,
      handle: (request) => ({
        status: 200,
        body: { compatible_types: compatible(world, find(request)).map((t) => t.name) },
      }),
    },
    {
      method: 'POST',
      path: `${SERVER}/attach-volume`,
      handle: (request) => {
        const server = find(request);
        const { volume_id: id, volume_type: type, boot } = read(request, attachShape);
        attach(world, server, id, { boot, volume_type: type === 'sbs_volume' ? 'sbs_volume' : 'l_ssd' });
        server.modified = world.now();
        return ok(server);
      },
    },
    {
      method: 'POST',
      path: `${SERVER}/detach-volume`,
      handle: (request) => {
        const server = find(request);
        detach(world, server, read(request, z.object({ volume_id: text() })).volume_id);
        server.modified = world.now();
        return ok(server);
      },
    },
  ];
}

function filtered(world: World, request: CloudRequest): ServerRecord[] {
  const { params, query } = request;
  const matches = instanceFilter(world, request, 'instance_server');
  const [type, state, mac] = ['commercial_type', 'state', 'private_nic_mac_address'].map((name) => query.get(name));
  const networks = [...list(query, 'private_networks'), ...list(query, 'private_network')];
  const ids = list(query, 'servers');
  const withIp = query.get('with_ip');
  const hasIp = (server: ServerRecord) => server.dynamicIp !== null || ipsOf(world, server).length > 0;
  return world.servers.filter((server) => {
    const nics = networks.length > 0 || mac ? nicsOf(world, server) : [];
    return (
      server.zone === params['zone'] &&
      matches(server) &&
      (!type || server.type === type) &&
      (!state || server.state === state) &&
      (!mac || nics.some((nic) => nic.mac === mac.toLowerCase())) &&
      (networks.length === 0 || nics.some((nic) => networks.includes(nic.network))) &&
      (ids.length === 0 || ids.includes(server.id)) &&
      (!withIp || ipsOf(world, server).some(({ address }) => address === withIp)) &&
      (flag(query, 'without_ip') !== true || !hasIp(server))
    );
  });
}

/** Types that a stopped server may become: same architecture, and room for its local disks. */
function compatible(world: World, server: ServerRecord): ServerType[] {
  const now = serverTypeIn(server.zone, server.type)!;
  const local = Object.values(server.volumes).filter(({ kind }) => kind === 'l_ssd');
  const bytes = local.reduce((sum, { id }) => sum + world.localVolumes.get(id)!.size, 0);
  return typesIn(server.zone).filter(
    (type) => type.arch === now.arch && !type.endOfService && type.localGb * 1e9 >= bytes,
  );
}

function update(world: World, server: ServerRecord, given: z.output<typeof updateShape>): void {
  const { commercial_type: type, security_group: group } = given;
  // All is checked before anything changes.
  if (given.placement_group) throw notValid('placement_group');
  if (group) there(world.securityGroups.get(group.id), 'instance_security_group', group.id, server.zone);
  if (type && type !== server.type) {
    if (server.state !== 'stopped') throw invalidRequest('server should be stopped');
    if (!compatible(world, server).some(({ name }) => name === type)) throw notValid('commercial_type');
  }
  const ips = given.public_ips && freeIps(world, server.zone, given.public_ips, server.id);
  if (given.volumes) replaceVolumes(world, server, given.volumes);
  if (ips) {
    for (const ip of ipsOf(world, server)) if (!ips.includes(ip)) ip.server = null;
    for (const ip of ips) ip.server = server.id;
  }
  Object.assign(server, {
    name: given.name ?? server.name,
    type: type ?? server.type,
    tags: given.tags ?? server.tags,
    bootType: given.boot_type ?? server.bootType,
    protected: given.protected ?? server.protected,
    dynamicIpRequired: given.dynamic_ip_required ?? server.dynamicIpRequired,
    securityGroup: group?.id ?? server.securityGroup,
    adminPasswordKey: given.admin_password_encryption_ssh_key_id ?? server.adminPasswordKey,
    modified: world.now(),
  });
}
