import * as z from 'zod';
import type { Route } from '../core/http.js';
import type { Transitions } from '../core/steps.js';
import type { Step } from './durations.js';
import { badRequest, conflict } from './errors.js';
import { flavorById } from './flavors.js';
import { read } from './input.js';
import { shownInstance } from './instance-view.js';
import { findInstance, INSTANCE } from './instances.js';
import type { InstanceRecord } from './records.js';
import type { World } from './world.js';

const done = { status: 200, body: null };

/** Starting, stopping, rebooting and resizing. While a server stops or starts its status is still the old one, as Nova has it. */
export function instancePower(world: World): Route[] {
  const begin = (instance: InstanceRecord, verb: string, from: readonly InstanceRecord['status'][], task: string) => {
    const { id, status } = instance;
    if (instance.task) throw conflict(`Cannot '${verb}' instance ${id} while it is in task_state ${instance.task}`);
    if (!from.includes(status))
      throw conflict(`Cannot '${verb}' instance ${id} while it is in vm_state ${vmState(status)}`);
    instance.task = task;
  };
  return [
    {
      method: 'POST',
      path: `${INSTANCE}/stop`,
      handle: (request) => {
        const instance = findInstance(world, request);
        begin(instance, 'stop', ['ACTIVE'], 'powering-off');
        world.later('instance.stop', instance.id);
        return done;
      },
    },
    {
      method: 'POST',
      path: `${INSTANCE}/start`,
      handle: (request) => {
        const instance = findInstance(world, request);
        begin(instance, 'start', ['SHUTOFF'], 'powering-on');
        world.later('instance.start', instance.id);
        return done;
      },
    },
    {
      method: 'POST',
      path: `${INSTANCE}/reboot`,
      handle: (request) => {
        const instance = findInstance(world, request);
        read(request, z.object({ type: z.enum(['soft', 'hard']) }));
        begin(instance, 'reboot', ['ACTIVE'], 'rebooting');
        instance.status = 'REBOOT';
        world.later('instance.reboot', instance.id);
        return done;
      },
    },
    {
      method: 'POST',
      path: `${INSTANCE}/resize`,
      handle: (request) => {
        const instance = findInstance(world, request);
        const { flavorId } = read(request, z.object({ flavorId: z.string() }));
        const [now, next] = [flavorById(instance.flavorId), flavorById(flavorId)];
        if (next?.region !== instance.region) throw badRequest(`Invalid flavorId: flavor ${flavorId} does not exist`);
        if (next === now) throw badRequest('When resizing, instances must change flavor!');
        if (next.disk < (now?.disk ?? 0))
          throw badRequest("Flavor's disk is too small for the disk of the instance: smaller disk");
        begin(instance, 'resize', ['ACTIVE', 'SHUTOFF'], 'resize_prep');
        Object.assign(instance, { before: instance.status, status: 'RESIZE', nextFlavorId: flavorId });
        world.later('instance.resize', instance.id);
        return { status: 200, body: shownInstance(world, instance, true) };
      },
    },
  ];
}

function vmState(status: InstanceRecord['status']): string {
  return { SHUTOFF: 'stopped', BUILD: 'building', VERIFY_RESIZE: 'resized' }[status as string] ?? status.toLowerCase();
}

export function instancePowerTransitions(world: World): Transitions<Step> {
  const settle = (status: InstanceRecord['status']) => (id: string) => {
    const instance = world.instances.get(id);
    if (instance && instance.status !== 'DELETING') Object.assign(instance, { status, task: null });
  };
  return {
    'instance.stop': settle('SHUTOFF'),
    'instance.start': settle('ACTIVE'),
    'instance.reboot': settle('ACTIVE'),
    'instance.resize': (id) => {
      const instance = world.instances.get(id);
      if (instance?.status !== 'RESIZE') return;
      Object.assign(instance, { status: 'VERIFY_RESIZE', task: null });
      world.later('instance.confirm', id);
    },
    // OVHcloud confirms by itself: its API has no call for it.
    'instance.confirm': (id) => {
      const instance = world.instances.get(id);
      if (instance?.status !== 'VERIFY_RESIZE') return;
      const { before, nextFlavorId, flavorId } = instance;
      Object.assign(instance, { status: before, flavorId: nextFlavorId ?? flavorId, nextFlavorId: null });
    },
  };
}
