import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { inUse, invalid, notFound } from './errors.js';
import { read } from './input.js';
import { PAGES } from './pages.js';
import type { ServerRecord, VolumeRecord } from './records.js';
import { paged, render } from './render.js';
import { volumeNode } from './views.js';
import type { World } from './world.js';

const Input = z.object({ id: z.string() });
/** Volumes and NICs that a server may have together (description of `POST …/volumes`, 2023-02). */
const MOST_ATTACHED = 24;

/** Puts a volume on a server; the first one is what it boots from. */
export function attach(world: World, server: ServerRecord, volume: VolumeRecord): void {
  const others = world.volumesOf(server.id);
  if (others.length + world.nicsOf(server.id).length >= MOST_ATTACHED)
    throw invalid('entities.volumes', `a server has at most ${MOST_ATTACHED} NICs and volumes`);
  const numbers = new Set(others.map(({ deviceNumber }) => deviceNumber));
  let number = 1;
  while (numbers.has(number)) number += 1;
  Object.assign(volume, { serverId: server.id, deviceNumber: number });
  server.bootVolumeId ??= volume.id;
}

export function attachedVolumes(world: World): Route[] {
  const path = '/datacenters/{datacenterId}/servers/{serverId}/volumes';
  const datacenter = ({ params }: CloudRequest) => world.datacenter(params['datacenterId']);
  const server = ({ params }: CloudRequest) => world.server(params['datacenterId'], params['serverId']);
  const one = (request: CloudRequest) => {
    const volume = world.volume(request.params['datacenterId'], request.params['volumeId']);
    if (volume.serverId !== server(request).id) throw notFound();
    return volume;
  };
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const nodes = world.volumesOf(server(request).id).map((volume) => volumeNode(world, volume));
        return { status: 200, body: paged(request, nodes, PAGES) };
      },
    },
    {
      method: 'POST',
      path,
      handle: (request) => {
        const volume = world.volume(request.params['datacenterId'], read(request, Input).id);
        const to = server(request);
        if (volume.leaving) throw notFound();
        if (volume.serverId !== null && volume.serverId !== to.id)
          throw inUse(`volume ${volume.name} is attached elsewhere`);
        if (volume.serverId === null) attach(world, to, volume);
        world.touch(volume);
        const headers = world.provision(request, 'volume.attach', datacenter(request), [volumeNode(world, volume)]);
        return { status: 202, headers, body: render(request, volumeNode(world, volume)) };
      },
    },
    {
      method: 'GET',
      path: `${path}/{volumeId}`,
      handle: (request) => ({ status: 200, body: render(request, volumeNode(world, one(request))) }),
    },
    {
      method: 'DELETE',
      path: `${path}/{volumeId}`,
      handle: (request) => {
        const volume = one(request);
        world.touch(volume);
        const effects = [{ do: 'detach', volumeId: volume.id }] as const;
        const headers = world.provision(
          request,
          'volume.detach',
          datacenter(request),
          [volumeNode(world, volume)],
          effects,
        );
        return { status: 202, headers };
      },
    },
  ];
}
