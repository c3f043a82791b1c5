import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest } from '../core/http.js';
import { read, tags, text } from './arguments.js';
import { notValid, outOfStock } from './errors.js';
import { isUuid } from './ids.js';
import { freeIps } from './ips.js';
import { fits, type LocalImage, localImage, localImages } from './local-images.js';
import type { ServerRecord } from './records.js';
import { defaultSecurityGroup } from './security-groups.js';
import { type ServerType, serverTypeIn } from './server-types.js';
import { initialVolumes, type VolumeTemplates, volumesShape } from './server-volumes.js';
import { there, type World } from './world.js';

const shape = z.object({
  name: text(),
  commercial_type: text(),
  image: z.string().nullish(),
  volumes: volumesShape.nullish(),
  dynamic_ip_required: z.boolean().nullish(),
  public_ip: z.string().nullish(),
  public_ips: z.array(z.string()).nullish(),
  boot_type: z.enum(['local', 'rescue']).nullish(),
  project: z.string().nullish(),
  tags: tags.nullish(),
  security_group: z.string().nullish(),
  placement_group: z.string().nullish(),
  admin_password_encryption_ssh_key_id: z.string().nullish(),
  protected: z.boolean().nullish(),
});

/** Makes a server, stopped. Nothing is kept of one that is refused. */
export function createServer(world: World, request: CloudRequest): ServerRecord {
  const given = read(request, shape);
  const zone = request.params['zone']!;
  const project = world.writable('instance_server', given.project);
  const type = serverTypeIn(zone, given.commercial_type);
  if (!type) throw notValid('commercial_type');
  if (given.placement_group) throw notValid('placement_group');
  const templates = given.volumes ?? {};
  const image = given.image ? imageFor(zone, type, given.image, templates) : undefined;
  const group = given.security_group
    ? there(world.securityGroups.get(given.security_group), 'instance_security_group', given.security_group, zone)
    : defaultSecurityGroup(world, zone, project);
  const ips = freeIps(world, zone, given.public_ips ?? (given.public_ip ? [given.public_ip] : []));
  world.checkQuota('servers', world.servers.size);
  if (!world.context.inStock(type.name, zone)) throw outOfStock(type.name);

  const now = world.now();
  const server: ServerRecord = {
    id: randomUUID(),
    zone,
    project,
    name: given.name,
    type: type.name,
    image: image?.id ?? null,
    bootType: given.boot_type ?? 'local',
    protected: given.protected ?? false,
    tags: given.tags ?? [],
    dynamicIpRequired: given.dynamic_ip_required ?? true,
    dynamicIp: null,
    securityGroup: group.id,
    state: 'stopped',
    stateDetail: '',
    mac: newMac(world),
    volumes: {},
    location: null,
    userData: {},
    adminPasswordKey: given.admin_password_encryption_ssh_key_id ?? null,
    created: now,
    modified: now,
  };
  initialVolumes(world, server, type, image, templates);
  for (const ip of ips) ip.server = server.id;
  return world.servers.put(server.id, server);
}

/** By id, or by label: on block storage, unless the first volume is asked to be local (the vendor's API description, 2026-06). */
function imageFor(zone: string, type: ServerType, wanted: string, templates: VolumeTemplates): LocalImage {
  const root = templates['0'];
  const kind = root?.volume_type === 'l_ssd' ? 'instance_local' : 'instance_sbs';
  const image = isUuid(wanted)
    ? localImage(wanted)
    : localImages.find(
        (known) => known.label === wanted && known.zone === zone && known.arch === type.arch && known.type === kind,
      );
  if (image?.zone !== zone) throw notValid('image');
  if (!fits(image, type)) throw notValid('image', `the image does not fit ${type.name}`);
  if (root?.volume_type && (root.volume_type === 'l_ssd') !== (image.type === 'instance_local')) {
    throw notValid('volumes.0.volume_type', 'the image is for another kind of volume');
  }
  return image;
}

function newMac(world: World): string {
  const number = world.context.store.next('server-mac');
  return `de:00:00:${number.toString(16).padStart(6, '0').match(/../g)!.join(':')}`;
}
