import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { conflict, missing } from './errors.js';
import { idOf, newId } from './ids.js';
import { read, text } from './input.js';
import { givenLabels, labelled, labelsShape, paged } from './labels.js';
import type { ServerGroupRecord } from './records.js';
import { get, gone, listed, ok, patch, post, remove } from './routes.js';
import { must, type World } from './world.js';

const shape = z.object({
  title: text.min(1).optional(),
  labels: labelsShape.optional(),
  servers: z.object({ server: z.array(text) }).optional(),
  anti_affinity: z.enum(['strict', 'yes', 'no']).optional(),
});

/** Server groups: a server is in at most one. A new one is answered with 200 (recorded 2023-05). */
export function serverGroups(world: World): Route[] {
  const one = ({ params }: CloudRequest): ServerGroupRecord => {
    const id = idOf(params['uuid'], 'group');
    return must(world.groups.get(id), 'group', id);
  };
  const members = (wanted: readonly string[], self?: string): string[] =>
    wanted.map((uuid) => {
      must(world.servers.get(uuid), 'server', uuid);
      const other = world.groups.find((group) => group.uuid !== self && group.servers.includes(uuid));
      if (other) throw conflict('ALREADY_IN_SERVER_GROUP', `The server is in the group ${other.title} already.`);
      return uuid;
    });
  const view = (group: ServerGroupRecord) => ({
    anti_affinity: group.antiAffinity,
    anti_affinity_status: group.servers.map((uuid) => ({ status: 'met', uuid })),
    labels: { label: group.labels },
    servers: { server: group.servers },
    title: group.title,
    uuid: group.uuid,
  });
  return [
    ...get('/server-group', (request) =>
      listed('server_groups', 'server_group', paged(request, labelled(request, world.groups.list())).map(view)),
    ),
    ...get('/server-group/{uuid}', (request) => ok({ server_group: view(one(request)) })),
    ...post('/server-group', (request) => {
      const given = read(request, 'server_group', shape);
      if (given.title === undefined) throw missing('title');
      world.mustFit('server_groups', 'server_group', world.groups.size);
      const group: ServerGroupRecord = {
        uuid: newId('serverGroup'),
        title: given.title,
        labels: givenLabels(given.labels),
        servers: members(given.servers?.server ?? []),
        antiAffinity: given.anti_affinity ?? 'no',
      };
      world.groups.put(group.uuid, group);
      return ok({ server_group: view(group) });
    }),
    ...patch('/server-group/{uuid}', (request) => {
      const group = one(request);
      const given = read(request, 'server_group', shape);
      const labels = given.labels && givenLabels(given.labels);
      const servers = given.servers && members(given.servers.server, group.uuid);
      group.title = given.title ?? group.title;
      group.labels = labels ?? group.labels;
      group.servers = servers ?? group.servers;
      group.antiAffinity = given.anti_affinity ?? group.antiAffinity;
      return ok({ server_group: view(group) });
    }),
    ...remove('/server-group/{uuid}', (request) => {
      world.groups.delete(one(request).uuid);
      return gone;
    }),
  ];
}
