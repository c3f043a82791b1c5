import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { conflict } from './errors.js';
import { idOf, newId } from './ids.js';
import { read, text } from './input.js';
import { givenLabels, labelled, labelsShape, paged } from './labels.js';
import type { RouterRecord } from './records.js';
import { created, get, gone, listed, ok, patch, post, remove } from './routes.js';
import { must, type World } from './world.js';

const staticRoutes = z.array(z.object({ name: text.default(''), route: text, nexthop: text }));
const createShape = z.object({
  name: text.min(1),
  static_routes: staticRoutes.default([]),
  labels: labelsShape.optional(),
});
const modifyShape = z.object({
  name: text.min(1).optional(),
  static_routes: staticRoutes.optional(),
  labels: labelsShape.optional(),
});

export function routers(world: World): Route[] {
  const one = ({ params }: CloudRequest): RouterRecord => {
    const id = idOf(params['uuid'], 'router');
    return must(
      world.allRouters().find(({ uuid }) => uuid === id),
      'router',
      id,
    );
  };
  const own = (request: CloudRequest): RouterRecord => {
    const router = one(request);
    if (router.type === 'service') throw conflict('ROUTER_FORBIDDEN', 'The router belongs to UpCloud.');
    return router;
  };
  const attached = (router: RouterRecord) => world.allNetworks().filter((network) => network.router === router.uuid);
  const view = (router: RouterRecord) => ({
    attached_network_gateways: [],
    attached_networks: { network: attached(router).map(({ uuid }) => ({ uuid })) },
    labels: router.labels,
    name: router.name,
    static_routes: router.staticRoutes,
    type: router.type,
    uuid: router.uuid,
  });
  return [
    ...get('/router', (request) =>
      listed('routers', 'router', paged(request, labelled(request, world.allRouters())).map(view)),
    ),
    ...get('/router/{uuid}', (request) => ok({ router: view(one(request)) })),
    ...post('/router', (request) => {
      const given = read(request, 'router', createShape);
      world.mustFit('routers', 'router', world.routers.size);
      const router: RouterRecord = {
        uuid: newId('router'),
        name: given.name,
        type: 'normal',
        labels: givenLabels(given.labels),
        staticRoutes: given.static_routes,
      };
      world.routers.put(router.uuid, router);
      return created({ router: view(router) });
    }),
    ...patch('/router/{uuid}', (request) => {
      const router = own(request);
      const given = read(request, 'router', modifyShape);
      const labels = given.labels && givenLabels(given.labels);
      router.name = given.name ?? router.name;
      router.labels = labels ?? router.labels;
      router.staticRoutes = given.static_routes ?? router.staticRoutes;
      return ok({ router: view(router) });
    }),
    ...remove('/router/{uuid}', (request) => {
      const router = own(request);
      if (attached(router).length > 0) throw conflict('ROUTER_ATTACHED', 'The router is attached to a network.');
      world.routers.delete(router.uuid);
      return gone;
    }),
  ];
}
