import { manualClock } from '@hansa/emulator';
import type { HttpRequest, HttpResponse } from '../../../runtime/transport/http.js';
import { bearer } from './oauth2.js';

const TOKEN_URL = 'https://www.ovh.com/auth/oauth2/token';

function api(answer: (request: HttpRequest, logins: number) => Partial<HttpResponse> | undefined = () => undefined) {
  const clock = manualClock(0);
  const sent: HttpRequest[] = [];
  let logins = 0;
  const account = { by: 'oauth2', clientId: 'EU.x', clientSecret: 'client-secret' } as const;
  const send = bearer(
    account,
    TOKEN_URL,
    clock as never,
  )(async (request) => {
    sent.push(request);
    const login = request.path === TOKEN_URL;
    if (login) logins += 1;
    const token = login ? { body: { access_token: `token-${logins}`, expires_in: 3600 } } : undefined;
    return { status: 200, headers: {}, body: undefined, ...token, ...answer(request, logins) };
  });
  const used = () => sent.filter(({ path }) => path !== TOKEN_URL).map(({ headers }) => headers?.['authorization']);
  return { send, sent, used, clock, logins: () => logins };
}

const me: HttpRequest = { method: 'GET', path: '/me' };

test('many requests share one login, which sends the secret as a form and nowhere else', async () => {
  const { send, sent, used, logins } = api();
  await Promise.all([send(me), send(me), send(me)]);
  expect(logins()).toBe(1);
  expect(new URLSearchParams(sent[0]?.text?.content).get('client_secret')).toBe('client-secret');
  expect(used()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1']);
});

test('a token is renewed before it ends', async () => {
  const { send, used, clock } = api();
  await send(me);
  clock.advance(3_545_000);
  await send(me);
  expect(used()).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a token that is no longer taken is renewed once', async () => {
  const { send, used } = api((request) =>
    request.headers?.['authorization'] === 'Bearer token-1' ? { status: 401 } : undefined,
  );
  expect(await send(me)).toMatchObject({ status: 200 });
  expect(used()).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a service account that is refused is one clear error, without its secret', async () => {
  const { send } = api(({ path }) =>
    path === TOKEN_URL ? { status: 401, body: { error: 'invalid_client' } } : undefined,
  );
  await expect(send(me)).rejects.toMatchObject({
    code: 'unauthenticated',
    details: { vendor: { code: 'invalid_client' } },
  });
  await expect(send(me)).rejects.not.toThrow('client-secret');
});

test('a login that meets trouble leaves no doubt about the request', async () => {
  const { send } = api(({ path }) => (path === TOKEN_URL ? { status: 503 } : undefined));
  await expect(send({ method: 'POST', path: '/cloud' })).rejects.toMatchObject({
    code: 'unavailable',
    details: { ambiguous: false, retryable: true },
  });
});
