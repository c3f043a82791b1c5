import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import type { Collection } from '../core/store.js';
import { actionRoutesOf } from './action-routes.js';
import type { ActionResource } from './actions.js';
import { isProtected } from './errors.js';
import { labels, name, protectDelete, read } from './input.js';
import type { Labels } from './labels.js';
import { selectByLabels } from './query/filter.js';
import { page } from './query/page.js';
import { sorted } from './query/sort.js';
import { get, gone, ok, post, put, remove, started } from './routes.js';
import type { World } from './world.js';

interface Resource {
  id: number;
  name: string | null;
  created: string;
  labels: Labels;
}

/** What tells one kind of resource from another where the API treats all alike. */
export interface ResourceKind<T extends Resource> {
  readonly path: string;
  /** Root of a single one in a body, `placement_group`; the list's is `many`. */
  readonly one: string;
  readonly many: string;
  /** As messages name it. */
  readonly label: string;
  /** Set where the kind has actions. */
  readonly type?: ActionResource['type'];
  readonly collection: Collection<T>;
  /** Shows resources of this moment; what is looked up for all of them is looked up once. */
  view(): (item: T) => unknown;
  /** What the list starts from and the kind's own filters. */
  list?(request: CloudRequest, items: T[]): T[];
}

/** `GET` of the list and of one, and of their actions. */
export function readRoutes<T extends Resource>(
  world: World,
  kind: ResourceKind<T>,
  all = () => kind.collection.list(),
): Route[] {
  const { path, one, many, label, type, collection } = kind;
  return [
    get(path, (request) => {
      const wanted = request.query.get('name');
      let items = wanted ? all().filter((item) => item.name === wanted) : all();
      items = selectByLabels(request, kind.list?.(request, items) ?? items);
      const order = sorted(request, items, {
        id: ({ id }) => id,
        name: (item) => item.name,
        created: (item) => item.created,
      });
      return page(request, many, order, kind.view());
    }),
    get(`${path}/{id}`, ({ params }) => ok({ [one]: kind.view()(world.must(collection, label, params['id']!)) })),
    ...(type ? actionRoutesOf(world, path, type, (id) => void world.must(collection, label, id)) : []),
  ];
}

/** `PUT` of name and labels, with the kind's own further fields. Labels replace the whole map. */
export function updateRoute<T extends Resource & { name: string }, S extends z.ZodRawShape = Record<never, never>>(
  world: World,
  kind: ResourceKind<T>,
  more: { shape?: S; name?: z.ZodString; apply?: (item: T, body: z.output<z.ZodObject<S>>) => void } = {},
): Route {
  const { path, one, label, collection } = kind;
  const own = z.object(more.shape ?? ({} as S));
  const shape = z.object({ name: (more.name ?? name).optional(), labels: labels.optional() });
  return put(`${path}/{id}`, (request) => {
    const item = world.must(collection, label, request.params['id']!);
    const body = read(request, shape);
    const rest = read(request, own) as z.output<z.ZodObject<S>>;
    if (body.name !== undefined) world.mustBeUnique(collection, label, body.name, item);
    more.apply?.(item, rest);
    if (body.name !== undefined) item.name = body.name;
    if (body.labels !== undefined) item.labels = body.labels;
    return ok({ [one]: kind.view()(item) });
  });
}

/** `POST …/actions/change_protection` of kinds that can be protected from deletion only. */
export function protectionRoute<T extends Resource & { protection: { delete: boolean } }>(
  world: World,
  kind: ResourceKind<T> & { type: ActionResource['type'] },
  check: (item: T, on: boolean) => void = () => {},
): Route {
  return post(`${kind.path}/{id}/actions/change_protection`, (request) => {
    const item = world.must(kind.collection, kind.label, request.params['id']!);
    const body = read(request, protectDelete);
    if (body.delete !== undefined) {
      check(item, body.delete);
      item.protection = { delete: body.delete };
    }
    const resource = { id: item.id, type: kind.type };
    return started(world, world.actions.begin({ command: 'change_protection', resources: [resource] }));
  });
}

/** `DELETE` that answers 204 at once. `leave` refuses, or cuts the ties to other resources. */
export function deleteRoute<T extends Resource>(
  world: World,
  kind: ResourceKind<T>,
  leave: (item: T) => void = () => {},
): Route {
  return remove(`${kind.path}/{id}`, ({ params }) => {
    const item = world.must(kind.collection, kind.label, params['id']!);
    if ('protection' in item && (item.protection as { delete: boolean }).delete) throw isProtected(kind.label);
    leave(item);
    kind.collection.delete(item.id);
    return gone;
  });
}
