import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { CloudError, isCloudError } from '../../errors/index.js';
import { jumpingClock } from '../clock.js';
import { stoppable } from '../stop.js';
import { transport } from './index.js';

/** A certificate that nobody trusts, for localhost; its key guards nothing. */
const CERT = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUSExRIZmAgQHrxA07ij9Zrh4egzowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE1NTg0M1oYDzIxMjYxMDMw
MTU1ODQzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASUGLiP29wZ61rDjbHYhNDwY0VEQO48+AgOpuAwunuwiLMTYUQfofIl
Tv0YgDqdeNZTKMBOAbO/DFOlN7dLNd4Lo28wbTAdBgNVHQ4EFgQU27rd6uekKe6z
r1ru3G5eG+bqS4owHwYDVR0jBBgwFoAU27rd6uekKe6zr1ru3G5eG+bqS4owDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgboZ8mdFqHdCcsB/dcDIyFWpm9PTATNGcoAGc6HNHUEICIQDA
M1Wsgo1N6yCV3GDzapR8xmB4uSAtbtntBQtUFJgaqw==
-----END CERTIFICATE-----`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVH9DJGkydPss1qeW
/OQmR3XaykdMGAYl+Zva9sy9vbShRANCAASUGLiP29wZ61rDjbHYhNDwY0VEQO48
+AgOpuAwunuwiLMTYUQfofIlTv0YgDqdeNZTKMBOAbO/DFOlN7dLNd4L
-----END PRIVATE KEY-----`;

const servers: Server[] = [];
const listen = async (server: Server, host = '127.0.0.1'): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
};
const serve = (answer: RequestListener, host?: string) => listen(createServer(answer), host);
const sender = (baseUrl: string, clock = jumpingClock(0)) =>
  transport({
    cloud: 'test',
    clock,
    limits: { concurrency: 2, because: 'test' },
    refusal: ({ status }) => new CloudError('invalid', { message: `HTTP ${status}` }),
  })({ baseUrl });
const GET = { method: 'GET', path: '/x?token=abc' } as const;
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error as CloudError,
  );

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

it('follows no redirect: credentials stay where they belong', async () => {
  let asked = 0;
  const port = await serve((_request, response) => {
    asked += 1;
    response.writeHead(302, { location: 'http://127.0.0.1:1/evil?token=abc' }).end();
  });
  const error = await failure(sender(`http://127.0.0.1:${port}`)(GET));
  expect(isCloudError(error, 'unavailable')).toBe(true);
  expect(error?.message).toContain('GET /x was answered with a redirect to http://127.0.0.1:1/evil, not by the API');
  expect(error?.message).not.toContain('abc');
  expect(asked).toBe(1);
});

it('takes a web page for no answer of an API', async () => {
  const page = '<html><form action="/login">Hotel Wi-Fi</form></html>';
  const port = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  );
  const error = await failure(sender(`http://127.0.0.1:${port}`)(GET));
  expect(error?.message).toContain('answered with a web page');
});

it('reads no more than 64 MB, packed or not, and does not ask for it again', async () => {
  let asked = 0;
  const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024));
  const port = await serve((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
  });
  const error = await failure(sender(`http://127.0.0.1:${port}`)(GET));
  expect(isCloudError(error, 'unavailable')).toBe(true);
  expect({ size: bomb.length < 200_000, asked }).toEqual({ size: true, asked: 1 });
});

it('refuses a certificate that nobody vouches for, at once, and says how to trust it', async () => {
  let asked = 0;
  const port = await listen(
    createTlsServer({ cert: CERT, key: KEY }, (_request, response) => {
      asked += 1;
      response.end('{}');
    }) as unknown as Server,
  );
  const clock = jumpingClock(0);
  const error = await failure(sender(`https://127.0.0.1:${port}`, clock)(GET));
  expect(error?.message).toContain('NODE_EXTRA_CA_CERTS');
  expect({ asked, waited: clock.now() }).toEqual({ asked: 0, waited: 0 });
});

it('goes through HTTPS_PROXY by a tunnel, in which no proxy sees credentials', async () => {
  const seen: string[] = [];
  const proxy = createServer((request) => void seen.push(`${request.method} ${request.url}`));
  proxy.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url} ${JSON.stringify(request.headers)}`);
    socket.end('HTTP/1.1 502 no\r\n\r\n');
  });
  process.env['HTTPS_PROXY'] = `http://127.0.0.1:${await listen(proxy)}`;
  delete process.env['NO_PROXY'];
  delete process.env['no_proxy'];
  const send = sender('https://api.example.invalid');
  await failure(send({ ...GET, method: 'POST', headers: { authorization: 'Bearer secret' } }));
  expect(seen).toEqual([expect.stringContaining('CONNECT api.example.invalid:443')]);
  expect(seen.join()).not.toContain('secret');
});

it.each(['127.0.0.1', '[::1]', 'localhost'])('never goes to a proxy for %s', async (host) => {
  const family = host === '[::1]' ? '::1' : '127.0.0.1';
  const port = await serve(
    (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":1}'),
    family,
  );
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
  process.env['http_proxy'] = 'http://127.0.0.1:1';
  expect(await sender(`http://${host}:${port}`)(GET)).toMatchObject({ body: { ok: 1 } });
});

it('does not repeat a POST on a kept connection that the other side had closed, and says that it is not known what became of it', async () => {
  const posts: string[] = [];
  const port = await serve((request, response) => {
    if (request.method === 'POST') {
      posts.push(request.url ?? '');
      request.socket.resetAndDestroy();
    } else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const send = sender(`http://127.0.0.1:${port}`);
  await send(GET);
  const error = await failure(send({ method: 'POST', path: '/servers', body: {} }));
  expect(error?.details).toMatchObject({ ambiguous: true });
  expect(posts).toEqual(['/servers']);
});

it('lets a change that is on its way get its answer when its call is stopped, and begins no other', async () => {
  const posts: string[] = [];
  const stop = new AbortController();
  const port = await serve((request, response) => {
    posts.push(request.url ?? '');
    stop.abort(new Error('enough'));
    setTimeout(() => response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":7}'), 30);
  });
  const send = sender(`http://127.0.0.1:${port}`);
  const made: unknown[] = [];
  const going = stoppable(stop.signal, async () => {
    made.push((await send({ method: 'POST', path: '/one', body: {} })).body);
    await new Promise((resolve) => setTimeout(resolve, 30));
    made.push((await send({ method: 'POST', path: '/two', body: {} })).body);
  });
  await expect(going).rejects.toThrow('enough');
  expect({ posts, made }).toEqual({ posts: ['/one'], made: [{ id: 7 }] });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(posts).toEqual(['/one']);
});

it('keeps no process alive by its kept connections', async () => {
  // A server that never closes a kept connection: a process that waited for that would not end at all.
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  );
  server.keepAliveTimeout = 0;
  const port = await listen(server);
  const script = `
    const { transport } = require('./packages/sdk/src/runtime/transport/index.ts');
    const { systemClock } = require('./packages/sdk/src/runtime/clock.ts');
    const send = transport({ cloud: 'x', clock: systemClock, limits: { concurrency: 9, because: 'x' }, refusal() {} })({ baseUrl: 'http://127.0.0.1:${port}' });
    Promise.all(Array.from({ length: 9 }, () => send({ method: 'GET', path: '/' }))).then((all) => console.log(all.length));`;
  const root = `${__dirname}/../../../../..`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', script], { cwd: root });
  expect(stdout).toBe('9\n');
});
