import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { compileProgram, makeRelease, mirrorRelease } from '../src/packaging/index.js';
import { GRPCControllerDefinition } from '../src/protocol/plugin.gen.js';
import { ProtocolClient, type SpawnedPlugin, spawnPlugin } from '../src/testing/index.js';
import { StoreWorkspace } from './terraform.js';

// What is compiled for other machines, run by what plays them. That has to be there, and Bun's executable of 100 MB to be fetched: so both are
// wished for by name.

const MACHINES = [
  ['linux_arm64', 'HANSA_QEMU', 'qemu-aarch64 -L /usr/aarch64-linux-gnu'],
  ['windows_amd64', 'HANSA_WINE', 'wine64'],
] as const;

/** An emulator starts what other processors start in milliseconds. */
const PATIENCE_MS = 300_000;
/** Debian's Wine 10.0 aborts ("free(): invalid pointer") where this one is set; what runs in it has a folder of its own anyway. */
const ENVIRONMENT = { TMPDIR: undefined };
const SOURCE = { address: 'example.com/test/store', version: '1.0.0' };
const ITEM = 'resource "store_item" "a" {\n  name = "a"\n  tags = { "ünï" = "cödé" }\n}';

let made: string;
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'machines-'));
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

describe.each(MACHINES)('a provider that is compiled for %s', (platform, variable, example) => {
  const command = process.env[variable]?.split(' ').filter(Boolean);
  const wanted = (title: string, live: (machine: Machine) => Promise<void>) => {
    if (command === undefined) test.skip(`${title} (wants ${variable}, as in "${example}")`, () => {});
    else test(title, async () => live(await machineOf(platform, command)), PATIENCE_MS);
  };

  wanted('answers from its handshake to its end, and leaves nothing', async ({ command: [program, ...args], file }) => {
    const workspace = new StoreWorkspace();
    const plugin = await spawnPlugin(program, [...args, file], ENVIRONMENT);
    try {
      await answers(plugin, platform, workspace.data);
    } finally {
      await ended(plugin);
      workspace.remove();
    }
  });

  wanted('lives a life with the real Terraform of this machine', async (machine) => {
    const workspace = new StoreWorkspace(ENVIRONMENT);
    try {
      workspace.override(SOURCE.address, script(machine, join(workspace.root, 'wrapper'), machine.file));
      await life(workspace);
    } finally {
      workspace.remove();
    }
  });

  if (platform !== 'windows_amd64') return;

  wanted('ends when the process that has started it is killed', async ({ command: [program, ...args], file }) => {
    const windowsPath = `Z:${file.replaceAll('/', '\\')}`;
    const plugin = await spawnPlugin(program, [...args, 'cmd', '/c', windowsPath], { ...ENVIRONMENT, TF_LOG: 'debug' });
    plugin.process.kill('SIGKILL');
    // Resolves when nobody is left who could write to its pipes: the provider is gone too.
    await plugin.exited;
    expect(plugin.stderr()).toContain('Terraform is gone');
  });

  const cores = process.env['HANSA_WINDOWS_CORES']?.split(delimiter).filter(Boolean) ?? [];
  if (cores.length === 0) {
    test.skip('is installed and lives a life with a core for Windows (wants HANSA_WINDOWS_CORES too, paths of tofu.exe)', () => {});
  }
  for (const core of cores) {
    wanted(`is installed and lives a life with Windows' ${basename(core)}`, async (machine) => {
      const workspace = new StoreWorkspace(ENVIRONMENT, script(machine, join(made, `${basename(core)}.sh`), core));
      try {
        // In archives: of a program as it is cores make a symbolic link, which Wine 10 does not do and says that it did.
        const directory = join(workspace.root, 'release');
        const release = await makeRelease({ ...SOURCE, directory, executable: { [platform]: machine.file } });
        workspace.cliConfig = (await mirrorRelease(release, join(workspace.root, 'mirror'))).configFile;
        workspace.configure(ITEM);
        await workspace.init();
        await life(workspace);
      } finally {
        workspace.remove();
      }
    });
  }
});

interface Machine {
  readonly command: readonly [program: string, ...args: string[]];
  /** The provider's program. */
  readonly file: string;
}

const compiled = new Map<string, Promise<string>>();

async function machineOf(platform: string, [program = '', ...args]: readonly string[]): Promise<Machine> {
  if (!compiled.has(platform)) compiled.set(platform, compile(platform));
  return { command: [program, ...args], file: await compiled.get(platform)! };
}

async function compile(platform: string): Promise<string> {
  const entry = join(__dirname, 'store/main.ts');
  const outfile = join(made, platform);
  return (await compileProgram({ entry, outfile, platforms: [platform], conditions: ['source'] }))[platform]!;
}

/** A program of this machine that runs one of the other. */
function script({ command }: Machine, target: string, program: string): string {
  const words = [...command, program].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  writeFileSync(target, `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(target, 0o755);
  return target;
}

/** Cookie, certificates and handshake as Terraform has them; the schemas; a resource made and deleted; the end. */
async function answers(plugin: SpawnedPlugin, platform: string, directory: string): Promise<void> {
  const client = new ProtocolClient(plugin.client);
  expect(plugin.address.network).toBe(platform.startsWith('windows_') ? 'tcp' : 'unix');
  expect(Object.keys((await client.schemas()).resourceSchemas)).toContain('store_item');
  expect(await client.configure({ directory })).toEqual([]);
  const planned = await client.plan('store_item', { name: 'a', tags: { ünï: 'cödé' } });
  expect(planned).toMatchObject({ planned: { name: 'a' }, diagnostics: [] });
  const stored = await client.apply('store_item', planned);
  expect(stored).toMatchObject({ state: { name: 'a', tags: { ünï: 'cödé' }, revision: 1 }, diagnostics: [] });
  expect(await client.read('store_item', stored)).toMatchObject({ state: stored.state, diagnostics: [] });
  expect(readdirSync(directory)).toEqual(['a.json']);
  const destroyed = await client.apply('store_item', await client.plan('store_item', null, stored));
  expect(destroyed).toMatchObject({ state: null, diagnostics: [] });
  expect(readdirSync(directory)).toEqual([]);
  await client.stop();
  await plugin.client.call(GRPCControllerDefinition, GRPCControllerDefinition.methods.shutdown, {});
  expect(await plugin.exited).toBe(0);
  expect(plugin.stderr()).not.toContain('@level');
}

async function ended(plugin: SpawnedPlugin): Promise<void> {
  await plugin.client.close();
  plugin.process.kill('SIGKILL');
  await plugin.exited;
}

async function life(workspace: StoreWorkspace): Promise<void> {
  workspace.configure(ITEM);
  expect(await workspace.apply()).toContain('1 added');
  await workspace.expectNoChanges();
  expect(readdirSync(workspace.data)).toEqual(['a.json']);
  expect(await workspace.destroy()).toContain('1 destroyed');
  expect(readdirSync(workspace.data)).toEqual([]);
}
