import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attr, Dynamic, defineProvider, defineResource, type ValueAttribute } from '../src/index.js';
import { ProtocolClient, serveInProcess, spawnPlugin, Workspace } from '../src/testing/index.js';
import { buildProvider } from './terraform.js';

// Large values and large schemas, all the way: what Terraform itself holds, a provider holds.

/** Characters of two bytes: 60 MB as UTF-8. */
const LARGE = 'ü'.repeat(30_000_000);

test('a value of 60 MB goes in and comes out', async () => {
  const workspace = new Workspace();
  const program = join(workspace.root, 'provider');
  await buildProvider(program, 'unruly');
  const plugin = await spawnPlugin(program, [], { TMPDIR: workspace.root });
  try {
    const client = new ProtocolClient(plugin.client);
    await client.configure();
    const planned = await client.plan('unruly_thing', { act: 'print', file: LARGE });
    const stored = await client.apply('unruly_thing', planned);
    expect(stored.diagnostics).toEqual([]);
    // Not toBe: it would print both.
    expect(stored.state?.['file'] === LARGE).toBe(true);
    const read = await client.read('unruly_thing', stored);
    expect(read.state?.['file'] === LARGE).toBe(true);
    const upgraded = await client.upgrade('unruly_thing', 0, { act: 'print', file: LARGE });
    expect(upgraded.state?.['file'] === LARGE).toBe(true);
    // Request, value, reply: each 60 MB or 120 as characters of two bytes, and what waits for the collector. Not a limit but a guard.
    const peakKib = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${plugin.process.pid}/status`, 'utf8'))?.[1]);
    expect(peakKib / 1024).toBeLessThan(2048);
  } finally {
    await plugin.client.close();
    plugin.process.kill('SIGKILL');
    await plugin.exited;
    workspace.remove();
  }
});

test('a schema of 2,000 attributes, and a list of 20,000 elements, are no trouble', async () => {
  const attributes: { [name: string]: ValueAttribute } = {
    list: attr.list('number', { optional: true }),
    set: attr.set('string', { optional: true }),
  };
  for (let index = 0; index < 1_998; index += 1)
    attributes[`a${index}`] = { type: 'dynamic', optional: true, computed: true };
  const many = defineResource()({
    schema: { attributes },
    create: async ({ plan }) =>
      Object.fromEntries(
        Object.keys(plan)
          .filter((name) => name.startsWith('a'))
          .map((name) => [name, Dynamic.of(name)]),
      ),
    read: async (state) => state,
  });
  const provider = defineProvider({
    schema: { attributes: {} },
    configure: () => null,
    resources: { many_many: many },
  });
  const { client, close } = await serveInProcess(provider, { address: 'example.com/test/many' });
  await client.configure();
  const numbers = Array.from({ length: 20_000 }, (_, index) => index / 10);
  const stored = await client.apply(
    'many_many',
    await client.plan('many_many', { list: numbers, set: numbers.map(String) }),
  );
  expect(stored.diagnostics).toEqual([]);
  expect(Object.keys(stored.state!)).toHaveLength(2_000);
  expect(stored.state?.['a1997']).toEqual(Dynamic.of('a1997'));
  const again = await client.plan('many_many', { list: numbers, set: numbers.map(String).reverse() }, stored);
  expect(again.diagnostics).toEqual([]);
  expect(again.replaces).toEqual([]);
  await close();
});
