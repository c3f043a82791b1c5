import type { EmulatedCloud } from './cloud.js';

interface Thing {
  id: number;
  name: string;
  readyAt: number;
}

/** The smallest cloud that uses all the core offers; the core's own tests run on it. */
export const toy: EmulatedCloud = {
  name: 'toy',
  prefix: '/toy',
  credentials: { token: 'fake' },
  env: (endpoint, { token = '' }) => ({ TOY_URL: endpoint, TOY_TOKEN: token }),
  create: ({ store, clock, credentials, quota, inStock, duration, limiter }) => {
    const things = store.collection<Thing>('things');
    const limit = limiter({ limit: 5, perSecond: 1 });
    const shown = (thing: Thing) => ({ ...thing, ready: thing.readyAt <= clock.now() });
    return {
      routes: [
        { method: 'GET', path: '/things', handle: () => ({ status: 200, body: things.list().map(shown) }) },
        { method: 'GET', path: '/things/special', handle: () => ({ status: 200, body: 'special' }) },
        {
          method: 'GET',
          path: '/things/{id}',
          handle: ({ params }) => {
            const thing = things.get(params['id']!);
            return thing ? { status: 200, body: { thing: shown(thing) } } : { status: 404, body: { code: 'gone' } };
          },
        },
        {
          method: 'POST',
          path: '/things',
          handle: ({ body }) => {
            const { name } = body as { name: string };
            if (name === 'defect') throw new TypeError('a defect');
            if (name === 'known') throw new RangeError('refused');
            if (things.size >= (quota('things') ?? 100)) return { status: 403, body: { code: 'quota' } };
            if (!inStock(name, 'here')) return { status: 422, body: { code: 'stock' } };
            const id = store.next('thing');
            const thing = things.put(id, { id, name, readyAt: clock.now() + duration('thing.create', 1000) });
            return { status: 201, body: { thing: shown(thing), password: 'hunter2' } };
          },
        },
        {
          method: 'PUT',
          path: '/secrets/{name}',
          secretBodies: true,
          handle: ({ text }) => (text === 'no' ? { status: 400, body: { code: 'no' } } : { status: 200, body: text }),
        },
        {
          method: 'PUT',
          path: '/notes/{name}',
          handle: ({ text, query, params }) => ({
            status: 200,
            headers: { 'X-Tags': query.getAll('tag').join() },
            body: `${params['name']}: ${text}`,
          }),
        },
      ],
      before: ({ headers }) => {
        if (headers['x-toy-token'] !== credentials['token']) return { status: 401, body: { code: 'who' } };
        return limit.take().allowed ? undefined : { status: 429, body: { code: 'slow down' } };
      },
      refuse: (status) => ({ status, body: { code: `toy-${status}` } }),
      failed: (error) => (error instanceof RangeError ? { status: 422, body: { code: error.message } } : undefined),
      after: (_request, reply) => ({ ...reply, headers: { ...reply.headers, 'X-Toy': 'yes' } }),
    };
  },
};
