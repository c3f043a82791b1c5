import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCertificate } from '../src/goplugin/certificate.js';
import { cookieEnvironment } from '../src/goplugin/cookie.js';
import { GrpcError } from '../src/goplugin/grpc/status.js';
import { GRPCControllerDefinition } from '../src/protocol/plugin.gen.js';
import { GrpcClient, ProtocolClient, type SpawnedPlugin, spawnPlugin } from '../src/testing/index.js';
import { buildProvider, compileProvider } from './terraform.js';

const running: SpawnedPlugin[] = [];
let root: string;
let program: string;

afterEach(async () => {
  for (const plugin of running.splice(0)) {
    await plugin.client.close();
    plugin.process.kill('SIGKILL');
    await plugin.exited;
  }
});

async function start(env: NodeJS.ProcessEnv = {}, command = program, args: string[] = []): Promise<SpawnedPlugin> {
  const plugin = await spawnPlugin(command, args, { TMPDIR: root, ...env });
  running.push(plugin);
  return plugin;
}

interface Made {
  root: string;
  program: string;
}

/** Makes a program when it is first asked for. */
function once(make: (file: string) => Promise<void>): () => Promise<Made> {
  const root = mkdtempSync(join(tmpdir(), 'life-'));
  const program = join(root, 'terraform-provider-unruly');
  let making: Promise<void> | undefined;
  return async () => {
    making ??= make(program);
    await making;
    return { root, program };
  };
}

/** Of the tests that go on beside others. */
const aside: SpawnedPlugin[] = [];
afterAll(async () => {
  for (const plugin of aside) {
    await plugin.client.close();
    plugin.process.kill('SIGKILL');
  }
});

/** One that the end of another test does not end. */
async function startAside({ root, program }: Made): Promise<SpawnedPlugin> {
  const plugin = await spawnPlugin(program, [], { TMPDIR: root });
  aside.push(plugin);
  return plugin;
}

async function create(plugin: SpawnedPlugin, config: { act: string; file?: string }) {
  const client = new ProtocolClient(plugin.client);
  await client.configure();
  return client.apply('unruly_thing', await client.plan('unruly_thing', config));
}

async function shutdown(plugin: SpawnedPlugin): Promise<void> {
  const { shutdown: method } = GRPCControllerDefinition.methods;
  await plugin.client.call(GRPCControllerDefinition, method, {});
  expect(await plugin.exited).toBe(0);
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 120_000; !condition(); ) {
    if (Date.now() > deadline) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const messages = (stderr: string) =>
  stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

const PROGRAMS = [
  ['run by Node', once((file) => buildProvider(file, 'unruly'))],
  ['compiled', once((file) => compileProvider(file, 'unruly'))],
] as const;

// Side by side: each waits out the seconds that a provider gives to others.
test.concurrent.each(PROGRAMS)(
  'of a provider that is %s: work after a reply is awaited at the end',
  async (_name, made) => {
    const where = await made();
    const file = join(where.root, 'after-reply');
    const plugin = await startAside(where);
    await create(plugin, { act: 'write after reply', file });
    await shutdown(plugin);
    expect(readFileSync(file, 'utf8')).toBe('done');
  },
);

test.concurrent.each(PROGRAMS)(
  'of a provider that is %s: work after a reply is done when Shutdown is heard before word that the reply has left',
  async (_name, made) => {
    const where = await made();
    const file = join(where.root, 'held-up');
    const plugin = await startAside(where);
    await create(plugin, { act: 'write after reply, held up', file });
    await shutdown(plugin);
    expect(readFileSync(file, 'utf8')).toBe('done');
  },
);

test.concurrent.each(PROGRAMS)(
  'of a provider that is %s: work after a reply is not awaited for ever',
  async (_name, made) => {
    const stuck = await startAside(await made());
    await create(stuck, { act: 'never end after reply' });
    await shutdown(stuck);
  },
);

test.concurrent.each(PROGRAMS)(
  'of a provider that is %s: SIGTERM does not wait for ever for a call that does not end',
  async (_name, made) => {
    const where = await made();
    const file = join(where.root, 'deaf');
    const plugin = await startAside(where);
    const creating = create(plugin, { act: 'end when told', file }).catch((error: Error) => error.message);
    await until(() => existsSync(`${file}.begun`));
    plugin.process.kill('SIGTERM');
    expect(await plugin.exited).toBe(0);
    expect(await creating).toEqual(expect.any(String));
  },
);

describe.each(PROGRAMS)('a provider that is %s', (name, made) => {
  beforeAll(async () => {
    ({ root, program } = await made());
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('started by hand it says what it is, and ends', () => {
    const { status, stdout, stderr } = spawnSync(program, { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('This is a Terraform provider');
  });

  test('started with another cookie likewise', () => {
    const env = { PATH: process.env['PATH'], TF_PLUGIN_MAGIC_COOKIE: 'another', PLUGIN_CLIENT_CERT: 'x' };
    const { status, stdout, stderr } = spawnSync(program, { encoding: 'utf8', env });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('This is a Terraform provider');
  });

  test('code that ends the process says so in the log, and takes the socket with it', async () => {
    const plugin = await start({ TF_LOG: '' });
    const failed = await create(plugin, { act: 'exit' }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(GrpcError);
    expect(await plugin.exited).toBe(3);
    expect(messages(plugin.stderr())).toEqual([
      expect.objectContaining({
        '@level': 'error',
        '@message': "the provider's own code has ended its process",
        code: 3,
        callsInFlight: 1,
      }),
    ]);
    expect(existsSync(dirname(plugin.address.address))).toBe(false);
  });

  test('a call that never ends is told to stop, and does not keep Shutdown from ending all', async () => {
    const file = join(root, 'never');
    const plugin = await start();
    const creating = create(plugin, { act: 'never end', file }).catch((error: unknown) => error);
    await until(() => existsSync(`${file}.begun`));
    const { rpc } = new ProtocolClient(plugin.client);
    expect(await rpc.stopProvider({})).toEqual({ error: '' });
    await until(() => existsSync(`${file}.told`));
    await shutdown(plugin);
    expect(await creating).toBeInstanceOf(GrpcError);
    expect(existsSync(dirname(plugin.address.address))).toBe(false);
  });

  test('a call that its caller gives up is told, and others are not concerned', async () => {
    const file = join(root, 'given-up');
    const plugin = await start();
    const client = new ProtocolClient(plugin.client);
    await client.configure();
    const planned = await client.plan('unruly_thing', { act: 'never end', file });
    const abort = new AbortController();
    const creating = client.apply('unruly_thing', planned, { signal: abort.signal }).catch((error: unknown) => error);
    await until(() => existsSync(`${file}.begun`));
    abort.abort();
    expect(await creating).toMatchObject({ status: 1 });
    await until(() => existsSync(`${file}.told`));
    expect((await create(plugin, { act: 'print' })).diagnostics).toEqual([]);
  });

  test('where no socket can be made it listens on TCP, to the one client', async () => {
    const plugin = await start({ TMPDIR: join(root, 'is', 'not', 'there') });
    expect(plugin.address.network).toBe('tcp');
    await expect(GrpcClient.connect(plugin.address, { serverCert: plugin.serverCert })).rejects.toThrow();
    expect((await create(plugin, { act: 'print' })).diagnostics).toEqual([]);
    await shutdown(plugin);
  });

  test('when nobody reads its handshake it ends, and its socket goes', async () => {
    const [own, fifo] = [mkdtempSync(join(root, 'unread-')), join(root, 'fifo')];
    spawnSync('mkfifo', [fifo]);
    // A pipe has an end to write to while it has one to read from, which is closed before the provider begins.
    const reader = openSync(fifo, 'r+');
    const writer = openSync(fifo, 'w');
    closeSync(reader);
    const child = spawn(program, {
      stdio: ['ignore', writer, 'ignore'],
      env: { ...process.env, ...cookieEnvironment, PLUGIN_CLIENT_CERT: createCertificate().pem, TMPDIR: own },
    });
    closeSync(writer);
    await new Promise((resolve) => child.once('close', resolve));
    rmSync(fifo);
    expect(readdirSync(own)).toEqual([]);
  });

  test('what code prints does not reach stdout but the log', async () => {
    const plugin = await start({ TF_LOG: 'debug' });
    let stdout = '';
    plugin.process.stdout?.on('data', (text: string) => {
      stdout += text;
    });
    await create(plugin, { act: 'print' });
    await shutdown(plugin);
    expect(stdout).toBe('');
    const lines = messages(plugin.stderr());
    for (const [level, message] of [
      ['info', 'noise on stdout, 1'],
      ['info', 'more noise'],
      ['warn', 'creating'],
      ['error', 'an unknown act'],
    ]) {
      expect(lines).toContainEqual(expect.objectContaining({ '@level': level, '@message': message }));
    }
  });

  test('unasked, it writes no log', async () => {
    const plugin = await start({ TF_LOG: '' });
    await create(plugin, { act: 'reject' });
    await shutdown(plugin);
    expect(messages(plugin.stderr()).map((line) => line['@message'])).toEqual(['a rejection was not handled']);
  });

  test('a stranger with a certificate of its own is refused', async () => {
    const plugin = await start();
    await expect(GrpcClient.connect(plugin.address, { serverCert: plugin.serverCert })).rejects.toThrow();
    await expect(GrpcClient.connect(plugin.address)).rejects.toThrow();
    expect((await create(plugin, { act: 'print' })).diagnostics).toEqual([]);
  });

  test('what it starts has the environment that Terraform gave, and nothing else', async () => {
    const file = join(root, 'environment');
    const plugin = await start({ A_SETTING: 'of mine' });
    await create(plugin, { act: 'start another', file });
    if (name === 'compiled' && process.platform === 'linux')
      expect(readFileSync(`/proc/${plugin.process.pid}/environ`, 'utf8')).toContain('BUN_JSC_useFTLJIT=0');
    const told = readFileSync(file, 'utf8').split('\n');
    expect(told).toContain('A_SETTING=of mine');
    expect(told.filter((line) => line.startsWith('BUN_'))).toEqual([]);
  });

  test('Shutdown ends it, with its socket', async () => {
    const plugin = await start();
    expect(existsSync(plugin.address.address)).toBe(true);
    await shutdown(plugin);
    expect(existsSync(dirname(plugin.address.address))).toBe(false);
  });

  test('an error that escapes ends the call that waits for it, and not the process', async () => {
    const plugin = await start();
    const failed = await create(plugin, { act: 'escape' });
    expect(failed.diagnostics.map(({ detail }) => detail)).toEqual(['The provider failed: it escaped']);
    expect((await create(plugin, { act: 'print' })).diagnostics).toEqual([]);
    expect(plugin.stderr()).toContain('it escaped');
  });

  test.each(['SIGINT', 'SIGHUP'] as const)('%s is left to Terraform; SIGTERM ends it cleanly', async (name) => {
    const plugin = await start();
    plugin.process.kill(name);
    expect((await create(plugin, { act: 'print' })).diagnostics).toEqual([]);
    plugin.process.kill('SIGTERM');
    expect(await plugin.exited).toBe(0);
    expect(existsSync(dirname(plugin.address.address))).toBe(false);
  });

  test('SIGTERM tells calls in flight, and what they return still reaches Terraform', async () => {
    const file = join(root, 'told');
    const plugin = await start();
    const creating = create(plugin, { act: 'end when told', file });
    await until(() => existsSync(`${file}.begun`));
    plugin.process.kill('SIGTERM');
    await until(() => existsSync(`${file}.told`));
    writeFileSync(`${file}.go`, '');
    expect(await creating).toMatchObject({ state: { act: 'end when told' }, diagnostics: [] });
    expect(await plugin.exited).toBe(0);
  });

  test('when Terraform is killed it ends too, and its socket goes', async () => {
    const pidFile = join(root, 'pid');
    const script = '"$0" & echo $! > "$1"; wait';
    const plugin = await start({}, 'sh', ['-c', script, program, pidFile]);
    const pid = Number(readFileSync(pidFile, 'utf8'));
    plugin.process.kill('SIGKILL');
    await until(() => !existsSync(dirname(plugin.address.address)));
    await until(() => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    });
  });

  test('without a client certificate it speaks plaintext to this user alone', async () => {
    await expect(start({ PLUGIN_CLIENT_CERT: '' })).rejects.toThrow('no certificate');
  });

  test('--debug prints what to export, and runs until stopped', async () => {
    const child = spawn(program, ['--debug'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: root },
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    const exited = new Promise((resolve) => child.once('close', resolve));
    await until(() => /TF_REATTACH_PROVIDERS='.*'\n/.test(stdout));
    const { Addr, Pid, Protocol, ProtocolVersion, Test } = JSON.parse(/'(.*)'/.exec(stdout)![1]!)[
      'example.com/test/unruly'
    ];
    expect({ Pid, Protocol, ProtocolVersion, Test }).toEqual({
      Pid: child.pid,
      Protocol: 'grpc',
      ProtocolVersion: 6,
      Test: true,
    });
    const client = await GrpcClient.connect({ network: Addr.Network, address: Addr.String });
    expect((await new ProtocolClient(client).schemas()).diagnostics).toEqual([]);
    await client.close();
    child.kill('SIGINT');
    expect(await exited).toBe(0);
    expect(existsSync(dirname(Addr.String))).toBe(false);
  });
});
