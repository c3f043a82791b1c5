import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import type { Transitions } from '../../core/steps.js';
import type { Step } from '../durations.js';
import { fault } from '../errors.js';
import { body } from '../input.js';
import { page } from '../listing.js';
import { removePort } from '../network/cards.js';
import type { ServerRecord } from '../records.js';
import { detach, endVolume } from '../volume/attachment.js';
import type { World } from '../world.js';
import { flavorOf } from './flavors.js';
import { linksOf } from './links.js';
import { createServer } from './server-creation.js';
import { shownServer } from './server-view.js';
import { microversionOf } from './versions.js';

const text = z.string().max(255);
const changeShape = z.object({
  server: z.looseObject({ name: text.min(1).optional(), description: text.nullish() }),
});
const metadataShape = z.object({ metadata: z.record(text.min(1), text) });

/** The server of that id. @throws Refusal where there is none */
export function serverOf(world: World, id: string): ServerRecord {
  const found = world.servers.get(id);
  if (!found) throw fault(404, `Instance ${id} could not be found.`);
  return found;
}

export function servers(world: World): Route[] {
  const find = ({ params }: CloudRequest) => serverOf(world, params['id']!);
  const listed = ({ query }: CloudRequest) => {
    const name = query.get('name');
    const status = query.get('status')?.toUpperCase();
    return world.servers
      .list()
      .reverse() // the youngest first
      .filter((one) => (name === null || new RegExp(name).test(one.name)) && (!status || one.status === status));
  };
  return [
    { method: 'POST', path: '/servers', handle: (request) => createServer(world, request) },
    {
      method: 'GET',
      path: '/servers',
      handle: (request) =>
        page(request, 'servers', listed(request), ({ id, name }: ServerRecord) => ({
          id,
          name,
          links: linksOf(request, 'servers', id),
        })),
    },
    {
      method: 'GET',
      path: '/servers/detail',
      handle: (request) =>
        page(request, 'servers', listed(request), (one: ServerRecord) => shownServer(world, request, one)),
    },
    {
      method: 'GET',
      path: '/servers/{id}',
      handle: (request) => ({ status: 200, body: { server: shownServer(world, request, find(request)) } }),
    },
    {
      method: 'PUT',
      path: '/servers/{id}',
      handle: (request) => {
        const server = find(request);
        const { name, description } = body(request, changeShape).server;
        if (name !== undefined) server.name = name;
        if (description !== undefined && microversionOf(request) >= 2019) server.description = description;
        server.updated = world.now();
        return { status: 200, body: { server: shownServer(world, request, server) } };
      },
    },
    {
      method: 'DELETE',
      path: '/servers/{id}',
      handle: (request) => {
        const server = find(request);
        if (server.taskState !== 'deleting') {
          Object.assign(server, { taskState: 'deleting', updated: world.now() });
          world.later('server.delete', server.id);
        }
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: '/servers/{id}/metadata',
      handle: (request) => ({ status: 200, body: { metadata: find(request).metadata } }),
    },
    {
      method: 'PUT',
      path: '/servers/{id}/metadata',
      handle: (request) => {
        const server = find(request);
        server.metadata = body(request, metadataShape).metadata;
        server.updated = world.now();
        return { status: 200, body: { metadata: server.metadata } };
      },
    },
    {
      method: 'POST',
      path: '/servers/{id}/metadata',
      handle: (request) => {
        const server = find(request);
        server.metadata = { ...server.metadata, ...body(request, metadataShape).metadata };
        return { status: 200, body: { metadata: server.metadata } };
      },
    },
  ];
}

export function serverTransitions(world: World): Transitions<Step> {
  return {
    'server.build': (id) => {
      const server = world.servers.get(id);
      if (!server || server.taskState === 'deleting') return;
      const now = world.now();
      const flavor = flavorOf(server.flavorId);
      if (flavor && !world.context.inStock(flavor.name, server.zone)) {
        const message = 'No valid host was found. There are not enough hosts available.';
        Object.assign(server, {
          status: 'ERROR',
          taskState: null,
          updated: now,
          fault: { code: 500, message, created: now },
        });
        return;
      }
      Object.assign(server, { status: 'ACTIVE', taskState: null, updated: now, launched: now });
    },
    'server.delete': (id) => {
      const server = world.servers.get(id);
      if (!server) return;
      for (const portId of server.portIds) removePort(world, portId);
      for (const { volumeId, goesWithServer } of server.volumes) {
        detach(world, volumeId);
        if (goesWithServer) endVolume(world, volumeId);
      }
      world.servers.delete(id);
    },
  };
}
