import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { type ClientHttp2Stream, connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileProgram } from '../packaging/index.js';
import { HealthDefinition } from '../protocol/health.gen.js';
import { GRPCBrokerDefinition, GRPCControllerDefinition, GRPCStdioDefinition } from '../protocol/plugin.gen.js';
import { GrpcClient } from '../testing/grpc-client.js';
import { createCertificate } from './certificate.js';
import { frame } from './grpc/frame.js';
import { type GrpcError, Status } from './grpc/status.js';
import { parseHandshake } from './handshake.js';
import type { Address } from './listen.js';
import { createLogger } from './log.js';
import { exampleRoutes, LARGE } from './plugin.fixture.js';
import { type RunningPlugin, startPlugin } from './plugin.js';

const log = createLogger(() => {}, 'error');
const idle = { log, settle: async () => {}, ended: () => {} };

type Started = Address & Pick<RunningPlugin, 'certificate' | 'close'>;
type StartOptions = Partial<Parameters<typeof startPlugin>[0]>;

let plugin: Started | undefined;
const clients: GrpcClient[] = [];

async function startHere(options: StartOptions = {}): Promise<Started> {
  plugin = await startPlugin({ routes: exampleRoutes(), ...idle, ...options });
  return plugin;
}

/** The same, as the one file that a machine without Node runs. */
async function startCompiled({ clientCert = '', env = {} }: StartOptions = {}): Promise<Started> {
  compiled ??= compile();
  const child = spawn(await compiled, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env, PLUGIN_CLIENT_CERT: clientCert },
  });
  const exited = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { certificate, ...address } = parseHandshake(String(line));
  plugin = {
    ...address,
    certificate,
    async close() {
      child.kill();
      await exited;
    },
  };
  return plugin;
}

let compiled: Promise<string> | undefined;
const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
async function compile(): Promise<string> {
  const entry = join(__dirname, 'plugin-program.fixture.ts');
  const made = await compileProgram({ entry, outfile: join(folder, 'plugin'), conditions: ['source'] });
  return Object.values(made)[0]!;
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function client(tls?: Parameters<typeof GrpcClient.connect>[1]): Promise<GrpcClient> {
  const connected = await GrpcClient.connect(plugin!, tls);
  clients.push(connected);
  return connected;
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((connected) => connected.close()));
  await plugin?.close();
  plugin = undefined;
});

const raw = { encode: (message: Buffer) => ({ finish: () => message }), decode: (message: Uint8Array) => message };
const RAW = {
  fullName: 'test',
  methods: {
    stream: { name: 'Stream', requestType: raw, responseType: raw, requestStream: false, responseStream: true },
  },
};
const bytes = (text: string) => Buffer.from(text);
const toPem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END CERTIFICATE-----\n`;

describe.each([
  ['in this process', startHere],
  ['compiled', startCompiled],
])('%s', (_name, start) => {
  describe('mutual TLS', () => {
    const friend = createCertificate();

    test('lets in the one certificate that the host named', async () => {
      const { certificate } = await start({ clientCert: friend.pem });
      const connected = await client({ cert: friend.pem, key: friend.keyPem, serverCert: toPem(certificate!) });
      expect(String(await connected.send('/test/Echo', bytes('hello')))).toBe('hello');
    });

    test('refuses a client without a certificate', async () => {
      const { certificate } = await start({ clientCert: friend.pem });
      await expect(client({ serverCert: toPem(certificate!) })).rejects.toThrow();
    });

    test('refuses another self-signed certificate', async () => {
      const { certificate } = await start({ clientCert: friend.pem });
      const stranger = createCertificate();
      const refused = client({ cert: stranger.pem, key: stranger.keyPem, serverCert: toPem(certificate!) });
      await expect(refused).rejects.toThrow();
    });

    test('refuses plaintext', async () => {
      await start({ clientCert: friend.pem });
      await expect(client()).rejects.toThrow();
    });

    test('a client does not take another server for this one', async () => {
      await start({ clientCert: friend.pem });
      const other = createCertificate();
      await expect(client({ cert: friend.pem, key: friend.keyPem, serverCert: other.pem })).rejects.toThrow();
    });
  });

  describe('calls', () => {
    test('bring back what was sent, small and large, many at a time', async () => {
      await start();
      const connected = await client();
      const large = Buffer.alloc(60_000_000, 7);
      expect((await connected.send('/test/Echo', large)).equals(large)).toBe(true);
      const many = Array.from({ length: 500 }, (_, index) => connected.send('/test/Echo', bytes(`${index}`)));
      expect((await Promise.all(many)).map(String)).toEqual(many.map((_, index) => String(index)));
    });

    test('an empty message is a message', async () => {
      await start();
      expect(await (await client()).send('/test/Echo', Buffer.alloc(0))).toHaveLength(0);
    });

    test('what is not offered answers status 12', async () => {
      await start();
      const refused = (await client()).send('/tfplugin6.Provider/CallFunction', bytes(''));
      await expect(refused).rejects.toMatchObject({ status: Status.UNIMPLEMENTED });
    });

    test('a failure becomes a status with its message, whatever characters it has', async () => {
      await start();
      const connected = await client();
      await expect(connected.send('/test/Fail', bytes(''))).rejects.toMatchObject({
        status: Status.INTERNAL,
        message: 'grüße: 100%',
      });
      await expect(connected.send('/test/Refuse', bytes(''))).rejects.toMatchObject({
        status: Status.INVALID_ARGUMENT,
      });
    });

    test('a cancelled call aborts its signal and leaves the connection alone', async () => {
      await start();
      const connected = await client();
      const abort = new AbortController();
      const hanging = connected.send('/test/Hang', bytes(''), { signal: abort.signal });
      await connected.send('/test/Echo', bytes('')); // by now the other has arrived
      abort.abort();
      await expect(hanging).rejects.toMatchObject({ status: Status.CANCELLED });
      expect(String(await connected.send('/test/UntilAborted', bytes('')))).toBe('aborted');
    });

    test('a deadline ends a call with status 4', async () => {
      await start();
      const connected = await client();
      const hanging = connected.send('/test/Hang', bytes(''), { deadlineMs: 20 });
      await expect(hanging).rejects.toMatchObject({ status: Status.DEADLINE_EXCEEDED });
      expect(String(await connected.send('/test/UntilAborted', bytes('')))).toBe('aborted');
    });

    test('large replies that wait for their reader keep no other call from being answered', async () => {
      await start();
      const connected = await client();
      const { session } = connected;
      // A stream has a window of its own: of each reply a part stays at the server until it is read here. The connection has room for all, so
      // that the streams do not wait for each other.
      session.setLocalWindowSize(10 * LARGE);
      const large = Array.from({ length: 10 }, () => {
        const stream = session.request({
          ':method': 'POST',
          ':path': '/test/Large',
          'content-type': 'application/grpc',
        });
        return stream.end(frame(Buffer.alloc(0)));
      });
      // Headers go before the message: with all of them here, all messages wait there.
      await Promise.all(large.map((stream) => once(stream, 'response')));
      expect(String(await connected.send('/test/Echo', bytes('here')))).toBe('here');
      const read = async (stream: ClientHttp2Stream) => {
        let length = 0;
        for await (const chunk of stream) length += (chunk as Buffer).length;
        return length;
      };
      expect(await Promise.all(large.map(read))).toEqual(large.map(() => frame(Buffer.alloc(LARGE)).length));
    });

    test('a stream brings all replies before its status', async () => {
      await start();
      const replies: number[] = [];
      const stream = (await client()).stream(RAW, RAW.methods.stream, bytes('100'), {
        onReply: (reply) => replies.push(reply[0]!),
      });
      await expect(stream).rejects.toMatchObject({ status: Status.UNAVAILABLE, message: 'the end: ü' });
      expect(replies).toEqual(Array.from({ length: 100 }, (_, index) => 100 - index));
    });

    test('a lost connection aborts its calls', async () => {
      await start();
      const connected = await client();
      const hanging = connected.send('/test/Hang', bytes('')).catch((error: unknown) => error);
      await connected.send('/test/Echo', bytes(''));
      await connected.close();
      await hanging;
      expect(String(await (await client()).send('/test/UntilAborted', bytes('')))).toBe('aborted');
    });
  });

  describe('what no gRPC client sends', () => {
    const header = (flag: number, length: number) => Buffer.from([flag, 0, 0, length >> 8, length & 0xff]);

    test.each([
      ['nothing', Buffer.alloc(0), Status.INTERNAL],
      ['half a header', Buffer.from([0, 0]), Status.INTERNAL],
      ['less than announced', Buffer.concat([header(0, 10), bytes('abc')]), Status.INTERNAL],
      ['two messages', Buffer.concat([header(0, 1), bytes('a'), header(0, 1), bytes('b')]), Status.INTERNAL],
      ['a compressed message', Buffer.concat([header(1, 1), bytes('a')]), Status.UNIMPLEMENTED],
      ['4 GiB announced', Buffer.from([0, 255, 255, 255, 255]), Status.RESOURCE_EXHAUSTED],
    ])('%s is refused', async (_name, body, status) => {
      await start();
      const connected = await client();
      await expect(connected.raw('/test/Echo', body)).rejects.toMatchObject({ status });
      expect(String(await connected.send('/test/Echo', bytes('still here')))).toBe('still here');
    });

    test('bytes that are no such message fail that call alone', async () => {
      await start();
      const connected = await client();
      await expect(connected.send('/test/Parse', Buffer.from([0x0a, 0xff]))).rejects.toMatchObject({
        status: Status.INTERNAL,
      });
      expect(String(await connected.send('/test/Echo', bytes('still here')))).toBe('still here');
    });

    test('a request that is no gRPC gets 415', async () => {
      const { address } = await start();
      const session = connectHttp2('http://localhost', { createConnection: () => connect(address) });
      const status = await new Promise((resolve) => {
        session.request({ ':path': '/test/Echo' }).on('response', (headers) => resolve(headers[':status']));
      });
      session.destroy();
      expect(status).toBe(415);
    });

    test('bytes that are no HTTP/2 close that connection alone', async () => {
      const { address } = await start();
      const socket = connect(address);
      socket.on('error', () => {});
      socket.write('GET / HTTP/1.1\r\n\r\n'.repeat(10));
      await new Promise((resolve) => socket.resume().once('close', resolve));
      expect(String(await (await client()).send('/test/Echo', bytes('here')))).toBe('here');
    });
  });

  describe("go-plugin's services", () => {
    test('health', async () => {
      await start();
      const { check } = HealthDefinition.methods;
      const reply = await (await client()).call(HealthDefinition, check, { service: 'plugin' });
      expect(reply).toEqual({ status: 1 });
    });

    test('stdio and broker stay open until the host leaves', async () => {
      await start();
      const connected = await client();
      const abort = new AbortController();
      const open = [
        connected.send(`/${GRPCStdioDefinition.fullName}/StreamStdio`, bytes(''), { signal: abort.signal }),
        connected.send(`/${GRPCBrokerDefinition.fullName}/StartStream`, bytes(''), { signal: abort.signal }),
      ].map((stream) => stream.catch((error: GrpcError) => error.status));
      await connected.send('/test/Echo', bytes(''));
      const first = await Promise.race([...open, Promise.resolve('open')]);
      expect(first).toBe('open');
      abort.abort();
      expect(await Promise.all(open)).toEqual([Status.CANCELLED, Status.CANCELLED]);
    });
  });

  describe('the socket', () => {
    test('lies in a directory of its own, closed to others, and goes with the plugin', async () => {
      const { address, network } = await start();
      expect(network).toBe('unix');
      expect(statSync(dirname(address)).mode & 0o777).toBe(0o700);
      await plugin!.close();
      plugin = undefined;
      expect(existsSync(dirname(address))).toBe(false);
    });

    test('is TCP on loopback, within the given ports, where the path would be too long', async () => {
      const env = {
        PLUGIN_UNIX_SOCKET_DIR: `/tmp/${'x'.repeat(100)}`,
        PLUGIN_MIN_PORT: '41000',
        PLUGIN_MAX_PORT: '41999',
      };
      const friend = createCertificate();
      const { address, network, certificate } = await start({ env, clientCert: friend.pem });
      expect(network).toBe('tcp');
      const [host, port] = address.split(':');
      expect(host).toBe('127.0.0.1');
      expect(Number(port)).toBeGreaterThanOrEqual(41000);
      expect(Number(port)).toBeLessThanOrEqual(41999);
      const connected = await client({ cert: friend.pem, key: friend.keyPem, serverCert: toPem(certificate!) });
      expect(String(await connected.send('/test/Echo', bytes('hi')))).toBe('hi');

      const second = await startPlugin({ routes: exampleRoutes(), ...idle, env, clientCert: friend.pem });
      expect(second.address).not.toBe(address);
      await second.close();
    });
  });
});

test.each([
  ['too long', `/tmp/${'x'.repeat(100)}`, 'a path of more than 89 bytes is too long for a socket'],
  ['not there', '/tmp/no/such/directory', 'ENOENT'],
  ['no directory', '/dev/full', 'ENOTDIR'],
])('where no socket can be made (%s), TLS goes over TCP, and plaintext nowhere', async (_what, folder, why) => {
  const env = { PLUGIN_UNIX_SOCKET_DIR: folder };
  await expect(startHere({ env })).rejects.toThrow(`no socket for this user alone can be made in ${folder} (${why}`);
  const { network } = await startHere({ env, clientCert: createCertificate().pem });
  expect(network).toBe('tcp');
});

test('shutdown settles, answers, and only then ends', async () => {
  const order: string[] = [];
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  await startHere({
    settle: async () => void order.push('settled'),
    ended: () => {
      order.push('ended');
      ended();
    },
  });
  const connected = await client();
  await connected.call(GRPCControllerDefinition, GRPCControllerDefinition.methods.shutdown, {});
  order.push('answered');
  await end;
  expect(order[0]).toBe('settled');
  expect(order).toContain('ended');
});
