import type { Route } from '../../../core/http.js';
import type { Step } from '../../durations.js';
import { HetznerError } from '../../errors.js';
import type { Server, ServerStatus } from '../../records.js';
import type { World } from '../../world.js';
import { serverAction, serverOf } from './action.js';

export function powerActions(world: World): Route[] {
  const becomes = (command: Step, status: ServerStatus) =>
    world.actions.onFinish(command, (action) => {
      const server = serverOf(world, action);
      if (server) server.status = status;
    });
  becomes('start_server', 'running');
  becomes('stop_server', 'off');
  becomes('reboot_server', 'running');
  becomes('reset_server', 'running');
  world.actions.onFinish('shutdown_server', (action) => {
    const server = serverOf(world, action);
    if (server?.status !== 'running') return;
    server.status = 'stopping';
    // The action only says that the signal was sent; the guest takes its own time.
    world.actions.begin({ command: 'guest_shutdown', resources: [], data: action.data, hidden: true });
  });
  world.actions.onFinish('guest_shutdown', (action) => {
    const server = serverOf(world, action);
    if (server?.status === 'stopping') server.status = 'off';
  });

  return [
    serverAction(world, 'poweron', (server) => {
      if (server.status === 'off') server.status = 'starting';
      return { plan: { command: 'start_server' } };
    }),
    serverAction(world, 'poweroff', (server) => {
      if (server.status === 'running') server.status = 'stopping';
      return { plan: { command: 'stop_server' } };
    }),
    serverAction(world, 'shutdown', (server) => {
      mustRun(server);
      return { plan: { command: 'shutdown_server' } };
    }),
    serverAction(world, 'reboot', (server) => {
      mustRun(server);
      return { plan: { command: 'reboot_server' } };
    }),
    serverAction(world, 'reset', (server) => {
      mustRun(server);
      return { plan: { command: 'reset_server' } };
    }),
  ];
}

/** The vendor's code for this is not in its description: emulator's choice. */
export function mustRun(server: Server): void {
  if (server.status !== 'running') throw new HetznerError('server_not_running', 'server is not running');
}
