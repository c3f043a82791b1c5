import * as z from 'zod';
import type { Emulator } from './emulator.js';
import type { CloudRequest, Reply, Route } from './http.js';

/** The emulator's own paths, for other processes: `GET /_emulator` lists them. Only loopback reaches them. */
export const CONTROL_PREFIX = '/_emulator';

const quota = z.strictObject({ cloud: z.string(), name: z.string(), limit: z.int().min(0).nullable() });
const soldOut = z.strictObject({ cloud: z.string(), type: z.string(), place: z.string().optional() });
const advance = z.strictObject({ advanceMs: z.number().min(0) });
const done: Reply = { status: 204 };
const json = (body: unknown, status = 200): Reply => ({ status, body });

export function controlRoutes(emulator: Emulator): Route[] {
  const route = (method: string, path: string, handle: (request: CloudRequest) => Reply): Route => ({
    method,
    path,
    handle,
  });
  const routes: Route[] = [
    route('GET', '', () =>
      json({
        url: emulator.url,
        clouds: emulator.clouds,
        env: emulator.env,
        now: emulator.clock.now(),
        control: routes.map(({ method, path }) => `${method} ${CONTROL_PREFIX}${path}`),
      }),
    ),
    route('POST', '/reset', () => {
      emulator.reset();
      return done;
    }),

    route('GET', '/faults', () => json(emulator.faults.list())),
    route('POST', '/faults', ({ body }) => json({ id: emulator.faults.add(body as never) }, 201)), // add() validates
    route('DELETE', '/faults', () => {
      emulator.faults.clear();
      return done;
    }),
    route('DELETE', '/faults/{id}', ({ params }) =>
      emulator.faults.remove(Number(params['id'])) ? done : { status: 404 },
    ),

    route('GET', '/quotas', () => json(emulator.quotas.list())),
    route('PUT', '/quotas', ({ body }) => {
      const { cloud, name, limit } = quota.parse(body);
      emulator.quotas.set(cloud, name, limit ?? undefined);
      return done;
    }),
    route('DELETE', '/quotas', () => {
      emulator.quotas.clear();
      return done;
    }),

    route('GET', '/stock', () => json(emulator.stock.list())),
    route('PUT', '/stock', ({ body }) => {
      const { cloud, type, place } = soldOut.parse(body);
      emulator.stock.soldOut(cloud, type, place);
      return done;
    }),
    route('DELETE', '/stock', () => {
      emulator.stock.clear();
      return done;
    }),

    route('GET', '/settings', () => json(emulator.settings)),
    route('PATCH', '/settings', ({ body }) => json(emulator.configure(body as never))), // configure() validates

    route('GET', '/requests', () => json([...emulator.requests])),
    route('DELETE', '/requests', () => {
      emulator.requests.clear();
      return done;
    }),

    route('GET', '/clock', () => json({ now: emulator.clock.now() })),
    route('POST', '/clock', ({ body }) => {
      const { clock } = emulator;
      const { advanceMs } = advance.parse(body);
      if (!('advance' in clock) || typeof clock.advance !== 'function') {
        return json({ error: 'this clock runs by itself: only a manual clock can be advanced' }, 409);
      }
      clock.advance(advanceMs);
      return json({ now: clock.now() });
    }),
  ];
  return routes;
}
