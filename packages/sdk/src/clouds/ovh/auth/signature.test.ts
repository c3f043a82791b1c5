import { manualClock } from '@hansa/emulator';
import type { HttpRequest, HttpResponse } from '../../../runtime/transport/http.js';
import { signed } from './signature.js';

const keys = {
  by: 'signature',
  applicationKey: '7kbG7Bk7S9Nt7ZSV',
  applicationSecret: 'EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF',
  consumerKey: 'MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1',
} as const;
const BASE = 'https://eu.api.ovh.com/1.0';

function api(answer: (request: HttpRequest) => Partial<HttpResponse> | undefined, now = 1_366_560_945_000) {
  const clock = { ...manualClock(now), sleep: async () => {} };
  const sent: HttpRequest[] = [];
  const link = signed(keys, BASE, clock as never);
  const send = link(async (request) => {
    sent.push(request);
    const told = request.path === '/auth/time' ? { body: 1_366_560_945 } : undefined;
    return { status: 200, headers: {}, body: undefined, ...told, ...answer(request) };
  });
  return { send, sent, clock };
}

test("signs as the vendor's own example does", async () => {
  // The example of docs.ovh.com, "First steps with the OVHcloud APIs": the same keys, URL and time (read 2026-11).
  const { send, sent } = api(() => undefined);
  await send({ method: 'GET', path: '/domains/' });
  expect(sent[1]).toMatchObject({
    path: 'https://eu.api.ovh.com/1.0/domains/',
    headers: {
      'x-ovh-timestamp': '1366560945',
      'x-ovh-signature': '$1$d3705e8afb27a0d2970a322b96550abfc67bb798',
    },
  });
});

test('uses the time of the API, asked once', async () => {
  const { send, sent } = api(() => undefined, 1_366_560_945_000 - 90_000);
  await Promise.all([send({ method: 'GET', path: '/me' }), send({ method: 'GET', path: '/me' })]);
  expect(sent.filter(({ path }) => path === '/auth/time')).toHaveLength(1);
  expect(sent.at(-1)?.headers?.['x-ovh-timestamp']).toBe('1366560945');
});

test('signs the URL and the body exactly as they are sent', async () => {
  const { send, sent } = api(() => undefined);
  await send({ method: 'POST', path: '/cloud', query: { region: 'GRA 11', ids: [1, 2] }, body: { name: 'é' } });
  expect(sent[1]).toMatchObject({
    path: `${BASE}/cloud?region=GRA+11&ids=1&ids=2`,
    text: { content: '{"name":"é"}', type: 'application/json' },
  });
  expect(sent[1]?.query).toBeUndefined();
});

test('a request out of time is signed anew with the time asked again, once', async () => {
  let refusals = 2;
  const { send, sent } = api(({ path }) =>
    path !== '/auth/time' && refusals-- > 0 ? { status: 400, body: { errorCode: 'QUERY_TIME_OUT' } } : undefined,
  );
  expect(await send({ method: 'POST', path: '/cloud' })).toMatchObject({ status: 400 });
  expect(sent.map(({ path }) => path.replace(BASE, ''))).toEqual(['/auth/time', '/cloud', '/auth/time', '/cloud']);
  expect(await send({ method: 'POST', path: '/cloud' })).toMatchObject({ status: 200 });
});

test('without the time nothing was sent, so that nothing is in doubt', async () => {
  const { send, sent } = api(({ path }) => (path === '/auth/time' ? { status: 502, body: '<html>' } : undefined));
  await expect(send({ method: 'POST', path: '/cloud' })).rejects.toMatchObject({
    code: 'unavailable',
    details: { ambiguous: false, retryable: true },
  });
  expect(sent).toHaveLength(1);
});
