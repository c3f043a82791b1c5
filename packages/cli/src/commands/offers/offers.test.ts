import { type Emulator, startEmulator } from '@hansa/emulator';
import { hansa } from '../../../test/hansa.js';
import type { Offer } from './offer.js';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clouds: ['hetzner', 'scaleway'] });
});

afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

const ask = (...args: string[]) => hansa(['offers', ...args], emulator.env);

async function listed(...args: string[]): Promise<Offer[]> {
  const { code, stdout } = await ask('--json', ...args);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { offers: Offer[] }).offers;
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
    expect.arrayContaining(['cloud', 'place', 'country', 'size', 'serves as', 'a month']),
  );
  expect(row).toMatch(/^hetzner\s+fsn1\s+DE\s+cx23\s+SCS-2V-4-40\s+2\s+4\s+40\s+x86\s+shared\s+\d+\.\d\d\s+EUR\s+yes$/);
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
  const { code, stdout, stderr } = await hansa(['offers', '--json'], {
    ...emulator.env,
    HANSA_EMULATOR: undefined,
    HCLOUD_TOKEN,
  });
  const { offers, problems } = JSON.parse(stdout) as { offers: Offer[]; problems: { cloud: string; code: string }[] };
  expect(code).toBe(1);
  expect(new Set(offers.map(({ cloud }) => cloud))).toEqual(new Set(['scaleway']));
  expect(problems).toEqual(
    expect.arrayContaining([expect.objectContaining({ cloud: 'hetzner', code: 'unauthenticated', notInUse: false })]),
  );
  expect(`${stdout}${stderr}`).not.toContain(HCLOUD_TOKEN);
});

test('a cloud that was asked for and has no credentials is a failure', async () => {
  const { code, stdout, stderr } = await hansa(['offers', '--cloud', 'hetzner', '--cloud', 'infomaniak']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('hetzner: no API token found');
  expect(stderr).toContain('infomaniak: no credentials found');
});

test.each([
  [['--size', 'SCS-2X-4'], '"SCS-2X-4" is neither an SCS flavour name nor a size'],
  [['--size', 'cx23', '--region', 'hil'], 'nor a size that is sold in hil'],
  [['--region', 'XX'], 'no cloud that was asked sells in "XX"'],
])('%j is wrong usage', async (args, words) => {
  const { code, stdout, stderr } = await ask(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});
