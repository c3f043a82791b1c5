import { jumpingClock } from '../../runtime/clock.js';
import type { HttpRequest } from '../../runtime/transport/http.js';
import { UpCloudApi } from './api.js';

const things = (from: number, count: number) => Array.from({ length: count }, (_, i) => ({ uuid: String(from + i) }));

/** An API whose list has so many things, and pages or none. */
function listing(total: number, pages: boolean) {
  const asked: HttpRequest[] = [];
  const api = new UpCloudApi(async (request) => {
    asked.push(request);
    const offset = Number(request.query?.['offset']);
    const page = pages ? things(offset, Math.max(0, Math.min(100, total - offset))) : things(0, total);
    return { status: 200, headers: {}, body: { servers: { server: page } } };
  }, jumpingClock());
  return { asked, list: () => api.list<{ uuid: string }>('/server', ['servers', 'server']) };
}

it.each([
  [0, true, 1],
  [99, true, 1],
  [100, true, 2],
  [250, true, 3],
  [99, false, 1],
  [100, false, 2],
  [250, false, 2],
])('lists all of %i, with pages: %s, in %i requests', async (total, pages, requests) => {
  const { asked, list } = listing(total, pages);
  const all = await list();
  expect(new Set(all.map(({ uuid }) => uuid)).size).toBe(total);
  expect(all).toHaveLength(total);
  expect(asked).toHaveLength(requests);
});

it('an answer without what was asked for is an answer that nobody understands, not an empty list', async () => {
  const api = new UpCloudApi(async () => ({ status: 200, headers: {}, body: {} }), jumpingClock());
  await expect(api.list('/server', ['servers', 'server'])).rejects.toMatchObject({
    code: 'unavailable',
    details: { ambiguous: true },
  });
});

it('does one thing after the other where it matters, also after a failure', async () => {
  const api = new UpCloudApi(async () => ({ status: 204, headers: {}, body: undefined }), jumpingClock());
  const order: string[] = [];
  const turn = (name: string, fails = false) =>
    api.inTurn('key', async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const [first, second] = [turn('first', true), turn('second')];
  await expect(first).rejects.toThrow('first');
  await second;
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});
