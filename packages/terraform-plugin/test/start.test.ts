import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProtocolClient, spawnPlugin } from '../src/testing/index.js';
import { buildProvider } from './terraform.js';

const root = mkdtempSync(join(tmpdir(), 'start-'));
const program = join(root, 'terraform-provider-store');
const probe = join(root, 'probe.cjs');
const told = join(root, 'told.json');

beforeAll(async () => {
  await buildProvider(program);
  // What is there when the handshake is written.
  writeFileSync(
    probe,
    `const fs = require('node:fs');
     const before = new Set(process.moduleLoadList);
     const write = fs.writeSync;
     fs.writeSync = (fd, text) => {
       const modules = process.moduleLoadList.filter((name) => !before.has(name));
       if (fd === 1) fs.writeFileSync(${JSON.stringify(told)}, JSON.stringify(modules));
       return write(fd, text);
     };`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('what answers calls is loaded when the handshake is done, and nothing of HTTP but what is our own', async () => {
  const plugin = await spawnPlugin(program, [], { NODE_OPTIONS: `--require=${probe}` });
  try {
    const modules = (JSON.parse(readFileSync(told, 'utf8')) as string[]).map((name) => name.split(' ').pop());
    expect(modules).toEqual(expect.arrayContaining(['tls', 'crypto', 'net']));
    for (const name of ['http2', 'http', 'https', '_http_server', 'zlib', 'dns', 'worker_threads', 'readline', 'url'])
      expect(modules).not.toContain(name);
    expect(Object.keys((await new ProtocolClient(plugin.client).schemas()).resourceSchemas)).not.toHaveLength(0);
  } finally {
    await plugin.client.close();
    plugin.process.kill('SIGKILL');
    await plugin.exited;
  }
});

test('Node reads no more code for the handshake than it needs', () => {
  const text = readFileSync(program, 'utf8');
  const atOnce = text.replace(/\(\)=>\{\/\*[\s\S]*?\*\/\}/g, '');
  expect(text.length).toBeGreaterThan(250_000);
  expect(atOnce.length).toBeLessThan(100_000);
  // By words of RPCs and of the protocol's messages.
  for (const word of ['planResourceChange', 'tfplugin6', 'msgpack'])
    expect([text, atOnce].map((one) => one.includes(word))).toEqual([true, false]);
});
