import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as yauzl from 'yauzl';
import { main } from '../src/cli/main.js';
import { cookieEnvironment } from '../src/goplugin/cookie.js';
import { findBun, installedExecutable } from '../src/packaging/compile/bun.js';
import { signMachO } from '../src/packaging/compile/mach-o.js';
import { targetOf } from '../src/packaging/compile/targets.js';
import {
  COMPILED_PLATFORMS,
  layMirror,
  makeRelease,
  mirrorRelease,
  platformOf,
  type Release,
} from '../src/packaging/index.js';
import { expectPlatform } from '../src/packaging/program-format.js';
import { buildProvider, StoreWorkspace } from './terraform.js';

interface Entry {
  readonly fileName: string;
  readonly externalFileAttributes: number;
}
/** What stands in an archive (yauzl's promises, which its types do not know yet). */
async function entriesOf(file: string): Promise<Entry[]> {
  const { openPromise } = yauzl as unknown as {
    openPromise(path: string): Promise<{ eachEntry(): AsyncIterable<Entry> }>;
  };
  const entries: Entry[] = [];
  for await (const entry of (await openPromise(file)).eachEntry()) entries.push(entry);
  return entries;
}

const ADDRESS = 'example.com/test/store';
let root: string;
let program: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pack-'));
  program = join(root, 'terraform-provider-store');
  await buildProvider(program);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const release = (name: string, more: object = {}) =>
  makeRelease({ address: ADDRESS, version: '1.0.0', executable: program, directory: join(root, name), ...more });
const sums = ({ directory }: Release) =>
  readFileSync(join(directory, 'terraform-provider-store_1.0.0_SHA256SUMS'), 'utf8');

test('a release has what a registry wants', async () => {
  const made = await release('whole');
  expect(made.files).toEqual([
    'terraform-provider-store_1.0.0_darwin_amd64.zip',
    'terraform-provider-store_1.0.0_darwin_arm64.zip',
    'terraform-provider-store_1.0.0_linux_amd64.zip',
    'terraform-provider-store_1.0.0_linux_arm64.zip',
    'terraform-provider-store_1.0.0_manifest.json',
    'terraform-provider-store_1.0.0_SHA256SUMS',
  ]);
  expect(readdirSync(made.directory).sort()).toEqual([...made.files].sort());
  expect(
    JSON.parse(readFileSync(join(made.directory, 'terraform-provider-store_1.0.0_manifest.json'), 'utf8')),
  ).toEqual({
    version: 1,
    metadata: { protocol_versions: ['6.0'] },
  });
  for (const line of sums(made).trim().split('\n')) {
    const [digest, file = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(made.directory, file)))
        .digest('hex'),
    ).toBe(digest);
  }
  const entries = await entriesOf(join(made.directory, 'terraform-provider-store_1.0.0_linux_amd64.zip'));
  expect(entries.map(({ fileName, externalFileAttributes: mode }) => [fileName, mode >>> 16])).toEqual([
    ['terraform-provider-store_v1.0.0', 0o100755],
    ['package.json', 0o100644],
  ]);
});

test('the same program gives the same bytes', async () => {
  const [first, second] = [await release('first'), await release('second')];
  expect(sums(second)).toBe(sums(first));
});

test('Terraform installs it from the mirror that a release makes, checksums and all, and runs it', async () => {
  const { configFile } = await mirrorRelease(await release('mirrored'), join(root, 'mirror'));
  const workspace = new StoreWorkspace();
  try {
    workspace.cliConfig = configFile;
    workspace.configure('resource "store_item" "a" { name = "a" }');
    // Above .terraform: Node must not take the program for an ES module.
    workspace.file('package.json', '{ "type": "module" }');
    await workspace.init();
    expect(readFileSync(join(workspace.directory, '.terraform.lock.hcl'), 'utf8')).toMatch(/"zh:[0-9a-f]{64}"|"h1:/);
    await workspace.apply();
    await workspace.expectNoChanges();
    await workspace.destroy();
  } finally {
    workspace.remove();
  }
});

test('a short address is laid out for Terraform and OpenTofu alike, and can be run', async () => {
  const script = join(root, 'script');
  writeFileSync(script, '#!/bin/sh\necho runs\n');
  const directory = join(root, 'short');
  const mirror = await layMirror({
    directory,
    address: 'acme/thing',
    version: '1.2.3',
    executable: script,
    platform: 'linux_arm64',
  });
  const [terraform, opentofu] = ['/registry.terraform.io', '/registry.opentofu.org'].map(
    (host) => `${host}/acme/thing/1.2.3/linux_arm64`,
  );
  expect(mirror.files.map((file) => file.slice(directory.length))).toEqual([
    `${terraform}/terraform-provider-thing_v1.2.3`,
    `${terraform}/package.json`,
    `${opentofu}/terraform-provider-thing_v1.2.3`,
    `${opentofu}/package.json`,
  ]);
  for (const file of mirror.files.filter((name) => !name.endsWith('.json'))) {
    expect(statSync(file).mode & 0o777).toBe(0o755);
    expect(execFileSync(file, { encoding: 'utf8' })).toBe('runs\n');
  }
  expect(readFileSync(mirror.configFile, 'utf8')).toContain(`path    = "${directory}"`);
});

const gpg = spawnSync('gpg', ['--version']).status === 0;
// Signing is gpg's: where it is not installed there is nothing to test but the message, which the next test does.
(gpg ? test : test.skip)('the checksums are signed with the key that is given', async () => {
  const home = mkdtempSync(join(tmpdir(), 'gpg-'));
  const before = process.env['GNUPGHOME'];
  process.env['GNUPGHOME'] = home;
  const env = { ...process.env, GNUPGHOME: home };
  try {
    const make = ['--batch', '--passphrase', '', '--quick-generate-key', 'release@example.org', 'ed25519', 'sign'];
    execFileSync('gpg', make, { env, stdio: 'pipe' });
    const { directory, files } = await release('signed', { key: 'release@example.org' });
    expect(files.at(-1)).toBe('terraform-provider-store_1.0.0_SHA256SUMS.sig');
    const signed = join(directory, 'terraform-provider-store_1.0.0_SHA256SUMS');
    execFileSync('gpg', ['--batch', '--verify', `${signed}.sig`, signed], { env, stdio: 'pipe' });
    await expect(release('unsigned', { key: 'nobody@example.org' })).rejects.toThrow('could not be signed with nobody');
  } finally {
    spawnSync('gpgconf', ['--kill', 'all'], { env });
    rmSync(home, { recursive: true, force: true });
    if (before === undefined) delete process.env['GNUPGHOME'];
    else process.env['GNUPGHOME'] = before;
  }
});

test.each([
  ['linux', 'x64', 'linux_amd64'],
  ['darwin', 'arm64', 'darwin_arm64'],
  ['win32', 'x64', 'windows_amd64'],
])('%s on %s is %s', (os, arch, platform) => {
  expect(platformOf(os, arch)).toBe(platform);
});

describe('the command', () => {
  let [out, err]: [string, string] = ['', ''];
  beforeEach(() => {
    [out, err] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text);
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += String(text);
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());
  const named = ['--address', ADDRESS, '--version', '1.0.0'];

  test('packages a source, for Linux alone if so said, and tells sizes', async () => {
    const entry = join(__dirname, 'store/main.ts');
    const args = ['--condition', 'source', '--platform', 'linux_amd64', '--out', join(root, 'of-source'), '--json'];
    expect(await main(['package', entry, ...named, ...args])).toBe(0);
    const archive = 'terraform-provider-store_1.0.0_linux_amd64.zip';
    const { platforms, sizes } = JSON.parse(out) as Release;
    expect(platforms).toEqual(['linux_amd64']);
    expect(sizes[archive]).toBe(statSync(join(root, 'of-source', archive)).size);
    expect(err).toMatch(`packed ${archive}: `);
  });

  test('builds, packages and mirrors in two lines', async () => {
    const built = join(root, 'built');
    const entry = join(__dirname, 'store/main.ts');
    expect(await main(['build', entry, '--out', built, '--condition', 'source'])).toBe(0);
    const args = [
      '--program',
      built,
      '--out',
      join(root, 'by-command'),
      '--mirror',
      join(root, 'their-mirror'),
      '--json',
    ];
    out = '';
    expect(await main(['package', ...named, ...args])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: '1.0.0',
      mirror: { configFile: join(root, 'their-mirror/cli.tfrc') },
    });
  });

  test('takes a program for each platform: Windows wants its own', async () => {
    const exe = join(root, 'store.exe');
    mkdirSync(root, { recursive: true });
    const head = Buffer.alloc(256);
    head.write('MZ');
    head.writeUInt32LE(128, 60);
    head.writeUInt16LE(0x8664, 132);
    writeFileSync(exe, head);
    const programs = ['--program', `linux_amd64=${program}`, '--program', `windows_amd64=${exe}`];
    expect(await main(['package', ...named, ...programs, '--out', join(root, 'two')])).toBe(0);
    const entries = await entriesOf(join(root, 'two/terraform-provider-store_1.0.0_windows_amd64.zip'));
    expect(entries.map(({ fileName }) => fileName)).toEqual(['terraform-provider-store_v1.0.0.exe']);
  });

  test('compiles one file that needs no Node, the same bytes each time', async () => {
    const entry = join(__dirname, 'store/main.ts');
    const compile = async (folder: string): Promise<string> => {
      const file = join(root, folder, 'terraform-provider-store');
      const args = ['build', entry, '--compile', '--out', file, '--condition', 'source'];
      expect(await main([...args, '--json'])).toBe(0);
      expect(JSON.parse(out)).toEqual({ files: [{ platform: platformOf(), file, bytes: statSync(file).size }] });
      expect(err).toMatch(/^bundled .* MiB\ncompiled for \w+: 1\d\d\.\d MiB\n/);
      out = '';
      return file;
    };
    const [first, second] = [await compile('compiled'), await compile('compiled-again')];
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
    expect(readdirSync(join(root, 'compiled'))).toEqual(['terraform-provider-store']);

    // What lies about where Terraform runs is neither its environment nor its code.
    writeFileSync(join(root, 'compiled/.env'), `TF_PLUGIN_MAGIC_COOKIE=${cookieEnvironment.TF_PLUGIN_MAGIC_COOKIE}\n`);
    writeFileSync(join(root, 'compiled/bunfig.toml'), 'preload = ["./nowhere.ts"]\n');
    const { status, stderr } = spawnSync(first, { cwd: join(root, 'compiled'), env: {}, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('This is a Terraform provider')]);
  });

  const { version, folder } = findBun();
  const others = COMPILED_PLATFORMS.filter((one) => one !== platformOf());
  // Each takes 100 MB that are not installed by default: `npm install --no-save --force @oven/bun-darwin-aarch64` adds one.
  for (const platform of others) {
    const installed = installedExecutable({ version, folder }, targetOf(platform));
    (installed ? test : test.skip)(`compiles for ${platform}`, async () => {
      const file = join(root, `for-${platform}${platform.startsWith('windows') ? '.exe' : ''}`);
      const args = ['build', join(__dirname, 'store/main.ts'), '--compile', '--platform', platform, '--out', file];
      expect(await main([...args, '--condition', 'source'])).toBe(0);
      await expectPlatform(file, platform);
      const program = readFileSync(file);
      if (platform.startsWith('darwin')) expect(signMachO(program).equals(program)).toBe(true);
    });
  }

  test('says what to do where the executable of another platform cannot be fetched', async () => {
    const offline = {
      npm_config_registry: 'http://127.0.0.1:1',
      npm_config_fetch_retries: '0',
      npm_config_cache: root,
    };
    Object.assign(process.env, offline);
    try {
      const args = [
        'build',
        join(__dirname, 'store/main.ts'),
        '--condition',
        'source',
        '--out',
        join(root, 'far/store'),
      ];
      expect(await main([...args, '--compile', '--musl', '--platform', 'linux_arm64'])).toBe(1);
    } finally {
      for (const name of Object.keys(offline)) delete process.env[name];
    }
    expect(err).toMatch(/error: @oven\/bun-linux-aarch64-musl@[\d.]+ could not be fetched: [\s\S]*ECONNREFUSED/);
    expect(err).toContain(
      'next: It holds what is compiled for linux-arm64-musl. Where npm reaches no registry, unpack',
    );
    expect(readdirSync(join(root, 'far'))).toEqual([]);
  });

  test.each([
    [['build', 'x.ts', '--compile', '--out', 'x', '--platform', 'linux_386'], '"linux_386" cannot be compiled for', 1],
    [['build', 'x.ts', '--out', 'x', '--musl'], '--platform and --musl are for --compile', 2],
    [['package', ...named, '--out', 'x', '--compile'], 'say what to compile', 2],
    [['package', 'x.ts', ...named, '--out', 'x', '--program', 'y'], 'say one of them', 2],
    [['package', ...named, '--out', 'x', '--program', '/nonexistent/y'], '/nonexistent/y cannot be read', 1],
    [
      ['mirror', ...named, '--out', 'x', '--program', __filename, '--platform', 'windows_amd64'],
      'cannot be packaged for windows_amd64: it is no program',
      1,
    ],
    [['package', ...named, '--out', 'x'], '--program is missing', 2],
    [['package', '--out', 'x', '--program', 'y'], '--address is missing', 2],
    [['build', '--out', 'x'], 'say what to build', 2],
    [['wrap'], 'there is no command "wrap": use dev, build, package, mirror', 2],
    [['package', '--wrong'], "Unknown option '--wrong'", 2],
    [
      ['package', '--address', 'thing', '--version', '1.0.0', '--program', 'y', '--out', 'x'],
      '"thing" is no provider address',
      1,
    ],
    [['package', '--address', 'a/b', '--version', 'v1', '--program', 'y', '--out', 'x'], '"v1" is no version', 1],
  ])('%j is told what is wrong', async (args, words, code) => {
    expect(await main(args)).toBe(code);
    expect(err).toContain(words);
    expect(out).toBe('');
  });

  test('shows its help', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(out).toContain('terraform-plugin <command>');
    expect(await main([])).toBe(2);
  });
});
