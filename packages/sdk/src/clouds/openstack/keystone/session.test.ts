import { CloudError } from '../../../errors/index.js';
import type { Send } from '../../../runtime/transport/http.js';
import { Session } from './session.js';

const credentials = { authUrl: 'https://k/v3', request: {}, interface: 'public', source: 'the test' } as const;

function keystone(livesMs = 3_600_000) {
  let logins = 0;
  const send: Send = async () => {
    logins += 1;
    const issued = Date.parse('2026-11-23T12:00:00Z');
    const token = {
      issued_at: new Date(issued).toISOString(),
      expires_at: new Date(issued + livesMs).toISOString(),
      user: { id: 'u' },
      project: { id: 'p', name: 'p' },
      catalog: [],
    };
    return { status: 201, headers: { 'x-subject-token': `token-number-${logins}` }, body: { token } };
  };
  const time = { now: 0 };
  const session = new Session(send, credentials, { now: () => time.now, sleep: async () => {} });
  return { session, time, logins: () => logins };
}

test('one login serves all who ask at once, and all who ask later', async () => {
  const { session, logins } = keystone();
  await Promise.all([session.open(), session.open(), session.open()]);
  await session.open();
  expect(logins()).toBe(1);
});

test('it is renewed before its end, by how long it lives and not by when it ends', async () => {
  const { session, time, logins } = keystone();
  await session.open();
  time.now = 3_600_000 - 130_000;
  await session.open();
  expect(logins()).toBe(1);
  time.now = 3_600_000 - 60_000;
  expect((await session.open()).id).toBe('token-number-2');
});

test('many whose token was refused share one renewal; who comes late gets the newer token', async () => {
  const { session, logins } = keystone();
  const { id } = await session.open();
  await Promise.all([session.renew(id), session.renew(id)]);
  expect((await session.renew(id)).id).toBe('token-number-2');
  expect(logins()).toBe(2);
});

test.each([
  ['unauthenticated', 'refused the credentials of the test'],
  ['not-found', 'no such application credential'],
] as const)('%s of a login means wrong credentials', async (code, words) => {
  const send: Send = async () => {
    throw new CloudError(code, { message: 'x' });
  };
  const session = new Session(send, credentials, { now: () => 0, sleep: async () => {} });
  await expect(session.open()).rejects.toMatchObject({
    code: 'unauthenticated',
    message: expect.stringContaining(words),
  });
});

test('a token without a project is explained', async () => {
  const body = { token: { issued_at: '2026-11-23T12:00:00Z', expires_at: '2026-11-23T13:00:00Z', user: { id: 'u' } } };
  const send: Send = async () => ({ status: 201, headers: { 'x-subject-token': 'unscoped-token' }, body });
  const session = new Session(send, credentials, { now: () => 0, sleep: async () => {} });
  await expect(session.open()).rejects.toMatchObject({ code: 'unauthenticated', details: { attribute: ['project'] } });
});
