import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect as connectHttp2 } from 'node:http2';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import fc from 'fast-check';
import { damaged, someDamage } from '../../test/damage.js';
import { runs } from '../../test/runs.js';
import { GrpcClient } from '../testing/grpc-client.js';
import { createCertificate } from './certificate.js';
import { frame } from './grpc/frame.js';
import { Status } from './grpc/status.js';
import { createLogger } from './log.js';
import { exampleRoutes } from './plugin.fixture.js';
import { type RunningPlugin, startPlugin } from './plugin.js';

// A wire that is not well-behaved harms its own call or connection, and no other: whoever else is there is answered as before.

const log = createLogger(() => {}, 'error');
const bytes = (text: string) => Buffer.from(text);
let plugin: RunningPlugin;
let friend: GrpcClient;

beforeEach(async () => {
  plugin = await startPlugin({ routes: exampleRoutes(), log, settle: async () => {}, ended: () => {} });
  friend = await GrpcClient.connect(plugin);
});
afterEach(async () => {
  expect(String(await friend.send('/test/Echo', bytes('still here')))).toBe('still here');
  await friend.close();
  await plugin.close();
});

function openSession(): ClientHttp2Session {
  const session = connectHttp2('http://localhost', { createConnection: () => connect(plugin.address) });
  session.on('error', () => {});
  return session;
}

function call(session: ClientHttp2Session, path: string, headers: Record<string, string> = {}): ClientHttp2Stream {
  const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', ...headers });
  stream.on('error', () => {});
  return stream;
}

const closed = (what: { destroyed: boolean; once(event: 'close', then: () => void): unknown }) =>
  new Promise<void>((resolve) => (what.destroyed ? resolve() : what.once('close', resolve)));

describe('a client that', () => {
  test('sends headers without end is refused', async () => {
    const session = openSession();
    const stream = call(session, '/test/Echo', { 'x-much': 'x'.repeat(200_000) });
    stream.end(frame(bytes('x')));
    await closed(stream);
    expect(stream.rstCode).not.toBe(0);
    session.destroy();
  });

  test('resets a call before its request is whole, or before its reply is, has none', async () => {
    const session = openSession();
    for (const [path, body] of [
      ['/test/Echo', Buffer.from([0, 0, 0])],
      ['/test/Hang', frame(bytes(''))],
      ['/test/Stream', frame(bytes('1000'))],
    ] as const) {
      const stream = call(session, path);
      stream.write(body);
      await friend.send('/test/Echo', bytes(''));
      stream.close(8);
      await closed(stream);
    }
    const stream = call(session, '/test/Echo');
    stream.end(frame(bytes('the same connection')));
    const [reply] = (await once(stream, 'data')) as [Buffer];
    expect(String(reply.subarray(5))).toBe('the same connection');
    session.destroy();
  });

  test('says goodbye gets what it had asked for', async () => {
    const session = openSession();
    const stream = call(session, '/test/Echo');
    await once(session, 'remoteSettings');
    session.goaway();
    stream.end(frame(bytes('last')));
    const [reply] = (await once(stream, 'data')) as [Buffer];
    expect(String(reply.subarray(5))).toBe('last');
    session.destroy();
  });

  test('never ends its request is not answered, and does not keep the plugin from ending', async () => {
    const session = openSession();
    const stream = call(session, '/test/Echo');
    stream.write(frame(bytes('half')));
    let answered = false;
    stream.once('data', () => {
      answered = true;
    });
    await friend.send('/test/Echo', bytes(''));
    expect(answered).toBe(false);
    await friend.close();
    await plugin.close();
    await closed(session);
    plugin = await startPlugin({ routes: exampleRoutes(), log, settle: async () => {}, ended: () => {} });
    friend = await GrpcClient.connect(plugin);
  });

  test('leaves in the middle of a request, a reply or a frame leaves nothing behind', async () => {
    const leave = async (path: string, begin: (stream: ClientHttp2Stream) => void): Promise<void> => {
      const session = openSession();
      begin(call(session, path));
      await friend.send('/test/Echo', bytes(''));
      session.destroy();
      await closed(session);
    };
    await leave('/test/Echo', (stream) => stream.write(Buffer.from([0, 0])));
    await leave('/test/Large', (stream) => stream.end(frame(bytes(''))));
    await leave('/test/Hang', (stream) => stream.end(frame(bytes(''))));
    expect(String(await friend.send('/test/UntilAborted', bytes('')))).toBe('aborted');
  });
});

test('bytes that came otherwise than they were sent', async () => {
  const recorded = await recordCalls();
  const { numRuns, ...rest } = runs(150);
  await fc.assert(
    fc.asyncProperty(fc.array(someDamage, { minLength: 1, maxLength: 3 }), async (harms) => {
      const socket = connect(plugin.address);
      socket.on('error', () => {});
      socket.resume().end(damaged(recorded, harms));
      await friend.send('/test/Echo', bytes('x'));
      socket.destroy();
    }),
    { numRuns, ...rest },
  );
});

/** What a well-behaved client sends for some calls: preface, settings, headers, data, a reset. */
async function recordCalls(): Promise<Buffer> {
  const sent: Buffer[] = [];
  const path = join(tmpdir(), `recorder-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const proxy = createServer((inward: Socket) => {
    const outward = connect(plugin.address);
    inward.on('data', (chunk: Buffer) => {
      sent.push(chunk);
      outward.write(chunk);
    });
    outward.pipe(inward);
    const end = (): void => {
      inward.destroy();
      outward.destroy();
    };
    for (const socket of [inward, outward]) socket.on('error', () => {}).once('close', end);
  });
  proxy.listen(path);
  await once(proxy, 'listening');
  const client = await GrpcClient.connect({ network: 'unix', address: path });
  await client.send('/test/Echo', bytes('first'));
  await client.send('/test/Fail', bytes('')).catch(() => {});
  const abort = new AbortController();
  const hanging = client.send('/test/Hang', bytes(''), { signal: abort.signal }).catch(() => {});
  await client.send('/test/Echo', bytes('second'), { deadlineMs: 60_000 });
  abort.abort();
  await hanging;
  await client.close();
  await new Promise((resolve) => proxy.close(resolve));
  return Buffer.concat(sent);
}

describe('under TLS', () => {
  const known = createCertificate();
  let secured: RunningPlugin;
  const start = async (clientCert: string) => {
    secured = await startPlugin({ routes: exampleRoutes(), log, clientCert, settle: async () => {}, ended: () => {} });
    const lines = secured.certificate!.toString('base64').match(/.{1,64}/g)!;
    return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  };
  afterEach(() => secured.close());

  test('a certificate that has expired is refused, though it is the named one', async () => {
    const expired = createCertificate(new Date(Date.now() - 11 * 365 * 86_400_000));
    const serverCert = await start(expired.pem);
    await expect(GrpcClient.connect(secured, { cert: expired.pem, key: expired.keyPem, serverCert })).rejects.toThrow();
  });

  test('an outdated TLS, a client that speaks no HTTP/2, and no TLS at all are refused; the right one is let in after', async () => {
    const serverCert = await start(known.pem);
    const tls = { path: secured.address, cert: known.pem, key: known.keyPem, ca: serverCert, servername: 'localhost' };
    for (const options of [
      { ...tls, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0', ALPNProtocols: ['h2'] },
      { ...tls, ALPNProtocols: ['http/1.1'] },
    ] as const) {
      const socket = connectTls({ ...options, ALPNProtocols: [...options.ALPNProtocols] });
      socket.on('error', () => {});
      await closed(socket.resume());
    }
    const socket = connect(secured.address);
    socket.on('error', () => {});
    socket.resume().write(Buffer.alloc(1000, 'no TLS'));
    await closed(socket);
    const client = await GrpcClient.connect(secured, { cert: known.pem, key: known.keyPem, serverCert });
    expect(String(await client.send('/test/Echo', bytes('in')))).toBe('in');
    await client.close();
  });
});

test('a path of another service, of none, and with a query, is unimplemented', async () => {
  for (const path of ['/other.Service/Echo', '/test/Nothing', '/', '/test/Echo?x=1', '/test/echo']) {
    await expect(friend.send(path, bytes(''))).rejects.toMatchObject({ status: Status.UNIMPLEMENTED });
  }
});
