import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Reply } from '../../core/http.js';
import { fault } from '../errors.js';
import { type Image, imageOf } from '../image/images.js';
import { body } from '../input.js';
import { isTaken } from '../network/addresses.js';
import { addPort, addressIn } from '../network/cards.js';
import type { ServerRecord } from '../records.js';
import { addVolume } from '../volume/volumes.js';
import type { World } from '../world.js';
import type { Flavor } from './flavors.data.js';
import { flavorOf } from './flavors.js';
import { linksOf } from './links.js';
import { microversionOf } from './versions.js';
import { ZONES } from './zones.js';

/** The longest user data, base64 (Compute API reference, create server, read 2026-11). */
const MOST_USER_DATA = 65_535;
const GIB = 1024 ** 3;

const metadata = z.record(z.string().min(1).max(255), z.string().max(255));
const network = z.object({ uuid: z.string().optional(), port: z.string().optional(), fixed_ip: z.string().optional() });
const blockDevice = z.looseObject({
  boot_index: z.union([z.int(), z.string(), z.null()]).optional(),
  uuid: z.string().optional(),
  source_type: z.enum(['image', 'volume', 'snapshot', 'blank']).default('volume'),
  destination_type: z.enum(['volume', 'local']).default('volume'),
  volume_size: z.union([z.int(), z.string()]).optional(),
  delete_on_termination: z.boolean().default(false),
});
const shape = z.object({
  server: z.looseObject({
    name: z.string().min(1).max(255),
    flavorRef: z.union([z.string(), z.int()]).transform(String),
    imageRef: z.string().optional(),
    key_name: z.string().optional(),
    networks: z.union([z.enum(['auto', 'none']), z.array(network)]).optional(),
    security_groups: z.array(z.object({ name: z.string() })).optional(),
    user_data: z.string().optional(),
    availability_zone: z.string().optional(),
    metadata: metadata.default({}),
    description: z.string().nullish(),
    config_drive: z.union([z.boolean(), z.string(), z.null()]).optional(),
    tags: z.array(z.string()).default([]),
    block_device_mapping_v2: z.array(blockDevice).optional(),
    min_count: z.union([z.literal(1), z.literal('1')]).optional(),
    max_count: z.union([z.literal(1), z.literal('1')]).optional(),
  }),
});
type Given = z.output<typeof shape>['server'];

/** `POST /servers`: all that is wrong is found before anything is made. */
export function createServer(world: World, request: CloudRequest): Reply {
  const given = body(request, shape).server;
  const flavor = flavorOf(given.flavorRef);
  if (!flavor) throw fault(400, `Flavor ${given.flavorRef} could not be found.`);
  const root = rootOf(given);
  const image = imageFor(given, root);
  checkDisk(flavor, image, root);
  checkUserData(given.user_data);
  if (given.key_name !== undefined && !world.keypairs.get(given.key_name))
    throw fault(400, 'Invalid key_name provided.');
  const zone = given.availability_zone ?? ZONES[0]!;
  if (!ZONES.includes(zone)) throw fault(400, 'The requested availability zone is not available');
  const groups = groupsFor(world, given.security_groups);
  const cards = cardsFor(world, request, given.networks);
  checkQuota(world, flavor);

  const id = randomUUID();
  const now = world.now();
  const volume =
    root?.destination_type === 'volume'
      ? addVolume(world, {
          name: '',
          size: Number(root.volume_size ?? image?.min_disk ?? 1),
          zone,
          imageId: image?.id ?? null,
          attachment: { serverId: id, device: '/dev/vda' },
        })
      : undefined;
  const portIds = cards.map((card) => {
    if ('portId' in card) {
      const port = world.ports.get(card.portId)!;
      Object.assign(port, { deviceId: id, deviceOwner: `compute:${zone}`, updated: now });
      return port.id;
    }
    const { networkId, ips } = card;
    return addPort(world, { networkId, ips, deviceId: id, deviceOwner: `compute:${zone}`, groups }).id;
  });
  const record: ServerRecord = {
    id,
    imageId: volume ? null : (image?.id ?? null),
    keyName: given.key_name ?? null,
    zone,
    created: now,
    userData: given.user_data ?? null,
    configDrive: given.config_drive === true || given.config_drive === 'true',
    rootVolumeId: volume?.id ?? null,
    tags: given.tags,
    name: given.name,
    description: given.description ?? null,
    metadata: given.metadata,
    flavorId: flavor.id,
    formerFlavorId: null,
    status: 'BUILD',
    formerStatus: null,
    taskState: 'scheduling',
    updated: now,
    launched: null,
    fault: null,
    portIds,
    volumes: volume
      ? [{ volumeId: volume.id, device: '/dev/vda', goesWithServer: root?.delete_on_termination ?? false }]
      : [],
  };
  world.servers.put(id, record);
  world.later('server.build', id);
  const links = linksOf(request, 'servers', id);
  return {
    status: 202,
    headers: { Location: links[0]!.href },
    body: {
      server: {
        id,
        links,
        'OS-DCF:diskConfig': 'MANUAL',
        security_groups: given.security_groups ?? [{ name: 'default' }],
        adminPass: randomBytes(9).toString('base64url'),
      },
    },
  };
}

type BlockDevice = z.output<typeof blockDevice>;

function rootOf({ block_device_mapping_v2: all = [] }: Given): BlockDevice | undefined {
  const root = all.find(({ boot_index }) => Number(boot_index) === 0);
  if (all.length > 0 && !root)
    throw fault(
      400,
      'Block Device Mapping is Invalid: Boot sequence for the instance and image/block device mapping combination is not valid.',
    );
  return root;
}

function imageFor({ imageRef }: Given, root: BlockDevice | undefined): Image | undefined {
  const id = imageRef || (root?.source_type === 'image' ? root.uuid : undefined);
  if (id === undefined && !root) throw fault(400, 'Invalid imageRef provided.');
  if (id === undefined) return undefined;
  const image = imageOf(id);
  if (!image) throw fault(400, `Can not find requested image`);
  return image;
}

function checkDisk(flavor: Flavor, image: Image | undefined, root: BlockDevice | undefined): void {
  if (root?.destination_type === 'volume') {
    if (image && Number(root.volume_size ?? 0) < image.min_disk)
      throw fault(
        400,
        `Volume is smaller than the minimum size specified in image metadata. Volume size is ${Number(root.volume_size ?? 0) * GIB} bytes, minimum size is ${image.min_disk * GIB} bytes.`,
      );
    return;
  }
  if (flavor.diskGib === 0) throw fault(403, 'Only volume-backed servers are allowed for flavors with zero disk.');
  if (image && flavor.diskGib < image.min_disk)
    throw fault(
      400,
      `Flavor's disk is smaller than the minimum size specified in image metadata. Flavor disk is ${flavor.diskGib * GIB} bytes, minimum size is ${image.min_disk * GIB} bytes.`,
    );
}

function checkUserData(text: string | undefined): void {
  if (text === undefined) return;
  if (text.length > MOST_USER_DATA)
    throw fault(400, `Invalid input for field/attribute user_data. Value: (hidden). '(hidden)' is too long`);
  if (!/^[A-Za-z0-9+/\s]*={0,2}$/.test(text)) throw fault(400, 'User data needs to be valid base 64.');
}

function groupsFor(world: World, given: Given['security_groups']): string[] | undefined {
  return given?.map(({ name }) => {
    const found = world.groups.get(name) ?? world.groups.find((one) => one.name === name);
    if (!found) throw fault(400, `Unable to find security_group with name or id '${name}'`);
    return found.id;
  });
}

type Card = { portId: string } | { networkId: string; ips?: { subnetId: string; ip: string }[] };

function cardsFor(world: World, request: CloudRequest, given: Given['networks']): Card[] {
  if (given === 'none') return [];
  if (given === undefined || given === 'auto') {
    if (given === undefined && microversionOf(request) >= 2037)
      throw fault(400, "Invalid input for field/attribute server. Value: unknown. 'networks' is a required property");
    const own = world.networks.filter(({ external }) => !external);
    if (own.length > 1) throw fault(409, 'Multiple possible networks found, use a Network ID to be more specific.');
    return own.map(({ id }) => ({ networkId: id }));
  }
  return given.map(({ uuid, port, fixed_ip: ip }) => {
    if (port !== undefined) return { portId: usablePort(world, port) };
    const found = uuid === undefined ? undefined : world.networks.get(uuid);
    if (!found) throw fault(400, `Network ${uuid} could not be found.`);
    if (!world.subnets.find((one) => one.networkId === found.id))
      throw fault(400, `Network ${found.id} requires a subnet in order to boot instances on.`);
    return { networkId: found.id, ...(ip === undefined ? {} : { ips: [fixed(world, found.id, ip)] }) };
  });
}

function usablePort(world: World, id: string): string {
  const port = world.ports.get(id);
  if (!port) throw fault(400, `Port id ${id} could not be found.`);
  if (port.deviceId !== '') throw fault(409, `Port ${id} is still in use.`);
  return id;
}

/** An address that a card can have. @throws Refusal where it lies elsewhere, or somebody has it */
export function fixed(world: World, networkId: string, ip: string): { subnetId: string; ip: string } {
  const address = addressIn(world, networkId, ip);
  if (!address) throw fault(400, `Fixed IP ${ip} is not a valid ip address for network ${networkId}.`);
  if (isTaken(world, address.subnetId, ip))
    throw fault(400, `Fixed IP address ${ip} is already in use on instance unknown.`);
  return address;
}

function checkQuota(world: World, flavor: Flavor): void {
  const there = world.servers.list().flatMap(({ flavorId }) => flavorOf(flavorId) ?? []);
  const figures = [
    { name: 'instances', wanted: 1, used: there.length },
    { name: 'cores', wanted: flavor.vcpus, used: sum(there.map(({ vcpus }) => vcpus)) },
    { name: 'ram', wanted: flavor.memoryGib * 1024, used: sum(there.map(({ memoryGib }) => memoryGib * 1024)) },
  ];
  const over = figures.flatMap((one) => {
    const limit = world.beyondQuota(one.name, one.used, one.wanted);
    return limit === undefined ? [] : [{ ...one, limit }];
  });
  if (over.length === 0) return;
  const list = (of: (one: (typeof over)[number]) => string | number) => over.map(of).join(', ');
  throw fault(
    403,
    `Quota exceeded for ${list((o) => o.name)}: Requested ${list((o) => o.wanted)}, but already used ${list((o) => o.used)} of ${list((o) => o.limit)} ${list((o) => o.name)}`,
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
