import { type Emulator, startEmulator } from '@hansa/emulator';
import { hansa } from '../../../test/hansa.js';
import type { OfferRow } from './row.js';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['hetzner', 'scaleway'] });
});

afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

const ask = (...args: string[]) => hansa(['offers', ...args], emulator.env);

async function listed(...args: string[]): Promise<OfferRow[]> {
  const { code, stdout } = await ask('--json', ...args);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { offers: OfferRow[] }).offers;
}

test('lists what serves as a size, across clouds, the cheapest first, with source and date', async () => {
  const offers = await listed('--size', 'SCS-2V-4', '--sort', 'price', '--available');
  expect(new Set(offers.map(({ cloud }) => cloud))).toEqual(new Set(['hetzner', 'scaleway']));
  expect(offers.every((o) => o.vcpus >= 2 && o.memoryGib >= 4 && o.architecture === 'x86' && !o.deprecated)).toBe(true);
  const prices = offers.map(({ pricePerMonth }) => pricePerMonth ?? Number.POSITIVE_INFINITY);
  expect(prices).toEqual([...prices].sort((a, b) => a - b));
  expect(offers[0]).toMatchObject({
    country: 'DE',
    currency: 'EUR',
    source: expect.any(String),
    scs: expect.stringMatching(/^SCS-/),
  });
  expect(Date.parse(offers[0]?.readAt ?? '')).not.toBeNaN();
});

test('takes a country, an architecture and a limit of price', async () => {
  const offers = await listed('--region', 'FR', '--arch', 'arm', '--max-price', '40');
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.every((o) => o.country === 'FR' && o.architecture === 'arm' && o.pricePerMonth! <= 40)).toBe(true);
});

test("a vendor's own type is itself, wherever it is sold", async () => {
  const offers = await listed('--size', 'cx23');
  expect(new Set(offers.map(({ size }) => size))).toEqual(new Set(['cx23']));
});

test('is a table for people; of clouds that are not in use a line tells how to hear more', async () => {
  const { code, stdout, stderr } = await ask('--size', 'cx23', '--region', 'fsn1');
  const [head, row, ...rest] = stdout.trimEnd().split('\n');
  expect(head?.split(/\s{2,}/)).toEqual(
    expect.arrayContaining(['cloud', 'place', 'country', 'size', 'serves as', 'a month', 'as of']),
  );
  expect(row).toMatch(
    /^hetzner\s+fsn1\s+DE\s+cx23\s+SCS-2V-4-40\s+2\s+4\s+40\s+x86\s+shared\s+\d+\.\d\d\s+EUR\s+yes\s+20\d\d-\d\d-\d\d$/,
  );
  expect(rest).toEqual([]);
  expect(stderr).toMatch(
    /^openstack: not in use here, OpenStack is not served by the emulator at \S+, and HANSA_EMULATOR is set \(--cloud openstack tells what to do\)$/m,
  );
  expect(code).toBe(0);
});

test('colours only where they are wanted', async () => {
  const colourful = await hansa(['offers', '--size', 'cx23'], { ...emulator.env, FORCE_COLOR: '1' });
  expect(colourful.stdout).toContain('\x1b[1m');
  const plain = await hansa(['offers', '--size', 'cx23'], { ...emulator.env, FORCE_COLOR: '1', NO_COLOR: '1' });
  expect(plain.stdout).not.toContain('\x1b');
});

test('prints CSV with a head', async () => {
  const { stdout } = await ask('--size', 'SCS-2V-2', '--region', 'hil', '--csv');
  const [head, row] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^cloud,place,city,country,size,scs,/);
  expect(row).toMatch(/^hetzner,hil,"Hillsboro, OR",US,\w+,SCS-\S+,\d/);
});

test('a wrong token fails that cloud alone, and is not shown', async () => {
  const HCLOUD_TOKEN = 'w'.repeat(64);
  const { code, stdout, stderr } = await hansa(['offers', '--no-snapshot', '--json'], {
    ...emulator.env,
    HANSA_EMULATOR: undefined,
    HCLOUD_TOKEN,
  });
  const { offers, problems } = JSON.parse(stdout) as {
    offers: OfferRow[];
    problems: { cloud: string; code: string }[];
  };
  expect(code).toBe(1);
  expect(new Set(offers.map(({ cloud }) => cloud))).toEqual(new Set(['scaleway']));
  expect(problems).toEqual(
    expect.arrayContaining([expect.objectContaining({ cloud: 'hetzner', code: 'unauthenticated', notInUse: false })]),
  );
  expect(`${stdout}${stderr}`).not.toContain(HCLOUD_TOKEN);
});

test('a cloud that was asked for, has no credentials and no snapshot is a failure', async () => {
  const { code, stdout, stderr } = await hansa(['offers', '--cloud', 'infomaniak']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('infomaniak: no credentials found');
  const never = await hansa(['offers', '--cloud', 'hetzner', '--no-snapshot']);
  expect({ code: never.code, stdout: never.stdout }).toEqual({ code: 1, stdout: '' });
  expect(never.stderr).toContain('hetzner: no API token found');
});

test('without credentials a snapshot speaks, and says from when and whom it is', async () => {
  const { code, stdout, stderr } = await hansa([
    'offers',
    '--cloud',
    'hetzner,scaleway',
    '--size',
    'SCS-2V-4',
    '--sort',
    'price',
    '--json',
  ]);
  expect(code).toBe(0);
  const { offers, problems, snapshots } = JSON.parse(stdout);
  expect(new Set(offers.map(({ cloud }: OfferRow) => cloud))).toEqual(new Set(['hetzner', 'scaleway']));
  expect(
    offers.every((o: OfferRow) => o.origin === 'snapshot' && o.available === null && /^20\d\d-/.test(o.readAt)),
  ).toBe(true);
  expect(offers[0]).toMatchObject({ cloud: 'hetzner', currency: 'EUR', pricePerMonth: expect.any(Number) });
  expect(offers[0]).toMatchObject({ readAt: '2026-09-04', source: expect.stringContaining('https://') });
  expect(problems).toEqual([]);
  expect(snapshots.map(({ cloud }: { cloud: string }) => cloud)).toEqual(['hetzner', 'scaleway']);
  expect(stderr).toContain('hetzner: not asked; as of 2026-01, by Spare Cores');
  expect(stderr).toContain('CC-BY-SA-4.0');
});

test('what has no price stands last, in any order of the clouds, and it is said of whom', async () => {
  const args = ['offers', '--snapshot', '--cloud', 'hetzner,scaleway', '--vcpus', '2', '--sort', 'price'];
  const { stdout, stderr } = await hansa([...args, '--json']);
  const { offers } = JSON.parse(stdout) as { offers: OfferRow[] };
  const priced = offers.findIndex(({ pricePerMonth }) => pricePerMonth === null);
  expect(priced).toBeGreaterThan(0);
  expect(offers.slice(priced).every(({ pricePerMonth }) => pricePerMonth === null)).toBe(true);
  expect(stderr).toContain('Last, since their price is not known: offers of hetzner.');
});

test('asks nobody where snapshots are asked for, even with wrong credentials', async () => {
  const env = { HCLOUD_TOKEN: 'w'.repeat(64) };
  const { code, stdout } = await hansa(['offers', '--snapshot', '--region', 'DE', '--vcpus', '2', '--csv'], env);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^hetzner,fsn1,Falkenstein,DE,cx23,/m);
});

test('a limit of price counts in one currency, and says what it leaves out', async () => {
  const francs = ['offers', '--snapshot', '--cloud', 'scaleway,hetzner', '--max-price', '20', '--currency', 'chf'];
  const without = await hansa([...francs, '--json']);
  expect(JSON.parse(without.stdout).offers).toEqual([]);
  expect(without.stderr).toContain(
    'Prices are compared in CHF. Those in EUR stand apart (--rate EUR=… compares them).',
  );
  expect(without.stderr).toContain('Left out, since their price is not known: offers of hetzner.');
  const { offers } = JSON.parse((await hansa([...francs, '--rate', 'EUR=0.5', '--json'])).stdout) as {
    offers: OfferRow[];
  };
  expect(offers.length).toBeGreaterThan(0);
  expect(Math.max(...offers.map((o) => o.pricePerMonth!))).toBeLessThanOrEqual(40);
  expect(Math.max(...offers.map((o) => o.pricePerMonth!))).toBeGreaterThan(20);
});

test.each([
  [['--size', 'SCS-2X-4'], '"SCS-2X-4" is neither an SCS flavour name nor a size'],
  [['--rate', 'CHF'], 'CHF=1.07'],
  [['--size', 'cx23', '--region', 'hil'], 'nor a size that is sold in hil'],
  [['--region', 'XX'], 'no cloud that was asked sells in "XX"'],
])('%j is wrong usage', async (args, words) => {
  const { code, stdout, stderr } = await ask(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});
