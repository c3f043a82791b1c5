import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Reply } from '../core/http.js';
import { read } from './arguments.js';
import { instanceDate } from './dates.js';
import type { Step } from './durations.js';
import { invalidRequest, notValid, outOfStock, preconditionFailed, transientState } from './errors.js';
import { ipsOf, nextIpv4 } from './ips.js';
import { nicsOf, removeNic } from './private-nics.js';
import type { ServerRecord, ServerState } from './records.js';
import { allowedActions } from './server-view.js';
import { release } from './server-volumes.js';
import type { Transitions, World } from './world.js';

const actionShape = z.object({
  action: z
    .enum(['poweron', 'poweroff', 'stop_in_place', 'reboot', 'terminate', 'backup', 'enable_routed_ip'])
    .nullish(),
});

/** Starts an action. The reply's task is a fake, as the vendor's is: only the server tells how it goes (recorded 2026-07). */
export function act(world: World, server: ServerRecord, request: CloudRequest): Reply {
  const action = read(request, actionShape).action ?? 'poweron';
  check(world, server, action);
  if (action === 'poweron') powerOn(world, server);
  else if (action === 'poweroff') powerOff(world, server);
  else if (action === 'stop_in_place') go(world, server, 'stopping', 'stopping in place', 'server.stop-in-place');
  else if (action === 'reboot') go(world, server, 'stopping', 'rebooting', 'server.reboot-down');
  else if (action === 'terminate') terminate(world, server);
  else throw notValid('action', `the emulator does not know how to ${action}`);
  const href = `/servers/${server.id}`;
  const task = {
    id: '00000000-0000-0000-0000-000000000000',
    description: 'fake task',
    status: 'pending',
    href_from: `${href}/action`,
    href_result: href,
    started_at: instanceDate(world.now()),
    terminated_at: null,
    progress: 0,
    zone: server.zone,
  };
  return { status: 202, body: { task } };
}

/** What is refused where is recorded (`allowed_actions`, 2026-07); in which words is known for the two oldest sentences only. */
function check(world: World, server: ServerRecord, action: string): void {
  if (server.state === 'starting' || server.state === 'stopping') {
    throw transientState('instance_server', server.id, server.state);
  }
  if (!allowedActions(server).includes(action)) {
    const attaching = Object.values(server.volumes).some(({ state }) => state === 'attaching');
    if (attaching) throw transientState('instance_server', server.id, 'attaching volumes');
    throw invalidRequest(server.state === 'stopped' ? 'server should be running' : 'server should be stopped');
  }
  if (action === 'terminate') checkUnprotected(server);
  if (action === 'poweron' && server.state === 'stopped' && !world.context.inStock(server.type, server.zone)) {
    throw outOfStock(server.type);
  }
}

export function checkUnprotected(server: ServerRecord): void {
  if (server.protected) throw preconditionFailed('unknown_precondition', 'the server is protected against deletion');
}

function go(world: World, server: ServerRecord, state: ServerState, detail: string, step: Step): void {
  set(world, server, state, detail);
  world.later(step, server.id);
}

function set(world: World, server: ServerRecord, state: ServerState, stateDetail: string): void {
  Object.assign(server, { state, stateDetail, modified: world.now() });
}

function powerOn(world: World, server: ServerRecord): void {
  const { state, stateDetail } = server;
  const resumed = state === 'stopped in place';
  // A resumed server keeps its detail until it runs (recorded 2026-07).
  go(world, server, 'starting', resumed ? stateDetail : 'allocating node', 'server.start');
  const hasIpv4 = ipsOf(world, server).some(({ type }) => type === 'routed_ipv4');
  if (server.dynamicIpRequired && !hasIpv4) server.dynamicIp ??= { id: randomUUID(), address: nextIpv4(world) };
}

function powerOff(world: World, server: ServerRecord): void {
  const step = server.state === 'stopped in place' ? 'server.release' : 'server.stop';
  go(world, server, 'stopping', 'stopping', step);
}

/** Addresses go at once, the rest when it is over (recorded 2026-07). */
function terminate(world: World, server: ServerRecord): void {
  for (const ip of ipsOf(world, server)) ip.server = null;
  server.dynamicIp = null;
  go(world, server, 'stopping', 'terminating', 'server.terminate');
}

/** The server goes; local volumes with it where it was terminated, block volumes and flexible addresses stay. */
export function removeServer(world: World, server: ServerRecord, { localVolumes }: { localVolumes: boolean }): void {
  for (const volume of Object.values(server.volumes)) {
    release(world, volume, false);
    if (localVolumes && volume.kind !== 'sbs_volume') world.localVolumes.delete(volume.id);
  }
  for (const ip of ipsOf(world, server)) ip.server = null;
  for (const nic of nicsOf(world, server)) removeNic(world, nic);
  world.servers.delete(server.id);
}

export function serverPowerTransitions(world: World): Transitions {
  const step = (finish: (server: ServerRecord) => void) => (id: string) => {
    const server = world.servers.get(id);
    if (server) finish(server);
  };
  const stopped = step((server) => {
    set(world, server, 'stopped', '');
    Object.assign(server, { location: null, dynamicIp: null });
  });
  const started = step((server) => {
    set(world, server, 'running', 'booting kernel');
    server.location ??= {
      zone_id: server.zone,
      platform_id: '14',
      cluster_id: String(1 + (world.context.store.next('node') % 60)),
      hypervisor_id: '101',
      node_id: String(1 + (world.context.store.next('node') % 140)),
    };
  });
  return {
    'server.start': started,
    'server.reboot-up': started,
    'server.stop': stopped,
    'server.release': stopped,
    'server.stop-in-place': step((server) => set(world, server, 'stopped in place', 'stopped in place')),
    'server.reboot-down': step((server) => go(world, server, 'starting', 'rebooting', 'server.reboot-up')),
    'server.terminate': step((server) => removeServer(world, server, { localVolumes: true })),
  };
}
