import type { CloudRequest, Reply, Route } from '../core/http.js';
import type { Action, ActionResource } from './actions.js';
import { invalidInput, notFound } from './errors.js';
import { keepOneOf } from './query/filter.js';
import { page } from './query/page.js';
import { sorted } from './query/sort.js';
import { get, ok } from './routes.js';
import type { World } from './world.js';

const STATUSES = ['running', 'success', 'error'];

/** `/actions`: by ids only and not in pages, as the vendor's description has it. */
export function actionRoutes(world: World): Route[] {
  return [
    get('/actions', (request) => {
      const ids = request.query.getAll('id');
      if (ids.length === 0) throw invalidInput({ id: 'missing' });
      const wrong = ids.find((id) => !/^\d+$/.test(id));
      if (wrong !== undefined) throw invalidInput({ id: `not an id: ${wrong}` });
      const actions = [...new Set(ids)].flatMap((id) => shown(world.actions.all.get(id)));
      return ok({ actions: actions.map((action) => world.show(action)) });
    }),
    get('/actions/{id}', ({ params }) => one(world, params['id']!, () => true)),
  ];
}

/** The actions of one kind of resource: all of them, and those of each. */
export function actionRoutesOf(
  world: World,
  path: string,
  type: ActionResource['type'],
  exists: (id: string) => void,
): Route[] {
  const concerns = (action: Action, id?: string) =>
    action.resources.some((resource) => resource.type === type && (id === undefined || String(resource.id) === id));
  return [
    get(`${path}/actions`, (request) =>
      list(
        world,
        request,
        world.actions.all.filter((action) => !action.hidden && concerns(action)),
      ),
    ),
    get(`${path}/actions/{id}`, ({ params }) => one(world, params['id']!, concerns)),
    get(`${path}/{id}/actions`, (request) => {
      const id = request.params['id']!;
      exists(id);
      return list(
        world,
        request,
        world.actions.all.filter((action) => !action.hidden && concerns(action, id)),
      );
    }),
    get(`${path}/{id}/actions/{action_id}`, ({ params }) => {
      exists(params['id']!);
      return one(world, params['action_id']!, (action) => concerns(action, params['id']));
    }),
  ];
}

function shown(action: Action | undefined): Action[] {
  return action && !action.hidden ? [action] : [];
}

function list(world: World, request: CloudRequest, actions: Action[]): Reply {
  const wanted = keepOneOf(
    request,
    keepOneOf(request, actions, 'status', ({ status }) => status, STATUSES),
    'id',
    ({ id }) => String(id),
  );
  const order = sorted(request, wanted, {
    id: ({ id }) => id,
    command: ({ command }) => command,
    status: ({ status }) => status,
    started: ({ startsAt }) => startsAt,
    finished: ({ status, endsAt }) => (status === 'running' ? null : endsAt),
  });
  return page(request, 'actions', order, (action) => world.show(action));
}

function one(world: World, id: string, test: (action: Action) => boolean): Reply {
  const [action] = shown(world.actions.all.get(id));
  if (!action || !test(action)) throw notFound('action', id);
  return ok({ action: world.show(action) });
}
