import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileProgram } from '../src/packaging/index.js';
import { ProtocolClient, spawnPlugin } from '../src/testing/index.js';
import { StoreWorkspace } from './terraform.js';

// What is compiled for other machines, run by what plays them. That has to be there, and Bun's executable of 100 MB to be fetched: so both are
// wished for by name.

const MACHINES = [
  ['linux_arm64', 'HANSA_QEMU', 'qemu-aarch64 -L /usr/aarch64-linux-gnu'],
  ['windows_amd64', 'HANSA_WINE', 'wine64'],
] as const;

/** An emulator starts what other processors start in milliseconds. */
const PATIENCE_MS = 300_000;

const quoted = (words: readonly string[]) => words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');

for (const [platform, variable, example] of MACHINES) {
  const command = process.env[variable]?.split(' ').filter(Boolean);
  const title = `a provider compiled for ${platform} answers, and lives a life with the real Terraform`;
  if (command === undefined) test.skip(`${title} (wants ${variable}, as in "${example}")`, () => {});
  else test(title, () => live(platform, command), PATIENCE_MS);
}

async function live(platform: string, command: readonly string[]): Promise<void> {
  const workspace = new StoreWorkspace();
  try {
    const entry = join(__dirname, 'store/main.ts');
    const outfile = join(workspace.root, 'store');
    const made = await compileProgram({ entry, outfile, platforms: [platform], conditions: ['source'] });
    const [program = '', ...args] = [...command, made[platform]!];
    await answers(program, args, workspace.data);

    const wrapper = join(workspace.root, 'wrapper');
    writeFileSync(wrapper, `#!/bin/sh\nexec ${quoted([program, ...args])} "$@"\n`);
    chmodSync(wrapper, 0o755);
    workspace.override('example.com/test/store', wrapper);
    workspace.configure('resource "store_item" "a" { name = "a" }');
    expect(await workspace.run(['apply', '-auto-approve'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 added'),
    });
    await workspace.expectNoChanges();
    expect(await workspace.run(['destroy', '-auto-approve'])).toMatchObject({ code: 0 });
  } finally {
    workspace.remove();
  }
}

/** Cookie, certificates and handshake as Terraform has them; the schemas; and a plan. */
async function answers(program: string, args: readonly string[], directory: string): Promise<void> {
  const plugin = await spawnPlugin(program, args);
  try {
    const client = new ProtocolClient(plugin.client);
    expect(Object.keys((await client.schemas()).resourceSchemas)).toContain('store_item');
    expect(await client.configure({ directory })).toEqual([]);
    const { planned, diagnostics } = await client.plan('store_item', { name: 'a' });
    expect(diagnostics).toEqual([]);
    expect(planned).toMatchObject({ name: 'a' });
  } finally {
    await plugin.client.close();
    plugin.process.kill('SIGKILL');
    await plugin.exited;
  }
}
