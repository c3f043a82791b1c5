import { jumpingClock } from '../../runtime/clock.js';
import type { HttpRequest, HttpResponse, Send } from '../../runtime/transport/http.js';
import { SecaApi } from './api.js';
import { refusal } from './errors.js';
import { idOf, nameIn, newName, pathIn, whereOf } from './naming.js';

const ACCESS = { token: 't', endpoint: 'https://seca.test', tenant: 'acme', workspace: 'ws' };
const region = {
  metadata: { name: 'eu' },
  spec: { availableZones: ['a'], providers: [{ name: 'seca.network', version: 'v1', url: 'https://net.test/' }] },
};

/** An API whose answers are scripted: by method and URL. */
function scripted(answer: (request: HttpRequest, url: string) => HttpResponse) {
  const asked: string[] = [];
  const open =
    (base: string): Send =>
    async (request) => {
      const url = `${base}${request.path}`;
      asked.push(`${request.method} ${url}`);
      const response = answer(request, url);
      if (response.status >= 400) throw refusal(response, request);
      return response;
    };
  return { api: new SecaApi(ACCESS, open, jumpingClock()), asked };
}

const ok = (body: unknown): HttpResponse => ({ status: 200, headers: {}, body });
const list = (items: unknown[], skipToken?: string) => ok({ items, metadata: skipToken ? { skipToken } : {} });

test('regions come from the well-known path, or where the reference has them', async () => {
  const endpoints = [{ provider: 'seca.region', url: 'https://regions.test' }];
  const known = scripted((_, url) => (url.endsWith('secapi') ? ok({ endpoints }) : list([region])));
  expect(await known.api.regions()).toEqual([region]);
  expect(known.asked[1]).toBe('GET https://regions.test/v1/regions');
  const unknown = scripted((_, url) =>
    url.endsWith('secapi') ? { status: 404, headers: {}, body: {} } : list([region]),
  );
  await unknown.api.regions();
  expect(unknown.asked[1]).toBe('GET https://seca.test/providers/seca.region/v1/regions');
});

test('a list goes on until there is no token, and a region without the provider is one clear error', async () => {
  const { api, asked } = scripted(({ query }, url) => {
    if (url.endsWith('secapi')) return ok({ endpoints: [] });
    if (url.includes('regions')) return list([region]);
    return query?.['skipToken'] ? list([2]) : list([1], 'next');
  });
  expect(await api.list('eu', 'nics', { a: 'b' })).toEqual([1, 2]);
  expect(asked.at(-1)).toBe('GET https://net.test/v1/tenants/acme/workspaces/ws/nics');
  await expect(api.list('eu', 'instances')).rejects.toThrow('the region eu has no seca.compute');
});

test('a change that another came before is made on what that one left', async () => {
  let version = 1;
  let spec: { addresses: string[] } = { addresses: ['a'] };
  const { api } = scripted(({ method, headers = {}, body }, url) => {
    if (url.endsWith('secapi')) return ok({ endpoints: [] });
    if (url.includes('regions')) return list([region]);
    if (method === 'GET') return ok({ metadata: { name: 'n', resourceVersion: version }, spec: { ...spec } });
    if (version === 1) {
      version = 2;
      spec = { addresses: ['a', 'theirs'] };
    }
    if (headers['if-unmodified-since'] !== String(version))
      return {
        status: 412,
        headers: {},
        body: { type: 'http://secapi.cloud/errors/precondition-failed', detail: 'changed' },
      };
    spec = (body as { spec: typeof spec }).spec;
    return ok({});
  });
  await api.revise('eu', 'nics/n', (now) => ({
    spec: { addresses: [...(now.spec as typeof spec).addresses, 'ours'] },
  }));
  expect(spec.addresses).toEqual(['a', 'theirs', 'ours']);
});

test.each([
  [412, 'validation-error', 'invalid'],
  [412, 'precondition-failed', 'conflict'],
  [422, 'validation-error', 'invalid'],
  [409, 'resource-conflict', 'conflict'],
  [503, undefined, 'unavailable'],
])('%s %s is %s', (status, word, code) => {
  const body = word
    ? { type: `http://secapi.cloud/errors/${word}`, detail: 'No.', sources: [{ pointer: '/spec/zone' }] }
    : undefined;
  const error = refusal({ status, headers: {}, body }, { method: 'PUT', path: '/x' });
  expect(error.code).toBe(code);
  if (code === 'invalid') expect(error.details).toMatchObject({ attribute: ['region'], message: 'No' });
});

test('ids, names and references', () => {
  expect(whereOf(idOf({ region: 'eu', name: 'web-1' }))).toEqual({ region: 'eu', name: 'web-1' });
  for (const id of ['web', 'eu/', 'eu/../roles', 'eu/a/b', 'EU/web'])
    expect(() => whereOf(id)).toThrow('no id of SECA');
  expect(newName('a'.repeat(63)).length).toBeLessThanOrEqual(53);
  const urn = 'seca.network/v1/tenants/t/workspaces/w/networks/n/subnets/s';
  expect([pathIn(urn), pathIn({ resource: 'nics/n' }), nameIn(urn), nameIn(undefined)]).toEqual([
    'networks/n/subnets/s',
    'nics/n',
    's',
    undefined,
  ]);
});
