import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { checkLimit, PER_VOLUME } from './contracts.js';
import { invalid } from './errors.js';
import { imageAt } from './images.js';
import { flag, nothing, read, sent, text } from './input.js';
import { PAGES } from './pages.js';
import type { DatacenterRecord, VolumeRecord } from './records.js';
import { paged, render } from './render.js';
import { volumeNode } from './views.js';
import type { World } from './world.js';

const size = z.number().positive();
const Properties = z.strictObject({
  name: text,
  type: z.enum(['HDD', 'SSD', 'SSD Standard', 'SSD Premium']).nullish(),
  size,
  availabilityZone: z.enum(['AUTO', 'ZONE_1', 'ZONE_2', 'ZONE_3']).nullish(),
  image: text,
  imageAlias: text,
  imagePassword: z
    .string()
    .regex(/^[a-zA-Z0-9]{8,50}$/, 'must be 8 to 50 of a-z, A-Z and 0-9')
    .nullish(),
  sshKeys: z.array(z.string().regex(/^(ssh|ecdsa|sk)-\S+ \S+/, 'is no public SSH key')).nullish(),
  bus: z.enum(['VIRTIO', 'IDE']).nullish(),
  licenceType: z.enum(['UNKNOWN', 'WINDOWS', 'WINDOWS2016', 'WINDOWS2022', 'LINUX', 'OTHER']).nullish(),
  userData: text,
  bootOrder: z.enum(['AUTO', 'NONE', 'PRIMARY']).nullish(),
  cpuHotPlug: flag,
  ramHotPlug: flag,
  nicHotPlug: flag,
  nicHotUnplug: flag,
  discVirtioHotPlug: flag,
  discVirtioHotUnplug: flag,
});
const Change = z.strictObject({ name: text, size: size.optional(), bus: z.enum(['VIRTIO', 'IDE']).nullish() });
export const VolumeInput = sent(Properties, nothing);

/** A new volume, attached to nothing. @throws Refusal where it cannot be made so */
export function addVolume(
  world: World,
  datacenter: DatacenterRecord,
  input: z.output<typeof Properties>,
): VolumeRecord {
  const image = imageOf(datacenter, input);
  if (input.size > PER_VOLUME) throw invalid('properties.size', `must be at most ${PER_VOLUME}`);
  if (image && input.size < image.size) throw invalid('properties.size', `the image needs ${image.size} GB`);
  const type = input.type === 'SSD' || input.type == null ? (input.type ? 'SSD Premium' : 'HDD') : input.type;
  checkLimit(world, type === 'HDD' ? 'hdd' : 'ssd', input.size);
  const base = world.base();
  return world.volumes.put(base.id, {
    ...base,
    datacenterId: datacenter.id,
    name: input.name ?? '',
    type,
    size: input.size,
    image: image?.id ?? null,
    licenceType: image ? 'LINUX' : (input.licenceType ?? 'UNKNOWN'),
    bus: input.bus ?? 'VIRTIO',
    availabilityZone: input.availabilityZone ?? 'AUTO',
    bootOrder: input.bootOrder ?? 'AUTO',
    serverId: null,
    deviceNumber: null,
  });
}

function imageOf({ location }: DatacenterRecord, input: z.output<typeof Properties>) {
  const { image: id, imageAlias: alias, imagePassword, sshKeys, userData, licenceType } = input;
  if (id == null && alias == null) {
    if (licenceType == null) throw invalid('properties', 'needs an image, an imageAlias or a licenceType');
    if (userData != null) throw invalid('properties.userData', 'needs an image that supports cloud-init');
    return undefined;
  }
  const image = imageAt(location, { id, alias });
  if (!image)
    throw invalid(
      id == null ? 'properties.imageAlias' : 'properties.image',
      `${id ?? alias} is not there in ${location}`,
    );
  if (image.type === 'CDROM') throw invalid('properties.image', 'is a CD-ROM image');
  if (imagePassword == null && !sshKeys?.length)
    throw invalid('properties.imagePassword', 'a public image needs an imagePassword or sshKeys');
  return image;
}

export function volumes(world: World): Route[] {
  const path = '/datacenters/{datacenterId}/volumes';
  const datacenter = ({ params }: CloudRequest) => world.datacenter(params['datacenterId']);
  const one = ({ params }: CloudRequest) => world.volume(params['datacenterId'], params['volumeId']);
  const changed = (request: CloudRequest, change: z.output<typeof Change>): Reply => {
    const volume = one(request);
    if (change.size !== undefined && change.size < volume.size)
      throw invalid('properties.size', 'a volume cannot shrink');
    if (change.size !== undefined && change.size > PER_VOLUME)
      throw invalid('properties.size', `must be at most ${PER_VOLUME}`);
    checkLimit(world, volume.type === 'HDD' ? 'hdd' : 'ssd', (change.size ?? volume.size) - volume.size);
    if (change.name != null) volume.name = change.name;
    if (change.size !== undefined) volume.size = change.size;
    if (change.bus != null) volume.bus = change.bus;
    world.touch(volume);
    const headers = world.provision(request, 'volume.update', datacenter(request), [volumeNode(world, volume)]);
    return { status: 202, headers, body: render(request, volumeNode(world, volume)) };
  };
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const { id } = datacenter(request);
        const inside = world.volumes.filter(({ datacenterId }) => datacenterId === id);
        return {
          status: 200,
          body: paged(
            request,
            inside.map((volume) => volumeNode(world, volume)),
            PAGES,
          ),
        };
      },
    },
    {
      method: 'POST',
      path,
      handle: (request) => {
        const volume = addVolume(world, datacenter(request), read(request, VolumeInput).properties);
        const headers = world.provision(request, 'volume.create', datacenter(request), [volumeNode(world, volume)]);
        return { status: 202, headers, body: render(request, volumeNode(world, volume)) };
      },
    },
    {
      method: 'GET',
      path: `${path}/{volumeId}`,
      handle: (request) => ({ status: 200, body: render(request, volumeNode(world, one(request))) }),
    },
    { method: 'PATCH', path: `${path}/{volumeId}`, handle: (request) => changed(request, read(request, Change)) },
    {
      method: 'PUT',
      path: `${path}/{volumeId}`,
      handle: (request) => {
        const { name, size: gb, bus } = read(request, VolumeInput).properties;
        return changed(request, { name, size: gb, bus });
      },
    },
    {
      method: 'DELETE',
      path: `${path}/{volumeId}`,
      handle: (request) => {
        const volume = one(request);
        volume.leaving = true;
        const effects = [{ do: 'remove', collection: 'volumes', key: volume.id }] as const;
        const headers = world.provision(
          request,
          'volume.delete',
          datacenter(request),
          [volumeNode(world, volume)],
          effects,
        );
        return { status: 202, headers };
      },
    },
  ];
}
