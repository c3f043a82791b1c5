import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { mustBeZone } from './catalogue/zones.js';
import { stateIllegal } from './errors.js';
import { count, read, text } from './input.js';
import { ok, post } from './routes.js';
import { serverInFull } from './server-view.js';
import { idleServer } from './servers.js';
import type { Transitions, World } from './world.js';

const stopShape = z.object({ stop_type: z.enum(['soft', 'hard']).default('soft'), timeout: count.default(600) });
const restartShape = stopShape.extend({ timeout_action: z.enum(['destroy', 'ignore']).default('ignore') });

export const powerTransitions = (world: World): Transitions => {
  const become = (state: 'started' | 'stopped') => (target: string) => {
    const server = world.servers.get(target);
    if (server) server.state = state;
  };
  return {
    'server.create': (target) => {
      for (const { storage } of world.servers.get(target)?.devices ?? []) {
        const disk = world.storages.get(storage);
        if (disk) disk.state = 'online';
      }
      become('started')(target);
    },
    'server.start': become('started'),
    'server.stop-hard': become('stopped'),
    'server.stop-soft': become('stopped'),
    // Recorded 2022-10: first it says `started`, after some seconds `maintenance`, then `started` again.
    'server.restart-stop': (target) => {
      const server = world.servers.get(target);
      if (!server) return;
      server.state = 'maintenance';
      world.later('server.restart', target);
    },
    'server.restart': become('started'),
  };
};

/** Start and stop. While it stops a server goes on saying `started`, and while it starts it says so at once (both recorded). */
export function serverPower(world: World): Route[] {
  const must = (request: CloudRequest, state: 'started' | 'stopped') => {
    const server = idleServer(world, request);
    if (server.state !== state) throw stateIllegal('server', server.state);
    return server;
  };
  return [
    ...post('/server/{uuid}/start', (request) => {
      const server = must(request, 'stopped');
      server.state = 'started';
      world.later('server.start', server.uuid);
      return ok({ server: serverInFull(world, server) });
    }),
    ...post('/server/{uuid}/stop', (request) => {
      const { stop_type } = read(request, 'stop_server', stopShape);
      const server = must(request, 'started');
      world.later(stop_type === 'hard' ? 'server.stop-hard' : 'server.stop-soft', server.uuid);
      return ok({ server: serverInFull(world, server) });
    }),
    ...post('/server/{uuid}/restart', (request) => {
      read(request, 'restart_server', restartShape);
      const server = must(request, 'started');
      world.later('server.restart-stop', server.uuid);
      return ok({ server: serverInFull(world, server) });
    }),
    // The wish stands in the body without a root of its own (recorded 2025-03).
    ...post('/server/{uuid}/relocate', (request) => {
      const server = must(request, 'stopped');
      const zone = mustBeZone(z.object({ zone: text }).parse(request.body).zone);
      server.zone = zone;
      for (const { storage } of server.devices) {
        const disk = world.storages.get(storage);
        if (disk) disk.zone = zone;
      }
      return ok({ server: serverInFull(world, server) });
    }),
  ];
}
