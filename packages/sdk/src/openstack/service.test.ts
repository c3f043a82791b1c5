import { CloudError } from '../errors/index.js';
import type { HttpRequest, HttpResponse } from '../runtime/transport/http.js';
import { path, Service } from './service.js';

const ok = (body: unknown): HttpResponse => ({ status: 200, headers: {}, body });

function service(answer: (request: HttpRequest, token: string) => HttpResponse) {
  const asked: HttpRequest[] = [];
  let token = 'token-1';
  const session = {
    open: async () => ({ id: token }),
    renew: async () => {
      token = 'token-2';
    },
  };
  const send = async (request: HttpRequest) => {
    asked.push(request);
    return answer(request, token);
  };
  return {
    asked,
    of: (micro?: ConstructorParameters<typeof Service>[0]['micro']) =>
      new Service({ session, send, ...(micro ? { micro } : {}) }),
  };
}

test('pages are followed by their marker, the own filters kept', async () => {
  const { asked, of } = service(({ query }) =>
    ok(
      query?.['marker']
        ? { ports: [3] }
        : { ports: [1, 2], ports_links: [{ rel: 'next', href: 'http://elsewhere/wrong/ports?limit=2&marker=m2' }] },
    ),
  );
  expect(await of().pages('/ports', 'ports', { network_id: ['a', 'b'] })).toEqual([1, 2, 3]);
  expect(asked.map(({ query }) => query)).toEqual([
    { limit: 1000, network_id: ['a', 'b'] },
    { limit: 1000, network_id: ['a', 'b'], marker: 'm2' },
  ]);
});

test("Glance's next page is a path", async () => {
  const { of } = service(({ query }) =>
    ok(query?.['marker'] ? { images: [2] } : { images: [1], next: '/v2/images?marker=x' }),
  );
  expect(await of().pages('/images', 'images')).toEqual([1, 2]);
});

test('a refused token is replaced and the request sent again, once', async () => {
  const refuse = () => {
    throw new CloudError('unauthenticated', { message: 'expired' });
  };
  const renewed = service((_, token) => (token === 'token-2' ? ok({ a: 1 }) : refuse()));
  expect(await renewed.of().get('/x')).toEqual({ a: 1 });
  const never = service(refuse);
  await expect(never.of().get('/x')).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(never.asked).toHaveLength(2);
});

test('microversions are asked for once, and said in every request', async () => {
  const micro = { about: 'http://n/v2.1/', range: { service: 'compute', min: '2.52', max: '2.93' } } as const;
  const { asked, of } = service(({ path: at }) =>
    ok(at === micro.about ? { version: { id: 'v2.1', version: '2.79', min_version: '2.1' } } : {}),
  );
  const nova = of(micro);
  await Promise.all([nova.get('/servers'), nova.post('/servers', {})]);
  expect(asked.filter(({ path: at }) => at === micro.about)).toHaveLength(1);
  expect(asked.slice(1).map(({ headers }) => headers?.['openstack-api-version'])).toEqual([
    'compute 2.79',
    'compute 2.79',
  ]);
});

test('a redirect is an error, not an empty answer', async () => {
  const { of } = service(() => ({ status: 301, headers: { location: 'https://h/servers' }, body: undefined }));
  await expect(of().get('/servers')).rejects.toThrow(/redirected to https:\/\/h\/servers/);
});

test('what is not there is undefined to find and quiet to remove; other errors are neither', async () => {
  const failing = (code: 'not-found' | 'forbidden') =>
    service(() => {
      throw new CloudError(code, { message: 'x' });
    }).of();
  expect(await failing('not-found').find('/x')).toBeUndefined();
  await failing('not-found').remove('/x');
  await expect(failing('forbidden').find('/x')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(failing('forbidden').remove('/x')).rejects.toMatchObject({ code: 'forbidden' });
});

test.each(['../os-keypairs/a b', 'web', '', '4711'])(
  '"%s" is no id: it would be answered as a thing that is gone',
  (id) => {
    expect(() => path`/servers/${id}/action`).toThrow('is no id of OpenStack');
  },
);

test('ids are UUIDs, with dashes or without', () => {
  const id = '0b8a6cf2-77a9-4f3e-9a31-0f9f3f3f8a10';
  expect(path`/servers/${id}/action`).toBe(`/servers/${id}/action`);
  expect(path`/servers/${id.replaceAll('-', '')}`).toBe(`/servers/${id.replaceAll('-', '')}`);
});
