import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hansa } from '../../../test/hansa.js';

// On snapshots alone: what is chosen among them is the same everywhere, and asks nobody.
const place = (...args: string[]) => hansa(['offers', '--place', '--snapshot', ...args]);
const folder = mkdtempSync(join(tmpdir(), 'hansa-place-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('chooses the best, says what else would do, and how many will not', async () => {
  const { code, stdout, stderr } = await place('--cloud', 'scaleway', '--size', 'SCS-2V-4', '--country', 'FR,NL');
  expect(code).toBe(0);
  const [head, row, ...rest] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^cloud/);
  expect(row).toMatch(/^scaleway +fr-par-\d +FR .*EUR/);
  expect(rest).toEqual([]);
  expect(stderr).toMatch(/^Together \d+\.\d\d EUR a month\.$/m);
  expect(stderr).toMatch(/^Else: scaleway\/\S+, .* and \d+ more\.$/m);
  expect(stderr).toMatch(/^\d+ offers will not do; --explain says of each why\.$/m);
});

test('spreads, holds against a policy, and tells a program everything', async () => {
  const policy = join(folder, 'policy.yaml');
  writeFileSync(policy, 'countries: [FR, PL]\n');
  const wish = [
    '--cloud',
    'scaleway',
    '--vcpus',
    '2',
    '--memory-gib',
    '4',
    '--instances',
    '2',
    '--spread',
    'countries=2',
  ];
  const { code, stdout } = await place(...wish, '--policy', policy, '--json');
  expect(code).toBe(0);
  const { choices, exclusions, problem, total } = JSON.parse(stdout);
  expect(new Set(choices.map(({ country }: { country: string }) => country))).toEqual(new Set(['FR', 'PL']));
  expect(choices[0]).toMatchObject({
    verdict: 'met',
    findings: [{ rule: 'countries', verdict: 'met' }],
    origin: 'snapshot',
  });
  expect(total).toMatchObject({ currency: 'EUR' });
  expect(problem).toBeNull();
  const dutch = exclusions.find(({ region }: { region: string }) => region === 'nl-ams-1');
  expect(dutch.reasons).toContainEqual(expect.objectContaining({ about: 'policy' }));
});

test('says whose lists it chose by, and under which licence', async () => {
  const wish = ['--cloud', 'ovh,scaleway', '--size', 'SCS-2V-8', '--country', 'FR'];
  const { stderr } = await place(...wish);
  expect(stderr).toMatch(/^ovh: not asked; as of 2026-01, by Spare Cores, .*, CC-BY-SA-4.0\)$/m);
  expect(stderr).toMatch(/^ovh: not asked; as of 2026-08-14, by OVHcloud's public catalogue for Germany, /m);
  const { snapshots } = JSON.parse((await place(...wish, '--json')).stdout);
  expect(snapshots.map(({ cloud }: { cloud: string }) => cloud)).toEqual(['ovh', 'scaleway']);
});

test('fails where nothing will do, and says why, of each offer where it is asked', async () => {
  const { code, stdout, stderr } = await place(
    '--cloud',
    'hetzner',
    '--vcpus',
    '500',
    '--memory-gib',
    '4',
    '--explain',
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^none of \d+ offers will do/m);
  expect(stderr).toMatch(/^hetzner\/fsn1\/cx23: .*vCPU/m);
});

test.each([
  [['offers', '--place', '--sort', 'price'], '--sort goes without --place'],
  [['offers', '--explain'], '--explain goes with --place'],
  [['offers', '--place', '--spread', 'moons=2'], 'control-chains'],
  [['offers', '--country', 'Mars'], '"MARS" is no country'],
])('%j is wrong usage', async (args, words) => {
  const { code, stderr } = await hansa(args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});

test('a list keeps to countries, and to sets of them', async () => {
  const { stdout } = await hansa(['offers', '--snapshot', '--country', 'efta', '--json']);
  const { offers } = JSON.parse(stdout) as { offers: { country: string }[] };
  expect(new Set(offers.map(({ country }) => country))).toEqual(new Set(['NO']));
});
