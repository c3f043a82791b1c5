import { randomBytes } from 'node:crypto';
import type { CloudRequest, Reply, Route } from '../../../core/http.js';
import type { Action, ActionPlan } from '../../actions.js';
import type { Server } from '../../records.js';
import { created, post } from '../../routes.js';
import type { World } from '../../world.js';
import { resourceOf } from './resource.js';

/** What an action of a server does: check and prepare, then plan; `reply` adds to the body. */
interface ServerAction {
  readonly plan: Partial<Pick<ActionPlan, 'data' | 'resources' | 'shares' | 'locks'>> & Pick<ActionPlan, 'command'>;
  /** What the server is while the action runs; said before it begins, since an action may take no time. */
  readonly meanwhile?: () => void;
  readonly reply?: Readonly<Record<string, unknown>>;
}

/** `POST /servers/{id}/actions/{name}`: locks the server while the action runs. */
export function serverAction(
  world: World,
  name: string,
  prepare: (server: Server, request: CloudRequest) => ServerAction,
): Route {
  return post(`/servers/{id}/actions/${name}`, (request): Reply => {
    const server = world.must(world.servers, 'server', request.params['id']!);
    const self = resourceOf(server);
    world.actions.mustBeFree([self]);
    const { plan, meanwhile, reply } = prepare(server, request);
    meanwhile?.();
    const action = world.actions.begin({
      ...plan,
      resources: plan.resources ?? [self],
      locks: plan.locks ?? [self],
      data: { server: server.id, ...plan.data },
    });
    return created({ action: world.show(action), ...reply });
  });
}

/** The server an action is about, unless it is gone. */
export function serverOf(world: World, action: Action): Server | undefined {
  return world.servers.get(Number(action.data['server']));
}

/** 20 letters and digits, as the vendor's root passwords. */
export function newPassword(): string {
  return randomBytes(32)
    .toString('base64')
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 20);
}
