import { getMaxListeners } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from './clock.js';
import { type Emulator, type EmulatorOptions, startClouds } from './emulator.js';
import type { Exchange } from './exchange.js';
import { toy } from './toy-cloud.fixture.js';

let emulator: Emulator;
afterEach(() => emulator.close());

const start = async (options: EmulatorOptions = {}) => {
  emulator = await startClouds([toy], { rateLimit: false, ...options });
};
const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    headers: { 'x-toy-token': 'fake', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
};

describe('routing', () => {
  beforeEach(() => start());

  it('passes raw text, repeated query values, decoded parameters and headers', async () => {
    const note = await call('PUT', '/toy/notes/a%20b?tag=x&tag=y', 'plain {', { 'content-type': 'text/plain' });
    expect(note.text).toBe('a b: plain {');
    expect(note.headers.get('x-tags')).toBe('x,y');
    expect(note.headers.get('x-toy')).toBe('yes');
  });

  it('prefers a literal segment to a parameter', async () => {
    expect((await call('GET', '/toy/things/special')).text).toBe('special');
  });

  it('lets the cloud refuse paths, methods and broken JSON in its own words', async () => {
    expect(await call('GET', '/toy/nothing')).toMatchObject({ status: 404, json: { code: 'toy-404' } });
    expect(await call('DELETE', '/toy/things')).toMatchObject({ status: 405, json: { code: 'toy-405' } });
    expect(await call('POST', '/toy/things', '{"name":')).toMatchObject({ status: 400, json: { code: 'toy-400' } });
    expect(await call('GET', '/toy/things', undefined, { 'x-toy-token': 'no' })).toMatchObject({ status: 401 });
    expect((await call('GET', '/elsewhere')).text).toContain('/toy');
  });

  it("maps the cloud's own errors and keeps defects apart", async () => {
    expect(await call('POST', '/toy/things', { name: 'known' })).toMatchObject({
      status: 422,
      json: { code: 'refused' },
    });
    expect(emulator.failures).toEqual([]);
    expect(await call('POST', '/toy/things', { name: 'defect' })).toMatchObject({ status: 500 });
    expect(emulator.failures).toEqual([new TypeError('a defect')]);
  });

  it('tells its environment', () => {
    const { url } = emulator;
    expect(emulator.env).toEqual({ HANSA_EMULATOR: url, TOY_URL: `${url}/toy`, TOY_TOKEN: 'fake' });
  });
});

describe('time', () => {
  it('advances transient states with the clock alone', async () => {
    const clock = manualClock(1_000_000);
    await start({ clock });
    await call('POST', '/toy/things', { name: 'a' });
    expect((await call('GET', '/toy/things/1')).json).toMatchObject({ thing: { ready: false } });
    clock.advance(999);
    expect((await call('GET', '/toy/things/1')).json).toMatchObject({ thing: { ready: false } });
    clock.advance(1);
    expect((await call('GET', '/toy/things/1')).json).toMatchObject({ thing: { ready: true } });
  });

  it('runs faster when scaled', async () => {
    await start({ clock: { scale: 1000 } });
    const before = emulator.clock.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(emulator.clock.now() - before).toBeGreaterThan(10_000);
  });

  it('takes durations as set', async () => {
    const clock = manualClock();
    await start({ clock, durations: { toy: { 'thing.create': 7 } } });
    await call('POST', '/toy/things', { name: 'a' });
    clock.advance(7);
    expect((await call('GET', '/toy/things/1')).json).toMatchObject({ thing: { ready: true } });
  });
});

describe('limits', () => {
  it('drains and refills the token bucket on the clock, and can be switched off', async () => {
    const clock = manualClock();
    await start({ clock, rateLimit: true });
    const statuses = async (count: number) => {
      const seen: number[] = [];
      for (let n = 0; n < count; n += 1) seen.push((await call('GET', '/toy/things')).status);
      return seen;
    };
    expect(await statuses(6)).toEqual([200, 200, 200, 200, 200, 429]);
    clock.advance(2000);
    expect(await statuses(3)).toEqual([200, 200, 429]);
    emulator.configure({ rateLimit: { toy: { limit: 1, perSecond: 10 } } });
    clock.advance(100);
    expect(await statuses(2)).toEqual([200, 429]);
    emulator.configure({ rateLimit: false });
    expect(await statuses(20)).not.toContain(429);
  });

  it('obeys quotas and stock', async () => {
    await start();
    emulator.stock.soldOut('toy', 'rare', 'here');
    expect((await call('POST', '/toy/things', { name: 'rare' })).status).toBe(422);
    emulator.stock.restock('toy', 'rare', 'here');
    emulator.quotas.set('toy', 'things', 1);
    expect((await call('POST', '/toy/things', { name: 'rare' })).status).toBe(201);
    expect((await call('POST', '/toy/things', { name: 'rare' })).status).toBe(403);
  });
});

describe('state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-emulator-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('survives a restart, keeps sequences, never goes back in time, and is private', async () => {
    const stateFile = join(folder, 'sub', 'state.json');
    await start({ stateFile, clock: { scale: 1_000_000 } });
    await call('POST', '/toy/things', { name: 'a' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { now } = emulator.clock;
    const before = now();
    await emulator.close();
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);

    await start({ stateFile });
    expect(emulator.clock.now()).toBeGreaterThanOrEqual(before);
    expect((await call('GET', '/toy/things')).json).toMatchObject([{ id: 1, name: 'a', ready: true }]);
    expect((await call('POST', '/toy/things', { name: 'b' })).json).toMatchObject({ thing: { id: 2 } });
  });

  it('keeps the state of clouds it does not serve', async () => {
    const stateFile = join(folder, 'others.json');
    const other = { sequences: { thing: 9 }, collections: {} };
    writeFileSync(stateFile, JSON.stringify({ version: 1, now: 0, clouds: { other } }));
    await start({ stateFile });
    await call('POST', '/toy/things', { name: 'a' });
    await emulator.close();
    expect(JSON.parse(readFileSync(stateFile, 'utf8')).clouds).toMatchObject({ other, toy: {} });
    await start();
  });

  it('refuses a file that is not its own', async () => {
    const stateFile = join(folder, 'foreign.json');
    writeFileSync(stateFile, '{"version": 4}');
    await expect(startClouds([toy], { stateFile })).rejects.toThrow(/no state file/);
    await start();
  });

  it('refuses a cloud it does not know', async () => {
    await expect(startClouds([toy], { clouds: ['moon'] })).rejects.toThrow('no cloud moon is emulated; there are toy');
    await start();
  });
});

describe('faults', () => {
  beforeEach(() => start());
  const things = async () => ((await call('GET', '/toy/things')).json as unknown[]).length;

  it('injects a status by nth and times, with headers, in the vendor’s words, nothing carried out', async () => {
    emulator.faults.add({
      kind: 'status',
      method: 'post',
      path: '/things',
      status: 429,
      nth: 2,
      times: 2,
      headers: { 'Retry-After': '1' },
    });
    const replies = [];
    for (let n = 0; n < 4; n += 1) replies.push(await call('POST', '/toy/things', { name: 'a' }));
    expect(replies.map(({ status }) => status)).toEqual([201, 429, 429, 201]);
    expect(replies[1]!.headers.get('retry-after')).toBe('1');
    expect(replies[1]!.json).toEqual({ code: 'toy-429' });
    expect(await things()).toBe(2);
    expect(emulator.faults.list()).toMatchObject([{ seen: 4, fired: 2 }]);
  });

  it('injects a status after the request was carried out', async () => {
    emulator.faults.add({ kind: 'status', status: 504, when: 'after', method: 'POST', body: 'gateway' });
    expect(await call('POST', '/toy/things', { name: 'a' })).toMatchObject({ status: 504, text: 'gateway' });
    expect(await things()).toBe(1);
  });

  it('resets before and after the commit', async () => {
    emulator.faults.add({ kind: 'reset', method: 'POST' });
    await expect(call('POST', '/toy/things', { name: 'a' })).rejects.toThrow('fetch failed');
    expect(await things()).toBe(0);
    emulator.faults.clear();
    emulator.faults.add({ kind: 'reset', when: 'after', method: 'POST' });
    await expect(call('POST', '/toy/things', { name: 'a' })).rejects.toThrow('fetch failed');
    expect(await things()).toBe(1);
    expect(emulator.requests.list({ method: 'POST' }).map(({ status }) => status)).toEqual([undefined, undefined]);
  });

  it('truncates a body', async () => {
    emulator.faults.add({ kind: 'truncate', method: 'POST' });
    await expect(call('POST', '/toy/things', { name: 'a' })).rejects.toThrow();
    expect(await things()).toBe(1);
  });

  it('lets any number of slow requests wait at once, without a warning of a leak', async () => {
    emulator.faults.add({ kind: 'delay', ms: 200, times: 20 });
    const listening = jest.spyOn(EventTarget.prototype, 'addEventListener');
    try {
      await Promise.all(Array.from({ length: 20 }, () => call('GET', '/toy/things')));
      const signals = listening.mock.contexts.filter((target) => target instanceof AbortSignal);
      const shared = signals.find((signal) => signals.filter((one) => one === signal).length >= 20);
      expect(getMaxListeners(shared!)).toBe(Number.POSITIVE_INFINITY);
    } finally {
      listening.mockRestore();
    }
  });

  it('delays, sends slowly, and hangs until closed', async () => {
    emulator.faults.add({ kind: 'delay', ms: 60 });
    emulator.faults.add({ kind: 'slow-body', ms: 60, nth: 2 });
    const timed = async () => {
      const from = performance.now();
      await call('GET', '/toy/things');
      return performance.now() - from;
    };
    expect(await timed()).toBeGreaterThanOrEqual(55);
    expect(await timed()).toBeGreaterThanOrEqual(55);
    emulator.faults.add({ kind: 'hang' });
    const hanging = call('GET', '/toy/things').catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await emulator.close();
    expect(await hanging).toBe('ended');
    await start();
  });

  it('hides what was just created for so many reads', async () => {
    emulator.faults.add({ kind: 'not-found-after-create', path: '/things', reads: 2 });
    await call('POST', '/toy/things', { name: 'a' });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await call('GET', '/toy/things/1')).status);
    expect(statuses).toEqual([404, 404, 200]);
  });

  it('strikes every nth of a long series', async () => {
    emulator.faults.add({ kind: 'status', status: 500, every: 3, times: 'always', path: '/things/**' });
    const statuses = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await call('GET', '/toy/things/special')).status);
    expect(statuses).toEqual([500, 200, 200, 500, 200, 200, 500]);
  });

  it('refuses a malformed fault', () => {
    expect(() => emulator.faults.add({ kind: 'status', status: 200 })).toThrow();
  });
});

describe('what happened', () => {
  it('logs requests with credentials redacted, and shows observers the whole', async () => {
    const seen: Exchange[] = [];
    await start({ onExchange: (exchange) => seen.push(exchange) });
    await call('POST', '/toy/things?x=1', { name: 'a', secret_key: 's3' });
    const [logged] = emulator.requests;
    expect(logged).toMatchObject({
      cloud: 'toy',
      method: 'POST',
      path: '/things?x=1',
      template: '/things',
      status: 201,
    });
    expect(logged!.requestHeaders['x-toy-token']).toBe('[redacted]');
    expect(logged!.requestBody).toEqual({ name: 'a', secret_key: '[redacted]' });
    expect(logged!.responseBody).toMatchObject({ thing: { id: 1 }, password: '[redacted]' });
    expect(seen[0]).toMatchObject({
      template: '/things',
      requestBody: { secret_key: 's3' },
      responseBody: { password: 'hunter2' },
    });
    expect(emulator.requests.count({ path: '/things' })).toBe(1);
    expect(emulator.requests.count({ path: '/things/{id}' })).toBe(0);
  });

  it('shows nothing of bodies that are secrets as a whole, whatever they look like, but of a refusal', async () => {
    const seen: Exchange[] = [];
    await start({ onExchange: (exchange) => seen.push(exchange) });
    for (const text of ['hush', '{"ignition":{"hush":1}}', 'no']) {
      await fetch(`${emulator.url}/toy/secrets/a`, { method: 'PUT', headers: { 'x-toy-token': 'fake' }, body: text });
    }
    expect(JSON.stringify([...emulator.requests])).not.toContain('hush');
    expect([...emulator.requests].map(({ requestBody, responseBody }) => [requestBody, responseBody])).toEqual([
      ['[redacted]', '[redacted]'],
      ['[redacted]', '[redacted]'],
      ['[redacted]', { code: 'no' }],
    ]);
    expect(seen.map(({ requestBody }) => requestBody)).toEqual(['hush', { ignition: { hush: 1 } }, 'no']);
  });

  it('forgets the oldest requests but counts them', async () => {
    await start({ rememberRequests: 4 });
    for (let n = 0; n < 20; n += 1) await call('GET', '/toy/things');
    expect(emulator.requests.list().length).toBeLessThanOrEqual(6);
    expect(emulator.requests.total).toBe(20);
  });

  it('resets to nothing', async () => {
    await start();
    await call('POST', '/toy/things', { name: 'a' });
    emulator.faults.add({ kind: 'status', status: 500, times: 'always' });
    emulator.reset();
    expect(emulator.requests.total).toBe(0);
    expect((await call('GET', '/toy/things')).json).toEqual([]);
  });
});

describe('control paths', () => {
  it('do over HTTP what the object does', async () => {
    const clock = manualClock(5);
    await start({ clock });
    expect((await call('POST', '/_emulator/faults', { kind: 'status', status: 503, path: '/things' })).json).toEqual({
      id: 1,
    });
    expect((await call('GET', '/toy/things')).status).toBe(503);
    expect((await call('GET', '/_emulator/faults')).json).toMatchObject([{ fired: 1 }]);
    expect((await call('DELETE', '/_emulator/faults/1')).status).toBe(204);
    expect((await call('PUT', '/_emulator/quotas', { cloud: 'toy', name: 'things', limit: 0 })).status).toBe(204);
    expect((await call('POST', '/toy/things', { name: 'a' })).status).toBe(403);
    expect((await call('PUT', '/_emulator/quotas', { cloud: 'toy', name: 'things', limit: null })).status).toBe(204);
    expect((await call('PUT', '/_emulator/stock', { cloud: 'toy', type: 'a' })).status).toBe(204);
    expect((await call('POST', '/toy/things', { name: 'a' })).status).toBe(422);
    expect((await call('PATCH', '/_emulator/settings', { latencyMs: 1 })).json).toMatchObject({
      latencyMs: 1,
      rateLimit: false,
    });
    expect((await call('POST', '/_emulator/clock', { advanceMs: 10 })).json).toEqual({ now: 15 });
    expect((await call('GET', '/_emulator')).json).toMatchObject({
      url: emulator.url,
      clouds: { toy: '/toy' },
      now: 15,
    });
    expect(((await call('GET', '/_emulator/requests')).json as unknown[]).length).toBe(3);
    expect((await call('POST', '/_emulator/reset')).status).toBe(204);
    expect(emulator.requests.total).toBe(0);
  });

  it('refuse what is malformed, and what a web page could send', async () => {
    await start();
    expect((await call('POST', '/_emulator/faults', { kind: 'gremlin' })).status).toBe(400);
    expect((await call('POST', '/_emulator/faults', { kind: 'hang', nht: 2 })).text).toContain('nht');
    expect((await call('GET', '/_emulator/nothing')).status).toBe(404);
    expect((await call('GET', '/_emulator', undefined, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await call('POST', '/_emulator/clock', { advanceMs: 1 })).status).toBe(409);
  });
});

describe('without a socket', () => {
  const headers = { 'x-toy-token': 'fake', 'content-type': 'text/plain' };

  it('answers, records and checks as over the wire', async () => {
    await start();
    const url = `${emulator.url}/toy/notes/a%20b?tag=x&tag=y`;
    const answer = await emulator.request({ method: 'PUT', url, headers, text: 'plain {' });
    expect(answer).toMatchObject({ status: 200, text: 'a b: plain {', headers: { 'x-tags': 'x,y', 'x-toy': 'yes' } });
    const wired = await call('PUT', '/toy/notes/a%20b?tag=x&tag=y', 'plain {', { 'content-type': 'text/plain' });
    expect(wired.text).toBe(answer.text);
    expect((await emulator.request({ method: 'PUT', url })).status).toBe(401);
    expect(emulator.requests.list({ cloud: 'toy' }).map(({ status }) => status)).toEqual([200, 200, 401]);
  });

  it('refuses what no cloud stands at', async () => {
    await start();
    await expect(emulator.request({ method: 'GET', url: `${emulator.url}/elsewhere` })).rejects.toThrow(RangeError);
  });
});
