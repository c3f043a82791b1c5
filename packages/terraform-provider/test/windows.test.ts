import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { compileProgram, makeRelease, mirrorRelease } from '@hansa/terraform-plugin/packaging';
import { inventory } from './inventory.js';
import { Workspace } from './workspace.js';

// As users of Windows have it: compiled, installed by Terraform or OpenTofu for Windows, here run by Wine. All of it has to be there, and Bun's
// executable of 100 MB to be fetched, so it is wished for by name: HANSA_WINE=wine64 HANSA_WINDOWS_CORES=/path/to/tofu.exe.

const wine = process.env['HANSA_WINE']?.split(' ').filter(Boolean) ?? [];
const cores = process.env['HANSA_WINDOWS_CORES']?.split(delimiter).filter(Boolean) ?? [];
const PLATFORM = 'windows_amd64';
const CLOUDS = ['hetzner', 'scaleway'];

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ clouds: CLOUDS, clock: { scale: 200 } });
});
afterEach(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

const title = "compiled for Windows it makes and deletes servers with Windows' own";
if (wine.length === 0 || cores.length === 0)
  test.skip(`${title} Terraform (wants HANSA_WINE and HANSA_WINDOWS_CORES)`, () => {});
else test.each(cores.map((core) => [basename(core), core]))(`${title} %s`, (_name, core) => lives(core));

async function lives(core: string): Promise<void> {
  // Debian's Wine 10.0 aborts where TMPDIR is set.
  const env = { ...emulator.env, TMPDIR: undefined };
  const folder = mkdtempSync(join(tmpdir(), 'windows-'));
  const workspace = new Workspace(env, script(join(folder, 'core'), [...wine, core]));
  try {
    const outfile = join(workspace.root, 'hansa');
    const entry = join(__dirname, '../src/main.ts');
    const executable = await compileProgram({ entry, outfile, platforms: [PLATFORM], conditions: ['source'] });
    const named = { address: 'hansa/hansa', version: '0.1.0', directory: join(workspace.root, 'release') };
    const release = await makeRelease({ ...named, executable });
    workspace.cliConfig = (await mirrorRelease(release, join(workspace.root, 'mirror'))).configFile;
    workspace.write(`
      provider "hansa" {
        owner = "shop"
      }
      resource "hansa_server" "web" {
        for_each = { hetzner = "DE", scaleway = "FR" }
        cloud    = each.key
        region   = each.value
        name     = "web"
        size     = "SCS-2V-4"
        image    = "debian-12"
      }`);
    await workspace.init();
    expect(await workspace.apply()).toContain('2 added');
    await workspace.expectNoChanges();
    for (const cloud of CLOUDS) expect(await inventory(emulator, cloud)).not.toEqual({});
    expect(await workspace.destroy()).toContain('2 destroyed');
    for (const cloud of CLOUDS) expect(await inventory(emulator, cloud)).toEqual({});
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program of this machine that runs one of Windows. */
function script(target: string, words: readonly string[]): string {
  const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  writeFileSync(target, `#!/bin/sh\nexec ${quoted} "$@"\n`);
  chmodSync(target, 0o755);
  return target;
}
