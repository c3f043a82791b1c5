import * as z from 'zod';
import type { Route } from '../../../core/http.js';
import type { Action } from '../../actions.js';
import { locationNamed } from '../../catalogue/locations.js';
import { HetznerError, invalidInput } from '../../errors.js';
import { hostname, id, labels, read, reference } from '../../input.js';
import type { PrimaryIp, Server } from '../../records.js';
import { created, post } from '../../routes.js';
import { serverViewer } from '../../views/server.js';
import type { World } from '../../world.js';
import { apply, mustTakeFirewalls } from '../firewalls.js';
import { findImage } from '../images.js';
import { mustHaveRoom } from '../placement-groups.js';
import { createPrimaryIp } from '../primary-ips.js';
import { attach, resourceOf as volumeResource } from '../volumes.js';
import { newPassword, serverOf } from './action.js';
import { newAttachment } from './attachment.js';
import { choosePlace, mustBeInStock, usableType } from './placement.js';
import { resourceOf } from './resource.js';

/** docs.hetzner.cloud, servers, read 2026-11: 32 KiB of user data. */
const MAX_USER_DATA = 32 * 1024;

const createBody = z.object({
  name: hostname,
  server_type: reference,
  image: reference,
  location: reference.optional(),
  // Removed on 2026-07-01 (hcloud-go 2.45, changelog).
  datacenter: z.undefined('was removed, use location').optional(),
  ssh_keys: z.array(reference).nullish(),
  user_data: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= MAX_USER_DATA, 'is too long')
    .nullish(),
  networks: z.array(id).nullish(),
  volumes: z.array(id).nullish(),
  automount: z.boolean().nullish(),
  firewalls: z.array(z.object({ firewall: id })).nullish(),
  placement_group: id.nullish(),
  public_net: z
    .object({
      enable_ipv4: z.boolean().default(true),
      enable_ipv6: z.boolean().default(true),
      ipv4: id.nullish(),
      ipv6: id.nullish(),
    })
    .nullish(),
  start_after_create: z.boolean().default(true),
  labels: labels.default({}),
});

export function createRoute(world: World): Route {
  world.actions.onFinish('create_server', (action) => {
    const server = serverOf(world, action);
    if (!server) return;
    server.status = 'off';
    for (const attachment of server.private_net) attachment.pending = false;
  });

  return post('/servers', (request) => {
    const body = read(request, createBody);
    // Everything is looked at before anything is made: a refused request leaves nothing behind.
    world.mustBeUnique(world.servers, 'server', body.name);
    const type = usableType(body.server_type);
    const place = choosePlace(world, type, body.location);
    const image = findImage(world, body.image, type.architecture);
    if (!image) throw invalidInput({ image: `image '${body.image}' not found` });
    if (image.architecture !== type.architecture)
      throw invalidInput({ image: 'is of another architecture than the server type' });
    if (image.status !== 'available') throw new HetznerError('unavailable', 'image is not available', null, 422);
    if (image.disk_size > type.disk)
      throw invalidInput({ image: 'disk of image is larger than that of the server type' });
    const sshKeys = (body.ssh_keys ?? []).map((wanted) => {
      const key = world.sshKeys.find(
        (candidate) => candidate.id === wanted || candidate.name === String(wanted) || String(candidate.id) === wanted,
      );
      if (!key) throw invalidInput({ ssh_keys: `SSH key '${wanted}' not found` });
      return key.id;
    });
    const networks = (body.networks ?? []).map((network) => world.must(world.networks, 'network', network));
    const volumes = (body.volumes ?? []).map((volume) => world.must(world.volumes, 'volume', volume));
    for (const volume of volumes) {
      if (volume.server !== null)
        throw new HetznerError('volume_already_attached', 'volume is already attached to a server');
      if (volume.location !== place.name)
        throw new HetznerError('invalid_input', 'volume and server must be in the same location');
    }
    world.actions.mustBeFree(
      volumes.map(volumeResource),
      networks.map(({ id }) => ({ id, type: 'network' as const })),
    );
    const firewalls = (body.firewalls ?? []).map(({ firewall }) => world.must(world.firewalls, 'firewall', firewall));
    mustTakeFirewalls(0, firewalls.length);
    if (body.placement_group != null) mustHaveRoom(world, body.placement_group);
    const net = body.public_net ?? { enable_ipv4: true, enable_ipv6: true };
    const wanted = (['ipv4', 'ipv6'] as const).filter((version) => net[`enable_${version}`]);
    if (wanted.length === 0 && networks.length === 0)
      throw invalidInput({ public_net: 'a server needs a public or a private interface' });
    if (wanted.length === 0 && firewalls.length > 0) {
      throw new HetznerError('private_net_only_server', 'server has no public interface');
    }
    const given = wanted.flatMap((version) => {
      const reservedId = net[version];
      return reservedId == null ? [] : [reserved(world, reservedId, version, place.name)];
    });
    world.mustFit('servers', 'server', world.servers.size);
    world.mustFit('primary_ips', 'primary IP', world.primaryIps.size + Math.max(0, wanted.length - given.length - 1));
    mustBeInStock(world, type, place.name);

    const server: Server = {
      id: 0,
      name: body.name,
      created: world.now(),
      labels: body.labels,
      status: 'initializing',
      server_type: type.id,
      image: image.id,
      location: place.name,
      primary_disk_size: type.disk,
      private_net: [],
      placement_group: body.placement_group ?? null,
      protection: { delete: false, rebuild: false },
      backup_window: null,
      iso: null,
      rescue_enabled: false,
      user_data: body.user_data ?? null,
      ssh_keys: sshKeys,
    };
    for (const network of networks) server.private_net.push(newAttachment(world, server, network));
    server.id = world.newId('server');
    world.servers.put(server.id, server);
    for (const version of wanted) {
      const ip = given.find((candidate) => candidate.type === version) ?? createdWith(world, version, place.name);
      ip.assignee_id = server.id;
    }

    const action = world.actions.begin({
      command: 'create_server',
      resources: [resourceOf(server)],
      locks: [resourceOf(server)],
      shares: networks.map(({ id }) => ({ id, type: 'network' as const })),
      data: { server: server.id },
    });
    const next: Action[] = [];
    for (const volume of volumes) next.push(attach(world, volume, server, next.at(-1) ?? action));
    if (body.start_after_create) {
      const locks = [resourceOf(server)];
      next.push(
        world.actions.begin({
          command: 'start_server',
          resources: locks,
          locks,
          data: { server: server.id },
          after: next.at(-1) ?? action,
        }),
      );
    }
    for (const firewall of firewalls) apply(world, firewall, { type: 'server', server: { id: server.id } }, action);
    return created({
      server: serverViewer(world)(server),
      action: world.show(action),
      next_actions: next.map((step) => world.show(step)),
      root_password: sshKeys.length === 0 ? newPassword() : null,
    });
  });
}

/** An address made for this server and gone with it. */
function createdWith(world: World, version: PrimaryIp['type'], location: string): PrimaryIp {
  const ip = createPrimaryIp(world, version, location);
  ip.auto_delete = true;
  return ip;
}

function reserved(world: World, ipId: number, version: PrimaryIp['type'], location: string): PrimaryIp {
  const ip = world.must(world.primaryIps, 'primary IP', ipId);
  if (ip.type !== version) throw new HetznerError('primary_ip_version_mismatch', 'primary IP is of the other version');
  if (ip.assignee_id !== null)
    throw new HetznerError('primary_ip_assigned', 'primary IP is already assigned to a server');
  if (ip.location !== locationNamed(location).name) {
    throw new HetznerError('primary_ip_datacenter_mismatch', 'primary IP is in another location');
  }
  return ip;
}
