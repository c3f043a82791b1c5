import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { conflict, Refusal } from './errors.js';
import { read, text } from './input.js';
import type { TagRecord } from './records.js';
import { get, gone, listed, ok, post, put, remove } from './routes.js';
import { serverInFull } from './server-view.js';
import { serverOf } from './servers.js';
import { must, type World } from './world.js';

const shape = z.object({
  name: text.regex(/^\w{1,32}$/),
  description: text.max(255).optional(),
  servers: z.object({ server: z.array(text) }).optional(),
});

/** Tags of servers, which tell who may do what; labels are a thing of their own. */
export function tags(world: World): Route[] {
  const one = ({ params }: CloudRequest): TagRecord => {
    const name = params['name'] ?? '';
    const found = world.tags.get(name);
    // As recorded 2022-10.
    if (!found) throw new Refusal(404, 'TAG_NOT_FOUND', `The tag ${name} does not exist.`);
    return found;
  };
  const view = ({ name, description }: TagRecord) => ({
    description,
    name,
    servers: { server: world.servers.filter((server) => server.tags.includes(name)).map(({ uuid }) => uuid) },
  });
  const setServers = (name: string, wanted: readonly string[]) => {
    for (const uuid of wanted) must(world.servers.get(uuid), 'server', uuid);
    for (const server of world.servers.list()) {
      const others = server.tags.filter((tag) => tag !== name);
      server.tags = wanted.includes(server.uuid) ? [...others, name] : others;
    }
  };
  const drop = (name: string) => {
    for (const server of world.servers.list()) server.tags = server.tags.filter((tag) => tag !== name);
    world.tags.delete(name);
  };
  const retag = (request: CloudRequest, change: (now: string[], names: string[]) => string[]) => {
    const server = serverOf(world, request);
    const names = (request.params['names'] ?? '').split(',');
    for (const name of names) one({ ...request, params: { name } });
    server.tags = change(server.tags, names);
    return ok({ server: serverInFull(world, server) });
  };
  return [
    ...get('/tag', () => listed('tags', 'tag', world.tags.list().map(view))),
    ...post('/tag', (request) => {
      const { name, description = '', servers } = read(request, 'tag', shape);
      if (world.tags.get(name)) throw conflict('TAG_EXISTS', `The tag ${name} exists already.`);
      world.tags.put(name, { name, description });
      setServers(name, servers?.server ?? []);
      return ok({ tag: view({ name, description }) });
    }),
    ...put('/tag/{name}', (request) => {
      const old = one(request);
      const given = read(request, 'tag', shape.partial());
      const tag = { name: given.name ?? old.name, description: given.description ?? old.description };
      const servers = given.servers?.server ?? view(old).servers.server;
      drop(old.name);
      world.tags.put(tag.name, tag);
      setServers(tag.name, servers);
      return ok({ tag: view(tag) });
    }),
    ...remove('/tag/{name}', (request) => {
      drop(one(request).name);
      return gone;
    }),
    ...post('/server/{uuid}/tag/{names}', (request) =>
      retag(request, (now, names) => [...now.filter((tag) => !names.includes(tag)), ...names]),
    ),
    ...post('/server/{uuid}/untag/{names}', (request) =>
      retag(request, (now, names) => now.filter((tag) => !names.includes(tag))),
    ),
  ];
}
