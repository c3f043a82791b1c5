import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { planNamed } from './catalogue/plans.js';
import { conflict, invalid, missing, stateIllegal } from './errors.js';
import { idOf } from './ids.js';
import { count, read, text, yesNo } from './input.js';
import { givenLabels, labelled, labelsShape, paged } from './labels.js';
import type { ServerRecord } from './records.js';
import { accepted, get, gone, listed, ok, post, put, remove } from './routes.js';
import { createServer } from './server-create.js';
import { serverInFull, serverInList } from './server-view.js';
import { drive, mustBeDisc, plugIn, unplug } from './storage-devices.js';
import { deleteStorage } from './storages.js';
import { must, type World } from './world.js';

const modifyShape = z.object({
  title: text.min(1).optional(),
  hostname: text.min(1).optional(),
  plan: text.optional(),
  core_number: count.optional(),
  memory_amount: count.optional(),
  labels: labelsShape.optional(),
  firewall: z.enum(['on', 'off']).optional(),
  metadata: yesNo.optional(),
  boot_order: text.optional(),
  nic_model: text.optional(),
  video_model: text.optional(),
  timezone: text.optional(),
  simple_backup: text.optional(),
  remote_access_enabled: yesNo.optional(),
  remote_access_type: text.optional(),
  remote_access_password: text.optional(),
});
const attachShape = z.object({
  type: z.enum(['disk', 'cdrom']).default('disk'),
  storage: text.default(''),
  address: text.optional(),
});
const detachShape = z.object({ address: text });
const loadShape = z.object({ storage: text });

/** The server that a path names. @throws Refusal `SERVER_INVALID` or `SERVER_NOT_FOUND` */
export function serverOf(world: World, { params }: CloudRequest): ServerRecord {
  const id = idOf(params['uuid'], 'server');
  return must(world.servers.get(id), 'server', id);
}

/** A server on which nothing is under way. @throws Refusal `SERVER_STATE_ILLEGAL` */
export function idleServer(world: World, request: CloudRequest): ServerRecord {
  const server = serverOf(world, request);
  if (server.state === 'maintenance' || world.isBusy(server.uuid)) throw stateIllegal('server', server.state);
  return server;
}

export function servers(world: World): Route[] {
  const shown = (server: ServerRecord) => ({ server: serverInFull(world, server) });
  return [
    ...get('/server', (request) =>
      listed('servers', 'server', paged(request, labelled(request, world.servers.list())).map(serverInList)),
    ),
    ...post('/server', (request) => createServer(world, request)),
    ...get('/server/{uuid}', (request) => ok(shown(serverOf(world, request)))),
    ...put('/server/{uuid}', (request) => {
      const server = idleServer(world, request);
      modify(server, read(request, 'server', modifyShape));
      return accepted(shown(server));
    }),
    ...remove('/server/{uuid}', (request) => {
      const server = idleServer(world, request);
      if (server.state !== 'stopped') throw stateIllegal('server', server.state);
      const backups = request.query.get('backups') ?? 'keep';
      const disks = server.devices.filter(({ type }) => type === 'disk').map(({ storage }) => storage);
      world.servers.delete(server.uuid);
      for (const group of world.groups.list()) group.servers = group.servers.filter((one) => one !== server.uuid);
      const macs = new Set(server.interfaces.map(({ mac }) => mac));
      for (const ip of world.floatingIps.filter(({ mac }) => mac !== null && macs.has(mac))) {
        if (ip.releasePolicy === 'release') world.floatingIps.delete(ip.address);
        else ip.mac = null;
      }
      if (request.query.get('storages') === '1') for (const disk of disks) deleteStorage(world, disk, backups);
      return gone;
    }),
    ...post('/server/{uuid}/storage/attach', (request) => {
      const server = idleServer(world, request);
      const device = read(request, 'storage_device', attachShape);
      // A drive may come empty (recorded 2022-10).
      if (device.type === 'disk' && device.storage === '') throw missing('storage');
      plugIn(world, server, device);
      return ok(shown(server));
    }),
    ...post('/server/{uuid}/storage/detach', (request) => {
      const server = idleServer(world, request);
      unplug(world, server, read(request, 'storage_device', detachShape).address);
      return ok(shown(server));
    }),
    ...post('/server/{uuid}/cdrom/load', (request) => {
      const server = idleServer(world, request);
      const { storage } = read(request, 'storage_device', loadShape);
      mustBeDisc(world, storage);
      drive(server).storage = storage;
      return ok(shown(server));
    }),
    ...post('/server/{uuid}/cdrom/eject', (request) => {
      const server = idleServer(world, request);
      drive(server).storage = '';
      return ok(shown(server));
    }),
  ];
}

function modify(server: ServerRecord, given: z.output<typeof modifyShape>): void {
  const plan = given.plan === undefined || given.plan === 'custom' ? undefined : planNamed(given.plan);
  if (given.plan !== undefined && given.plan !== 'custom' && !plan) throw invalid('plan');
  const labels = given.labels && givenLabels(given.labels);
  const resized =
    (given.plan !== undefined && given.plan !== server.plan) ||
    (given.core_number !== undefined && given.core_number !== server.cores) ||
    (given.memory_amount !== undefined && given.memory_amount !== server.memory);
  // Hot resize is for accounts that ask for it, and not emulated.
  if (resized && server.state !== 'stopped') {
    throw conflict('HOT_RESIZE_NOT_ENABLED', 'The server has to be stopped for another plan.');
  }
  server.title = given.title ?? server.title;
  server.hostname = given.hostname ?? server.hostname;
  server.plan = given.plan ?? server.plan;
  server.cores = plan?.core_number ?? given.core_number ?? server.cores;
  server.memory = plan?.memory_amount ?? given.memory_amount ?? server.memory;
  server.labels = labels ?? server.labels;
  server.firewall = given.firewall ?? server.firewall;
  server.metadata = given.metadata ?? server.metadata;
  server.bootOrder = given.boot_order ?? server.bootOrder;
  server.nicModel = given.nic_model ?? server.nicModel;
  server.videoModel = given.video_model ?? server.videoModel;
  server.timezone = given.timezone ?? server.timezone;
  server.simpleBackup = given.simple_backup ?? server.simpleBackup;
  server.remoteAccess = given.remote_access_enabled ?? server.remoteAccess;
  server.remoteAccessType = given.remote_access_type ?? server.remoteAccessType;
  server.remoteAccessPassword = given.remote_access_password ?? server.remoteAccessPassword;
}
