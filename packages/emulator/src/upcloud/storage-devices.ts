import { conflict, invalid, notFound, stateIllegal } from './errors.js';
import type { DeviceRecord, ServerRecord } from './records.js';
import { serversOf } from './storage-view.js';
import type { World } from './world.js';

/** Disks of a server; with its cards they may be 24 (developers.upcloud.com/1.3/9-storages, read 2026-11). */
const MOST_DISKS = 16;
const MOST_TOGETHER = 24;

/** Puts a storage on a server. @throws Refusal where it stands elsewhere, is taken, or there is no room. */
export function plugIn(
  world: World,
  server: ServerRecord,
  {
    storage: id,
    type = 'disk',
    // Drives sit at the bus that every system boots from (recorded 2022-10).
    address = type === 'cdrom' ? 'ide' : 'virtio',
  }: { storage: string; address?: string | undefined; type?: 'disk' | 'cdrom' | undefined },
): DeviceRecord {
  if (type === 'disk') mustBeFree(world, server, id);
  else if (id !== '') mustBeDisc(world, id);
  const { devices, interfaces } = server;
  if (devices.length >= MOST_DISKS || devices.length + interfaces.length >= MOST_TOGETHER) {
    throw conflict('STORAGE_DEVICE_LIMIT_REACHED', 'The server has as many storage devices as it can have.');
  }
  const device = { address: freeAddress(server, address), type, storage: id };
  devices.push(device);
  return device;
}

function mustBeFree(world: World, server: ServerRecord, id: string): void {
  const storage = world.storage(id);
  if (storage.type !== 'normal') throw conflict('STORAGE_TYPE_ILLEGAL', `The storage ${id} is a ${storage.type}.`);
  if (storage.zone !== server.zone) {
    throw conflict('ZONE_MISMATCH', `The storage ${id} is in the zone ${storage.zone}, the server in ${server.zone}.`);
  }
  if (storage.state !== 'online') throw stateIllegal('storage', storage.state);
  if (serversOf(world, id).length > 0) {
    throw conflict('STORAGE_ATTACHED_AS_DISK', `The storage ${id} is attached to a server.`);
  }
}

/** @throws Refusal where a drive cannot hold that storage */
export function mustBeDisc(world: World, id: string): void {
  const { type } = world.storage(id);
  if (type !== 'cdrom') throw conflict('STORAGE_TYPE_ILLEGAL', `The storage ${id} is a ${type}.`);
}

/** `virtio` takes the next free place of that bus, `virtio:3` that one. */
function freeAddress({ devices }: ServerRecord, wish: string): string {
  const places: Readonly<Record<string, string[]>> = {
    virtio: Array.from({ length: 16 }, (_, i) => `virtio:${i}`),
    scsi: ['scsi:0:0', 'scsi:0:1', 'scsi:1:0', 'scsi:1:1'],
    ide: ['ide:0:0', 'ide:0:1', 'ide:1:0', 'ide:1:1'],
  };
  const isFree = (place: string) => !devices.some(({ address }) => address === place);
  const bus = places[wish];
  const found = bus
    ? bus.find(isFree)
    : Object.values(places)
        .flat()
        .find((place) => place === wish);
  if (!found) throw bus ? conflict('DEVICE_ADDRESS_IN_USE', `The bus ${wish} is full.`) : invalid('address');
  if (!isFree(found)) throw conflict('DEVICE_ADDRESS_IN_USE', `The device address ${found} is in use.`);
  return found;
}

/** Takes what sits at an address off a server. @throws Refusal where nothing does. */
export function unplug(world: World, server: ServerRecord, address: string): void {
  const device = server.devices.find((one) => one.address === address);
  if (!device) throw conflict('DEVICE_ADDRESS_NOT_IN_USE', `The device address ${address} is not in use.`);
  if (address.startsWith('ide') && server.state !== 'stopped') {
    throw conflict('IDE_HOTPLUG_UNSUPPORTED', 'IDE devices come and go on a stopped server alone.');
  }
  server.devices = server.devices.filter((one) => one !== device);
  const storage = world.storages.get(device.storage);
  if (!storage) return;
  storage.state = 'maintenance';
  world.later('storage.detach', storage.uuid);
}

/** The drive for discs. @throws Refusal where there is none */
export function drive(server: ServerRecord): DeviceRecord {
  const found = server.devices.find(({ type }) => type === 'cdrom');
  if (!found) throw notFound('cdrom device', server.uuid);
  return found;
}
