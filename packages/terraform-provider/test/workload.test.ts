import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { buildProgram, compileProgram } from '@hansa/terraform-plugin/packaging';
import { acceptance } from '@hansa/terraform-plugin/testing';
import { inventory } from './inventory.js';
import { things, type Words } from './workload.js';

// The real Terraform starts the provider as people get it, against the emulated clouds.

const folder = mkdtempSync(join(tmpdir(), 'hansa-workload-'));
const source = { entry: join(__dirname, '../src/main.ts'), conditions: ['source'] };
const makings = {
  bundled: (outfile: string) => buildProgram({ ...source, outfile }),
  compiled: (outfile: string) => compileProgram({ ...source, outfile }),
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The user's own words (`DE` for `fsn1`), what was resolved for them, and what no cloud gives back. */
const NOT_IMPORTED = ['region', 'size', 'public_key', 'ssh_key_ids', 'price_per_month', 'price_currency', 'disruption'];

const SERVERS = ['hansa_server.web[0]', 'hansa_server.web[1]'];
const servers = (action: 'update' | 'replace') => Object.fromEntries(SERVERS.map((address) => [address, action]));
const LATER: Words = { volumeGib: 30, ports: ['80', '443'], labels: 'role = "web", tier = "front"' };

test.each([
  ['hetzner', 'bundled'],
  ['scaleway', 'compiled'],
] as const)('the workload at %s lives through its life, the provider %s', async (cloud, how) => {
  const program = join(folder, how, 'terraform-provider-hansa');
  await makings[how](program);
  const emulator: Emulator = await startEmulator({ clock: { scale: 50 } });
  try {
    await acceptance({
      provider: { program },
      address: 'registry.terraform.io/hansa/hansa',
      config: 'owner = "shop"',
      env: emulator.env,
      steps: [
        {
          name: 'it is made; nothing secret is stored',
          config: things(cloud),
          async check(resources) {
            expect(resources.size).toBe(7);
            expect(JSON.stringify([...resources])).not.toContain('secret-of-the-test');
            expect((await inventory(emulator, cloud))['servers']).toEqual(['web-1', 'web-2']);
          },
        },
        { name: 'each kind is imported', imports: 'all', except: NOT_IMPORTED, keep: true },
        {
          name: 'it changes in place',
          config: things(cloud, LATER),
          plans: { ...servers('update'), 'hansa_firewall.web': 'update', 'hansa_volume.data': 'update' },
        },
        {
          name: 'the plan says what a resize interrupts',
          config: things(cloud, { ...LATER, size: 'SCS-4V-8' }),
          plans: servers('update'),
          warns: 'size: changing size stops it and starts it again',
          planned(changes) {
            const { before, after } = changes.get('hansa_server.web[0]') ?? {};
            expect([before?.['disruption'], after?.['disruption']]).toEqual(['none', 'stop']);
            expect(after?.['price_per_month']).toBeGreaterThan(Number(before?.['price_per_month']));
          },
        },
        {
          name: 'where only a new one can be what is wanted, it is replaced',
          config: things(cloud, { ...LATER, labels: '', size: 'SCS-4V-8', image: 'ubuntu-24.04' }),
          plans: { ...servers('replace'), 'hansa_volume.data': 'update', 'hansa_public_ip.ip': 'update' },
        },
      ],
      nothingLeft: async () => expect(await inventory(emulator, cloud)).toEqual({}),
    });
  } finally {
    await emulator.close();
  }
  expect(emulator.failures).toEqual([]);
});
