import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../../core/http.js';
import type { Transitions } from '../../core/steps.js';
import type { Step } from '../durations.js';
import { fault } from '../errors.js';
import type { ServerRecord, ServerStatus } from '../records.js';
import type { World } from '../world.js';
import { flavorOf } from './flavors.js';
import { GROUP_ACTIONS } from './security-groups.js';
import { vmState } from './server-view.js';
import { serverOf } from './servers.js';

const resizeShape = z.looseObject({ flavorRef: z.union([z.string(), z.int()]).transform(String) });

interface Action {
  /** What Nova calls it in a refusal. */
  name: string;
  /** Statuses in which it is taken. */
  from: readonly ServerStatus[];
  task: string;
  step: Step;
  begin?(world: World, server: ServerRecord, given: unknown): void;
}

/** Actions of a server by the key of their bodies. */
const ACTIONS: Readonly<Record<string, Action>> = {
  'os-start': { name: 'start', from: ['SHUTOFF'], task: 'powering-on', step: 'server.start' },
  'os-stop': { name: 'stop', from: ['ACTIVE', 'ERROR'], task: 'powering-off', step: 'server.stop' },
  reboot: { name: 'reboot', from: ['ACTIVE', 'SHUTOFF', 'REBOOT'], task: 'rebooting', step: 'server.reboot' },
  resize: {
    name: 'resize',
    from: ['ACTIVE', 'SHUTOFF'],
    task: 'resize_prep',
    step: 'server.resize',
    begin(_, server, given) {
      const parsed = resizeShape.safeParse(given);
      if (!parsed.success) throw fault(400, 'Invalid input for field/attribute resize.');
      const [now, wanted] = [flavorOf(server.flavorId), flavorOf(parsed.data.flavorRef)];
      if (!wanted) throw fault(400, `Flavor ${parsed.data.flavorRef} could not be found.`);
      if (wanted.id === server.flavorId) throw fault(400, 'When resizing, instances must change flavor!');
      if (now && wanted.diskGib < now.diskGib && server.rootVolumeId === null)
        throw fault(
          400,
          wanted.diskGib === 0
            ? 'Resize to zero disk flavor is not allowed.'
            : "Flavor's disk is too small: a smaller disk is not allowed.",
        );
      Object.assign(server, {
        status: 'RESIZE',
        formerStatus: server.status,
        formerFlavorId: server.flavorId,
        flavorId: wanted.id,
      });
    },
  },
  confirmResize: {
    name: 'confirmResize',
    from: ['VERIFY_RESIZE'],
    task: 'resize_confirming',
    step: 'server.confirm-resize',
  },
  revertResize: {
    name: 'revertResize',
    from: ['VERIFY_RESIZE'],
    task: 'resize_reverting',
    step: 'server.revert-resize',
  },
};

export function serverActions(world: World): Route[] {
  return [{ method: 'POST', path: '/servers/{id}/action', handle: (request) => act(world, request) }];
}

function act(world: World, { params, body }: CloudRequest): Reply {
  const server = serverOf(world, params['id']!);
  const [[key = '', given] = []] = Object.entries((body ?? {}) as Record<string, unknown>);
  const groups = Object.hasOwn(GROUP_ACTIONS, key) ? GROUP_ACTIONS[key] : undefined;
  if (groups) {
    groups(world, server, given);
    return { status: 202 };
  }
  const action = Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
  if (!action) throw fault(400, `There is no such action: ${key}.`);
  if (server.taskState !== null) throw cannot(action.name, server, `task_state ${server.taskState}`);
  if (!action.from.includes(server.status)) throw cannot(action.name, server, `vm_state ${vmState(server)}`);
  action.begin?.(world, server, given);
  Object.assign(server, { taskState: action.task, updated: world.now() });
  world.later(action.step, server.id);
  return { status: key === 'confirmResize' ? 204 : 202 };
}

/** What Nova says to an action that does not fit what the server is doing. */
export function cannot(action: string, { id }: ServerRecord, state: string) {
  return fault(409, `Cannot '${action}' instance ${id} while it is in ${state}`);
}

export function serverActionTransitions(world: World): Transitions<Step> {
  const then = (change: (server: ServerRecord) => Partial<ServerRecord>) => (id: string) => {
    const server = world.servers.get(id);
    if (!server || server.taskState === 'deleting') return;
    Object.assign(server, { taskState: null, updated: world.now(), ...change(server) });
  };
  const resized = { formerFlavorId: null, formerStatus: null };
  return {
    'server.start': then(() => ({ status: 'ACTIVE' })),
    'server.stop': then(() => ({ status: 'SHUTOFF' })),
    'server.reboot': then(() => ({ status: 'ACTIVE' })),
    'server.resize': then(() => ({ status: 'VERIFY_RESIZE' })),
    'server.confirm-resize': then(({ formerStatus }) => ({ status: formerStatus ?? 'ACTIVE', ...resized })),
    'server.revert-resize': then(({ formerStatus, formerFlavorId, flavorId }) => ({
      status: formerStatus ?? 'ACTIVE',
      flavorId: formerFlavorId ?? flavorId,
      ...resized,
    })),
  };
}
