import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Reply } from '../core/http.js';
import { planNamed } from './catalogue/plans.js';
import { systemLabels } from './catalogue/templates.js';
import { mustBeZone } from './catalogue/zones.js';
import { conflict, invalid, missing, Refusal } from './errors.js';
import { newId } from './ids.js';
import { count, read, text, yesNo } from './input.js';
import { givenLabels, labelsShape } from './labels.js';
import type { ServerRecord } from './records.js';
import { accepted } from './routes.js';
import { addCard, cardShape } from './server-cards.js';
import { serverInFull } from './server-view.js';
import { plugIn } from './storage-devices.js';
import { mustBeSize, storageRecord } from './storages.js';
import { must, type World } from './world.js';

const deviceShape = z.object({
  action: z.enum(['create', 'clone', 'attach']),
  storage: text.optional(),
  title: text.optional(),
  size: count.optional(),
  tier: z.enum(['maxiops', 'standard', 'hdd']).optional(),
  address: text.optional(),
  type: z.enum(['disk', 'cdrom']).default('disk'),
  encrypted: yesNo.default('no'),
});
const shape = z.object({
  zone: text,
  title: text,
  hostname: text,
  plan: text.optional(),
  core_number: count.optional(),
  memory_amount: count.optional(),
  labels: labelsShape.optional(),
  storage_devices: z.object({ storage_device: z.array(deviceShape).min(1) }),
  networking: z.object({ interfaces: z.object({ interface: z.array(cardShape) }) }).optional(),
  login_user: z
    .object({
      username: text.optional(),
      create_password: yesNo.default('yes'),
      ssh_keys: z.object({ ssh_key: z.array(text) }).optional(),
    })
    .optional(),
  user_data: text.optional(),
  metadata: yesNo.default('no'),
  firewall: z.enum(['on', 'off']).default('off'),
  boot_order: text.default('disk'),
  nic_model: text.default('virtio'),
  video_model: text.default('cirrus'),
  timezone: text.default('UTC'),
  simple_backup: text.default('no'),
  server_group: text.nullish(),
  remote_access_enabled: yesNo.default('no'),
  remote_access_type: text.default('vnc'),
  remote_access_password: text.optional(),
});
type Wish = z.output<typeof shape>;

/** What a server gets whose wish names no cards (developers.upcloud.com/1.3/8-servers, create server, read 2026-11). */
const DEFAULT_CARDS = [
  ['utility', 'IPv4'],
  ['public', 'IPv4'],
  ['public', 'IPv6'],
] as const;

/** Makes a server with its disks and cards, all or nothing: it starts when its root disk is cloned. */
export function createServer(world: World, request: CloudRequest): Reply {
  const wish = read(request, 'server', shape);
  mustBeZone(wish.zone);
  world.mustFit('servers', 'server_creating', world.servers.size);
  const group = wish.server_group ? must(world.groups.get(wish.server_group), 'group', wish.server_group) : undefined;
  const server = record(world, wish);
  const made: string[] = [];
  try {
    for (const device of wish.storage_devices.storage_device) made.push(...addDevice(world, server, wish, device));
    const cards = wish.networking?.interfaces.interface;
    const wanted = cards ?? DEFAULT_CARDS.map(([type, family]) => cardOf(type, family));
    for (const card of wanted) addCard(world, server, card);
  } catch (error) {
    for (const storage of made) world.storages.delete(storage);
    throw error;
  }
  world.servers.put(server.uuid, server);
  group?.servers.push(server.uuid);
  world.later('server.create', server.uuid);
  // Only this answer has the passwords (recorded).
  const secrets = { password: secret(16), progress: '0', username: wish.login_user?.username ?? 'root' };
  return accepted({ server: { ...serverInFull(world, server), ...secrets } });
}

function cardOf(type: 'public' | 'utility', family: 'IPv4' | 'IPv6'): z.output<typeof cardShape> {
  return { type, source_ip_filtering: 'yes', bootable: 'no', ip_addresses: { ip_address: [{ family }] } };
}

function record(world: World, wish: Wish): ServerRecord {
  if (!/^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,126}[a-zA-Z0-9])?$/.test(wish.hostname)) throw invalid('hostname');
  if (!wish.title) throw missing('title');
  const plan = wish.plan && wish.plan !== 'custom' ? planNamed(wish.plan) : undefined;
  if (wish.plan && wish.plan !== 'custom' && !plan) throw invalid('plan', `The plan ${wish.plan} does not exist.`);
  if (!world.context.inStock(wish.plan ?? 'custom', wish.zone)) {
    throw conflict('SERVER_RESOURCES_UNAVAILABLE', `There are not enough resources in ${wish.zone} for the server.`);
  }
  const metadata = wish.metadata;
  return {
    uuid: newId('server'),
    zone: wish.zone,
    title: wish.title,
    hostname: wish.hostname,
    plan: plan?.name ?? 'custom',
    cores: plan?.core_number ?? wish.core_number ?? 1,
    memory: plan?.memory_amount ?? wish.memory_amount ?? 1024,
    state: 'maintenance',
    labels: givenLabels(wish.labels),
    tags: [],
    devices: [],
    interfaces: [],
    rules: [],
    firewall: wish.firewall,
    metadata,
    bootOrder: wish.boot_order,
    nicModel: wish.nic_model,
    videoModel: wish.video_model,
    timezone: wish.timezone,
    simpleBackup: wish.simple_backup,
    remoteAccess: wish.remote_access_enabled,
    remoteAccessPassword: wish.remote_access_password ?? secret(8),
    remoteAccessType: wish.remote_access_type,
    host: randomInt(4_000_000_000, 8_000_000_000),
    created: world.now(),
    userData: wish.user_data ?? null,
    sshKeys: wish.login_user?.ssh_keys?.ssh_key ?? [],
  };
}

/** Makes or takes a disk. @returns ids of what was made */
function addDevice(world: World, server: ServerRecord, wish: Wish, device: z.output<typeof deviceShape>): string[] {
  const { action, address, type } = device;
  if (action === 'attach') {
    if (!device.storage) throw missing('storage');
    plugIn(world, server, { storage: device.storage, address, type });
    return [];
  }
  const from = action === 'clone' ? world.storage(device.storage ?? '') : undefined;
  if (from?.templateType === 'cloud-init' && wish.metadata === 'no' && wish.login_user) {
    throw new Refusal(400, 'METADATA_DISABLED_ON_CLOUD-INIT', 'Templates with cloud-init need the metadata service.');
  }
  if (from && from.type === 'cdrom') throw conflict('STORAGE_TYPE_ILLEGAL', 'A CD-ROM cannot be cloned.');
  const size = mustBeSize(device.size ?? from?.size ?? 0);
  if (from && size < from.size) throw invalid('size', `The storage cloned has ${from.size} GiB.`);
  const storage = storageRecord(world, {
    zone: server.zone,
    title: device.title ?? from?.title ?? 'disk1',
    size,
    tier: device.tier ?? (from?.tier || 'maxiops'),
    encrypted: device.encrypted,
    labels: from?.access === 'public' ? systemLabels(from.uuid) : [],
  });
  world.storages.put(storage.uuid, storage);
  plugIn(world, server, { storage: storage.uuid, address, type });
  storage.state = 'maintenance';
  return [storage.uuid];
}

/** Letters and digits that are not easily mistaken for each other, as recorded. */
function secret(length: number): string {
  const letters = 'abcdefghkmnpqrstuvwxyz23456789';
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}
