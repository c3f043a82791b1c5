import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { buildProgram, compileProgram } from '@hansa/terraform-plugin/packaging';
import { type Acceptance, acceptance, type Step } from '@hansa/terraform-plugin/testing';
import { virtualClock } from '../../../bench/measure/virtual-clock.js';
import { providerIn } from '../src/index.js';
import { inventory } from './inventory.js';
import { things, type Words } from './workload.js';

// The real Terraform with the provider as people get it, against the emulated clouds. That a compiled program answers each call as a bundled one
// does is shown with less at hand (terraform.test.ts of terraform-plugin): here it makes, changes and destroys.

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

/** A life of the workload at a cloud, step by step. */
const life = (cloud: string, emulator: Emulator) =>
  ({
    made: {
      name: 'it is made; nothing secret is stored',
      config: things(cloud),
      async check(resources) {
        expect(resources.size).toBe(7);
        expect(JSON.stringify([...resources])).not.toContain('secret-of-the-test');
        expect((await inventory(emulator, cloud))['servers']).toEqual(['web-1', 'web-2']);
      },
    },
    imported: { name: 'each kind is imported', imports: 'all', except: NOT_IMPORTED, keep: true },
    changed: {
      name: 'it changes in place',
      config: things(cloud, LATER),
      plans: { ...servers('update'), 'hansa_firewall.web': 'update', 'hansa_volume.data': 'update' },
    },
    resized: {
      name: 'the plan says what a resize interrupts',
      config: things(cloud, { ...LATER, size: 'SCS-4V-8' }),
      warns: 'size: changing size stops it and starts it again',
      planned(changes) {
        const { before, after } = changes.get('hansa_server.web[0]') ?? {};
        expect([before?.['disruption'], after?.['disruption']]).toEqual(['none', 'stop']);
        expect(after?.['price_per_month']).toBeGreaterThan(Number(before?.['price_per_month']));
      },
    },
    replaced: {
      name: 'where only a new one can be what is wanted, it is replaced',
      config: things(cloud, { ...LATER, labels: '', size: 'SCS-4V-8', image: 'ubuntu-24.04' }),
      plans: { ...servers('replace'), 'hansa_volume.data': 'update', 'hansa_public_ip.ip': 'update' },
    },
  }) satisfies Record<string, Step>;

async function live(
  cloud: string,
  emulator: Emulator,
  provider: Acceptance['provider'],
  steps: (all: ReturnType<typeof life>) => readonly Step[],
): Promise<void> {
  try {
    await acceptance({
      provider,
      address: 'registry.terraform.io/hansa/hansa',
      config: 'owner = "shop"',
      env: emulator.env,
      steps: steps(life(cloud, emulator)),
      nothingLeft: async () => expect(await inventory(emulator, cloud)).toEqual({}),
    });
  } finally {
    await emulator.close();
  }
  expect(emulator.failures).toEqual([]);
}

const whole = ({ made, imported, changed, resized, replaced }: ReturnType<typeof life>) => [
  made,
  imported,
  changed,
  { ...resized, plans: servers('update') },
  replaced,
];

async function program(how: keyof typeof makings) {
  const path = join(folder, how, 'terraform-provider-hansa');
  await makings[how](path);
  return { program: path };
}

test('the workload at hetzner lives through its life, the provider bundled', async () => {
  await live('hetzner', await startEmulator({ clock: { scale: 50 } }), await program('bundled'), whole);
});

test('the workload at scaleway lives through its life, the provider in this process', async () => {
  const clock = virtualClock(Date.now());
  const emulator = await startEmulator({ clock });
  await live('scaleway', emulator, providerIn({ clock, env: emulator.env, wiretap: clock.link }), whole);
});

test('the workload at scaleway is made, changed as planned, and destroyed, the provider compiled', async () => {
  await live('scaleway', await startEmulator({ clock: { scale: 50 } }), await program('compiled'), (all) => [
    all.made,
    { ...all.resized, plans: all.changed.plans },
  ]);
});
