import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudError, isCloudError, redact } from '../../errors/index.js';
import { jumpingClock } from '../clock.js';
import type { Exchange } from './index.js';
import { transport } from './index.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that answers the n-th request with the n-th answer, and the rest with the last. */
async function serving(answers: Answer[]) {
  let n = 0;
  const server = createServer((request, response) => {
    const answer = answers[Math.min(n, answers.length - 1)] as Answer;
    n += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/base`,
    count: () => n,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
const reset: Answer = (request) => request.socket.destroy();
const silent: Answer = () => {};
const drip: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};
const truncated: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"servers":[{"id":1},{"i');
};

const empty: Answer = (_request, response) => {
  response.writeHead(200).end();
};

const build = (url: string, onExchange?: (e: Exchange) => void, clock = jumpingClock()) =>
  transport({
    cloud: 'test',
    clock,
    limits: { concurrency: 2, because: 'test' },
    onExchange,
    timeoutMs: 1_000,
    refusal: ({ status, headers, body }) => {
      const retryAfterMs = headers['retry-after'] ? Number(headers['retry-after']) * 1000 : undefined;
      if (status === 429)
        return new CloudError('rate-limited', { message: 'slow down', retryable: true, retryAfterMs });
      if ((body as { type?: string } | undefined)?.type) return new CloudError('out-of-stock', { message: 'sold out' });
      if (status >= 500) return new CloudError('unavailable', { message: `HTTP ${status}` });
      return new CloudError('invalid', { message: `HTTP ${status}` });
    },
  })({ baseUrl: url });

describe('transport', () => {
  let server: Awaited<ReturnType<typeof serving>>;
  afterEach(() => server.close());
  const against = async (...answers: Answer[]) => {
    server = await serving(answers);
    return build(server.url);
  };

  it.each([
    ['a reset', reset],
    ['no answer', silent],
    ['an answer that drips for ever', drip],
    ['a truncated body', truncated],
    ['an answer that a proxy swallowed', empty],
    ['503', json(503, {})],
    ['429 with Retry-After', json(429, {}, { 'retry-after': '7' })],
    ['429 without it', json(429, {})],
  ])('reads again after %s', async (_what, answer) => {
    const send = await against(answer, answer, json(200, { ok: true }));
    expect(await send({ method: 'GET', path: '/x' })).toMatchObject({ status: 200, body: { ok: true } });
    expect(server.count()).toBe(3);
  });

  it.each([
    ['a reset', reset, true],
    ['a truncated body', truncated, true],
    ['500', json(500, {}), true],
    ['503 that says sold out', json(503, { type: 'out_of_stock' }), undefined],
    ['400', json(400, {}), undefined],
  ])('does not repeat a POST after %s and says whether it may have happened', async (_what, answer, ambiguous) => {
    const send = await against(answer, json(200, {}));
    const error = await send({ method: 'POST', path: '/x', body: {} }).catch((e: unknown) => e);
    expect(isCloudError(error) && error.details.ambiguous).toBe(ambiguous);
    expect(server.count()).toBe(1);
  });

  it('repeats a POST that the vendor says it did not do', async () => {
    const send = await against(json(429, {}), json(201, { id: 1 }));
    expect(await send({ method: 'POST', path: '/x', body: {} })).toMatchObject({ status: 201 });
  });

  it('gives up on a cloud that stays away, within the deadline, and says what to do', async () => {
    const clock = jumpingClock(0);
    server = await serving([reset]);
    const error = await build(server.url, undefined, clock)({ method: 'GET', path: '/x' }).catch((e: unknown) => e);
    expect(isCloudError(error, 'unavailable')).toBe(true);
    expect(String(error)).toContain('run again');
    expect(clock.now()).toBeLessThanOrEqual(45_000);
    expect(clock.now()).toBeGreaterThan(15_000);
  });

  it('refuses to send credentials in the clear', () => {
    expect(() => build('http://api.example.org')).toThrow('unencrypted');
    expect(() => build('http://127.0.0.1.example.org')).toThrow('unencrypted');
    expect(() => build('ftp://127.0.0.1')).toThrow('unencrypted');
  });

  it('reports exchanges without headers, bodies and secrets', async () => {
    redact('super-secret-token');
    const seen: Exchange[] = [];
    server = await serving([json(200, { password: 'hidden' })]);
    await build(server.url, (e) => seen.push(e))({
      method: 'GET',
      path: '/x?key=super-secret-token',
      headers: { authorization: 'super-secret-token' },
    });
    expect(seen).toMatchObject([{ cloud: 'test', method: 'GET', path: '/x?key=[secret]', status: 200 }]);
    expect(JSON.stringify(seen)).not.toMatch(/super-secret|hidden|authorization/);
  });

  it('stops when it is told to', async () => {
    server = await serving([() => {}]);
    const stop = new AbortController();
    const pending = build(server.url)({ method: 'GET', path: '/x', signal: stop.signal });
    setTimeout(() => stop.abort(new Error('stopped')), 20);
    await expect(pending).rejects.toThrow('stopped');
  });
});
