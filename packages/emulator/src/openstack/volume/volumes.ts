import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { ZONES } from '../compute/zones.js';
import { localDate } from '../dates.js';
import { fault } from '../errors.js';
import { imageOf } from '../image/images.js';
import { body } from '../input.js';
import { page } from '../listing.js';
import type { VolumeRecord } from '../records.js';
import type { World } from '../world.js';
import { attach, endVolume } from './attachment.js';
import { cinderLinks } from './links.js';
import { volumeMicroversion } from './microversion.js';

const text = z.string().max(255);
const metadata = z.record(text.min(1), text);
/** As Cinder's first API called them; clients say so still. */
const FORMER = { display_name: text.nullish(), display_description: text.nullish() };
const createShape = z.object({
  volume: z.looseObject({
    size: z
      .union([z.int().min(1), z.string().regex(/^[1-9]\d*$/)])
      .transform(Number)
      .optional(),
    name: text.nullish(),
    description: text.nullish(),
    availability_zone: text.nullish(),
    volume_type: text.nullish(),
    imageRef: text.nullish(),
    snapshot_id: text.nullish(),
    metadata: metadata.nullish(),
    ...FORMER,
  }),
});
const changeShape = z.object({
  volume: z.looseObject({ name: text.nullish(), description: text.nullish(), metadata: metadata.nullish(), ...FORMER }),
});
const metadataShape = z.object({ metadata });
const extendShape = z.object({ 'os-extend': z.object({ new_size: z.coerce.number().int().min(1) }) });

/** Volume types that there are; the first is taken where none is asked for. */
export const VOLUME_TYPES = ['ssd', 'capacity'];

/** Makes a volume, which is being created until its step is over. */
export function addVolume(
  world: World,
  given: Pick<VolumeRecord, 'size' | 'zone' | 'imageId'> &
    Partial<Pick<VolumeRecord, 'name' | 'description' | 'metadata' | 'type' | 'snapshotId'>> & {
      attachment?: { serverId: string; device: string };
    },
): VolumeRecord {
  const now = world.now();
  const { attachment, ...said } = given;
  const record: VolumeRecord = {
    id: randomUUID(),
    type: VOLUME_TYPES[0]!,
    snapshotId: null,
    name: '',
    description: null,
    metadata: {},
    ...said,
    created: now,
    updated: now,
    status: 'creating',
    attachment: null,
  };
  world.volumes.put(record.id, record);
  if (attachment) attach(world, record, attachment);
  else world.later('volume.create', record.id);
  return record;
}

export function volumes(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.volumes.get(params['id']!);
    if (!found) throw fault(404, `Volume ${params['id']} could not be found.`);
    return found;
  };
  const listed = ({ query }: CloudRequest) => {
    const [name, status] = [query.get('name'), query.get('status')];
    return world.volumes
      .list()
      .reverse()
      .filter((one) => (name === null || one.name === name) && (status === null || one.status === status));
  };
  return [
    {
      method: 'POST',
      path: '/volumes',
      handle: (request) => {
        const { volume: given } = body(request, createShape);
        const snapshot = given.snapshot_id ? world.snapshots.get(given.snapshot_id) : undefined;
        if (given.snapshot_id && !snapshot) throw fault(404, `Snapshot ${given.snapshot_id} could not be found.`);
        const size = given.size ?? snapshot?.size;
        if (size === undefined) throw fault(400, 'Invalid input received: Volume size must be specified.');
        const image = given.imageRef ? imageOf(given.imageRef) : undefined;
        if (given.imageRef && !image) throw fault(400, `Invalid image identifier or unable to access requested image.`);
        const zone = given.availability_zone ?? ZONES[0]!;
        if (!ZONES.includes(zone)) throw fault(400, `Availability zone '${zone}' is invalid.`);
        const type = given.volume_type ?? VOLUME_TYPES[0]!;
        if (!VOLUME_TYPES.includes(type)) throw fault(404, `Volume type with name ${type} could not be found.`);
        checkQuota(world, size);
        const made = addVolume(world, {
          size,
          zone,
          type,
          imageId: image?.id ?? null,
          snapshotId: snapshot?.id ?? null,
          name: given.name ?? given.display_name ?? '',
          description: given.description ?? given.display_description ?? null,
          metadata: given.metadata ?? {},
        });
        const { 'os-vol-tenant-attr:tenant_id': _, ...one } = shown(world, request, made);
        return { status: 202, body: { volume: { ...one, updated_at: null } } };
      },
    },
    {
      method: 'GET',
      path: '/volumes',
      handle: (request) =>
        volumePage(request, listed(request), ({ id, name }) => ({
          id,
          name,
          links: cinderLinks(world, request, 'volumes', id),
        })),
    },
    {
      method: 'GET',
      path: '/volumes/detail',
      handle: (request) => volumePage(request, listed(request), (one) => shown(world, request, one)),
    },
    {
      method: 'GET',
      path: '/volumes/{id}',
      handle: (request) => ({ status: 200, body: { volume: shown(world, request, find(request)) } }),
    },
    {
      method: 'PUT',
      path: '/volumes/{id}',
      handle: (request) => {
        const volume = find(request);
        const { metadata: labels, ...given } = body(request, changeShape).volume;
        const { name = given.display_name, description = given.display_description } = given;
        if (name !== undefined) volume.name = name ?? '';
        if (description !== undefined) volume.description = description;
        if (labels) volume.metadata = labels;
        volume.updated = world.now();
        const { 'os-vol-tenant-attr:tenant_id': _, ...one } = shown(world, request, volume);
        return { status: 200, body: { volume: one } };
      },
    },
    {
      method: 'GET',
      path: '/volumes/{id}/metadata',
      handle: (request) => ({ status: 200, body: { metadata: find(request).metadata } }),
    },
    {
      method: 'PUT',
      path: '/volumes/{id}/metadata',
      handle: (request) => {
        const volume = find(request);
        volume.metadata = body(request, metadataShape).metadata;
        volume.updated = world.now();
        return { status: 200, body: { metadata: volume.metadata } };
      },
    },
    {
      method: 'POST',
      path: '/volumes/{id}/action',
      handle: (request) => {
        const volume = find(request);
        const size = body(request, extendShape)['os-extend'].new_size;
        if (!['available', 'in-use'].includes(volume.status))
          throw fault(
            400,
            `Invalid volume: Volume ${volume.id} status must be 'available' or 'in-use' to extend, but current status is: ${volume.status}.`,
          );
        if (size <= volume.size)
          throw fault(
            400,
            `Invalid input received: New size for extend must be greater than current size. (current: ${volume.size}, extended: ${size}).`,
          );
        checkQuota(world, size - volume.size, 0);
        Object.assign(volume, { size, status: 'extending', updated: world.now() });
        world.later('volume.extend', volume.id);
        return { status: 202, headers: { 'Content-Type': 'application/json' } };
      },
    },
    {
      method: 'DELETE',
      path: '/volumes/{id}',
      handle: (request) => {
        const volume = find(request);
        const snapshots = world.snapshots.find(({ volumeId }) => volumeId === volume.id);
        const free = ['available', 'error', 'error_deleting'].includes(volume.status);
        if (!free || snapshots)
          throw fault(
            400,
            'Invalid volume: Volume status must be available or error or error_restoring or error_extending or error_managing and must not be migrating, attached, belong to a group, have snapshots, awaiting a transfer, or be disassociated from snapshots after volume transfer.',
          );
        endVolume(world, volume.id);
        return { status: 202, headers: { 'Content-Type': 'text/html; charset=UTF-8' } };
      },
    },
  ];
}

function volumePage(request: CloudRequest, all: readonly VolumeRecord[], show: (one: VolumeRecord) => unknown) {
  const lost = (marker: string) => fault(404, `Volume ${marker} could not be found.`);
  return page(request, 'volumes', all, show, ({ id }) => id, lost);
}

function checkQuota(world: World, size: number, more = 1): void {
  const { size: used } = world.volumes;
  const limit = world.beyondQuota('volumes', used, more);
  const over = (message: string) => fault(413, message, { 'Retry-After': '0' });
  if (limit !== undefined)
    throw over(`VolumeLimitExceeded: Maximum number of volumes allowed (${limit}) exceeded for quota 'volumes'.`);
  const gigabytes = world.volumes.list().reduce((sum, one) => sum + one.size, 0);
  const most = world.beyondQuota('gigabytes', gigabytes, size);
  if (most !== undefined)
    throw over(
      `VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested ${size}G, quota is ${most}G and ${gigabytes}G has been consumed.`,
    );
}

function shown(world: World, request: CloudRequest, volume: VolumeRecord) {
  const { id, attachment, imageId } = volume;
  const image = imageId === null ? undefined : imageOf(imageId);
  return {
    id,
    name: volume.name,
    description: volume.description,
    status: volume.status,
    size: volume.size,
    availability_zone: volume.zone,
    created_at: localDate(volume.created),
    updated_at: localDate(volume.updated),
    volume_type: volume.type,
    snapshot_id: volume.snapshotId,
    source_volid: null,
    consistencygroup_id: null,
    ...(volumeMicroversion(request) >= 3013 ? { group_id: null } : {}),
    metadata: volume.metadata,
    bootable: image ? 'true' : 'false',
    encrypted: false,
    multiattach: false,
    replication_status: null,
    user_id: world.userId,
    'os-vol-tenant-attr:tenant_id': world.projectId,
    links: cinderLinks(world, request, 'volumes', id),
    attachments:
      attachment && volume.status !== 'attaching'
        ? [
            {
              id,
              volume_id: id,
              attachment_id: attachment.id,
              server_id: attachment.serverId,
              device: attachment.device,
              host_name: null,
              attached_at: localDate(attachment.at),
            },
          ]
        : [],
    ...(image
      ? {
          volume_image_metadata: {
            image_id: image.id,
            image_name: image.name,
            min_disk: String(image.min_disk),
            min_ram: String(image.min_ram),
            disk_format: image.disk_format,
            container_format: image.container_format,
            size: String(image.size),
            checksum: image.checksum,
            os_distro: image.os_distro,
            os_version: image.os_version,
            architecture: image.architecture,
          },
        }
      : {}),
  };
}
