import * as z from 'zod';
import type { Route } from '../../../core/http.js';
import { HetznerError } from '../../errors.js';
import { id, read } from '../../input.js';
import type { World } from '../../world.js';
import { newPassword, serverAction, serverOf } from './action.js';
import { mustRun } from './power-actions.js';

const rescueBody = z.object({ type: z.literal('linux64').default('linux64'), ssh_keys: z.array(id).nullish() });

/** Ways into a server that one is locked out of. */
export function rescueActions(world: World): Route[] {
  world.actions.onFinish('enable_rescue', (action) => {
    const server = serverOf(world, action);
    if (server) server.rescue_enabled = true;
  });
  world.actions.onFinish('disable_rescue', (action) => {
    const server = serverOf(world, action);
    if (server) server.rescue_enabled = false;
  });

  return [
    serverAction(world, 'enable_rescue', (_server, request) => {
      for (const key of read(request, rescueBody).ssh_keys ?? []) world.must(world.sshKeys, 'SSH key', key);
      return { plan: { command: 'enable_rescue' }, reply: { root_password: newPassword() } };
    }),
    serverAction(world, 'disable_rescue', () => ({ plan: { command: 'disable_rescue' } })),
    serverAction(world, 'reset_password', (server) => {
      mustRun(server);
      return { plan: { command: 'reset_password' }, reply: { root_password: newPassword() } };
    }),
    serverAction(world, 'request_console', (server) => {
      if (server.status === 'deleting') throw new HetznerError('not_found', 'server is being deleted');
      // There is no screen behind it: the address is of the right form and answers nobody.
      const wss_url = `wss://console.invalid/?server_id=${server.id}&token=${newPassword()}`;
      return { plan: { command: 'request_console' }, reply: { wss_url, password: newPassword() } };
    }),
  ];
}
