import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { attach } from './attached-volumes.js';
import { checkLimit, PER_SERVER } from './contracts.js';
import { invalid } from './errors.js';
import { collectionOf, read, sent, text } from './input.js';
import { LOCATIONS } from './locations.data.js';
import { addNic, NicInput } from './nics.js';
import { PAGES } from './pages.js';
import type { DatacenterRecord, Effect, ServerRecord } from './records.js';
import { paged, render } from './render.js';
import { nicNode, serverNode, volumeNode } from './views.js';
import { addVolume, VolumeInput } from './volumes.js';
import type { Target, World } from './world.js';

const cores = z.int().min(1);
/** MB (description of the server's properties, 2023-02). */
const ram = z.int().min(256).multipleOf(256, 'must be a multiple of 256');
const Properties = z.strictObject({
  name: text,
  hostname: text,
  cores,
  ram,
  type: z.enum(['ENTERPRISE', 'VCPU']).nullish(),
  cpuFamily: text,
  availabilityZone: z.enum(['AUTO', 'ZONE_1', 'ZONE_2']).nullish(),
  bootVolume: z.null().optional(),
  bootCdrom: z.null().optional(),
});
const Change = Properties.omit({ type: true, availabilityZone: true })
  .partial()
  .extend({
    bootVolume: z.object({ id: z.string() }).nullish(),
  });
const Inside = z
  .strictObject({
    volumes: collectionOf(z.union([VolumeInput, z.strictObject({ id: z.string() })])),
    nics: collectionOf(NicInput),
  })
  .nullish();
const Create = sent(Properties, Inside);

export function servers(world: World): Route[] {
  const path = '/datacenters/{datacenterId}/servers';
  const datacenter = ({ params }: CloudRequest) => world.datacenter(params['datacenterId']);
  const one = ({ params }: CloudRequest) => world.server(params['datacenterId'], params['serverId']);
  const changed = (request: CloudRequest, change: z.output<typeof Change>): Reply => {
    const server = one(request);
    const next = {
      ...server,
      ...present({ name: change.name, cores: change.cores, ram: change.ram, cpuFamily: change.cpuFamily }),
    };
    checkSize(world, datacenter(request), next, server);
    if (change.bootVolume) next.bootVolumeId = world.volume(server.datacenterId, change.bootVolume.id).id;
    Object.assign(server, next);
    world.touch(server);
    const headers = world.provision(request, 'server.update', datacenter(request), [serverNode(world, server)]);
    return { status: 202, headers, body: render(request, serverNode(world, server)) };
  };
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const { id } = datacenter(request);
        const inside = world.servers.filter(({ datacenterId }) => datacenterId === id);
        return {
          status: 200,
          body: paged(
            request,
            inside.map((server) => serverNode(world, server)),
            PAGES,
          ),
        };
      },
    },
    { method: 'POST', path, handle: (request) => create(world, request, datacenter(request)) },
    {
      method: 'GET',
      path: `${path}/{serverId}`,
      handle: (request) => ({ status: 200, body: render(request, serverNode(world, one(request))) }),
    },
    { method: 'PATCH', path: `${path}/{serverId}`, handle: (request) => changed(request, read(request, Change)) },
    {
      method: 'PUT',
      path: `${path}/{serverId}`,
      handle: (request) => {
        const { name, cores, ram, cpuFamily } = read(request, Create).properties;
        return changed(request, { name, cores, ram, cpuFamily });
      },
    },
    {
      method: 'DELETE',
      path: `${path}/{serverId}`,
      handle: (request) => {
        const server = one(request);
        const volumes = request.query.get('deleteVolumes') === 'true' ? world.volumesOf(server.id) : [];
        for (const record of [server, ...world.nicsOf(server.id), ...volumes]) record.leaving = true;
        const effects: Effect[] = [
          ...volumes.map(({ id }) => ({ do: 'remove', collection: 'volumes', key: id }) as const),
          { do: 'remove', collection: 'servers', key: server.id },
        ];
        const targets = [serverNode(world, server), ...volumes.map((volume) => volumeNode(world, volume))];
        return {
          status: 202,
          headers: world.provision(request, 'server.delete', datacenter(request), targets, effects),
        };
      },
    },
  ];
}

/** A server, with the volumes and cards that come in the same request: all of it, or nothing. */
function create(world: World, request: CloudRequest, datacenter: DatacenterRecord): Reply {
  const { properties, entities } = read(request, Create);
  const type = properties.type ?? 'ENTERPRISE';
  const family =
    type === 'VCPU'
      ? null
      : (properties.cpuFamily ??
        LOCATIONS.find(({ id }) => id === datacenter.location)?.cpuFamilies[0]?.cpuFamily ??
        null);
  if (type === 'VCPU' && properties.cpuFamily != null)
    throw invalid('properties.cpuFamily', 'must not be given for a VCPU server');
  const server: ServerRecord = {
    ...world.base(),
    datacenterId: datacenter.id,
    name: properties.name ?? '',
    cores: properties.cores,
    ram: properties.ram,
    type,
    cpuFamily: family,
    availabilityZone: properties.availabilityZone ?? 'AUTO',
    vmState: 'NOSTATE',
    bootVolumeId: null,
  };
  checkSize(world, datacenter, server);
  world.servers.put(server.id, server);
  const made: Target[] = [serverNode(world, server)];
  const news: string[] = [];
  try {
    for (const input of entities?.volumes?.items ?? []) {
      const isNew = 'properties' in input;
      const volume = isNew ? addVolume(world, datacenter, input.properties) : world.volume(datacenter.id, input.id);
      if (isNew) news.push(volume.id);
      attach(world, server, volume);
      made.push(volumeNode(world, volume));
    }
    for (const input of entities?.nics?.items ?? []) made.push(nicNode(world, addNic(world, server, input)));
  } catch (error) {
    for (const id of news) world.volumes.delete(id);
    for (const { id } of world.nicsOf(server.id)) world.nics.delete(id);
    world.servers.delete(server.id);
    throw error;
  }
  const soldOut = !world.context.inStock(family ?? 'VCPU', datacenter.location);
  const effects: Effect[] = soldOut
    ? [
        ...news.map((key) => ({ do: 'remove', collection: 'volumes', key }) as const),
        { do: 'remove', collection: 'servers', key: server.id },
      ]
    : [{ do: 'power', serverId: server.id, to: 'RUNNING' }];
  const failure = soldOut
    ? `[VDC-7-1000] There are not enough resources of ${family ?? 'VCPU'} in ${datacenter.location}`
    : undefined;
  const headers = world.provision(request, 'server.create', datacenter, made, effects, failure);
  return { status: 202, headers, body: render(request, serverNode(world, server)) };
}

function checkSize(world: World, { location }: DatacenterRecord, wanted: ServerRecord, now?: ServerRecord): void {
  const families = LOCATIONS.find(({ id }) => id === location)?.cpuFamilies ?? [];
  const family = families.find(({ cpuFamily }) => cpuFamily === wanted.cpuFamily);
  if (wanted.type === 'ENTERPRISE' && !family)
    throw invalid('properties.cpuFamily', `${wanted.cpuFamily} is not there in ${location}`);
  const most = { cores: family?.maxCores ?? PER_SERVER.cores, ram: family?.maxRam ?? PER_SERVER.ram };
  if (wanted.cores > most.cores) throw invalid('properties.cores', `must be at most ${most.cores}`);
  if (wanted.ram > most.ram) throw invalid('properties.ram', `must be at most ${most.ram}`);
  checkLimit(world, 'cores', wanted.cores - (now?.cores ?? 0));
  checkLimit(world, 'ram', wanted.ram - (now?.ram ?? 0));
}

function present<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as never;
}
