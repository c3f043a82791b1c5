import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '@hansa/emulator';
import { buildProgram } from '@hansa/terraform-plugin/packaging';
import { ProtocolClient, spawnPlugin } from '@hansa/terraform-plugin/testing';

const root = mkdtempSync(join(tmpdir(), 'start-'));
const program = join(root, 'terraform-provider-hansa');
const probe = join(root, 'probe.cjs');
const compiled = join(root, 'compiled');
/** A word of each library that is in the bundle, and of two clouds' drivers. */
const WORDS = { zod: '_zod', axios: 'AxiosError', hetzner: 'server_types', scaleway: '/instance/v1' };

beforeAll(async () => {
  await buildProgram({ entry: join(__dirname, '../src/main.ts'), outfile: program, conditions: ['source'] });
  // Notes what becomes code of the parts that a bundle holds as text.
  writeFileSync(
    probe,
    `const vm = require('node:vm'), fs = require('node:fs'), compile = vm.compileFunction;
     vm.compileFunction = (text, ...rest) => {
       for (const [name, word] of Object.entries(${JSON.stringify(WORDS)}))
         if (text.includes(word)) fs.appendFileSync(${JSON.stringify(compiled)}, name + '\\n');
       return compile(text, ...rest);
     };
     process.once('exit', () => {
       if (process.moduleLoadList.some((name) => name.includes('undici'))) fs.appendFileSync(${JSON.stringify(compiled)}, 'fetch\\n');
     });`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const seen = () => (existsSync(compiled) ? [...new Set(readFileSync(compiled, 'utf8').trim().split('\n'))].sort() : []);

test('the start and the schemas need no library and no cloud, a resource only those of its own', async () => {
  const text = readFileSync(program, 'utf8');
  const atOnce = text.replace(/\(\)=>\{\/\*[\s\S]*?\*\/\}/g, '');
  for (const word of Object.values(WORDS))
    expect([text, atOnce].map((one) => one.includes(word))).toEqual([true, false]);

  const emulator = await startEmulator({ clouds: ['hetzner'] });
  const plugin = await spawnPlugin(program, [], { ...emulator.env, NODE_OPTIONS: `--require=${probe}` });
  try {
    const client = new ProtocolClient(plugin.client);
    await client.schemas();
    expect(seen()).toEqual([]);
    const key = { cloud: 'hetzner', name: 'a', public_key: 'ssh-ed25519 AAAA' };
    await client.validateResource('hansa_ssh_key', key);
    expect(seen()).toContain('zod');
    for (const word of ['axios', 'hetzner']) expect(seen()).not.toContain(word);
    await client.configure();
    await client.plan('hansa_ssh_key', key);
    for (const word of ['axios', 'hetzner']) expect(seen()).toContain(word);
    expect(seen()).not.toContain('scaleway');
    plugin.process.kill('SIGTERM');
    await plugin.exited;
    expect(seen()).not.toContain('fetch');
  } finally {
    await plugin.client.close();
    plugin.process.kill('SIGKILL');
    await plugin.exited;
    await emulator.close();
  }
});
