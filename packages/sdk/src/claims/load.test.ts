import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCloudError } from '../errors/index.js';
import { allClaims, checkRecords, loadClaims } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'hansa-claims-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(text: string, name = `claims-${files++}.yaml`): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const SEEN = `evidenceUrl: https://example.org/c5, observedOn: 2026-10-01, confidence: high`;

async function mistakes(text: string): Promise<string[]> {
  const overlay = file(text);
  const error = await loadClaims({ overlay }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isCloudError(error, 'invalid')) throw error ?? new Error('it was taken');
  return error.details.message.split('\n').map((line) => line.replace(overlay, 'FILE'));
}

test('without a file of one’s own it is what the package knows', async () => {
  const { records, of } = await loadClaims();
  expect(records).toEqual(await allClaims());
  expect(of('ovh-openstack')?.cloud).toBe('ovh');
  expect(of('constructor')).toBeUndefined();
});

test('a file adds, replaces by scheme and scope, withdraws, and gives clouds of its own', async () => {
  const before = (await loadClaims()).of('elastx')!;
  const overlay = file(`
clouds:
  elastx:
    places:
      - { region: se-sto, country: SE, city: Solna, ${SEEN} }
    interfaces:
      - { interface: openstack, services: [server], ${SEEN} }
    keys:
      - { services: [volume, file-storage], keys: customer, ${SEEN} }
    claims:
      - { scheme: iso-27001, status: held, validUntil: 2028-01-31, assessedBy: An auditor, ${SEEN} }
      - { scheme: iso-27001, status: held, scope: { services: [volume] }, ${SEEN} }
      - { scheme: c5, level: type-2, status: held, ${SEEN} }
    withdraw:
      - { scheme: iso-14001, because: we could not find it }
  ours:
    title: Our own cloud
    control:
      contractingEntity: { name: We ourselves, country: AT, ${SEEN} }
      chain: []
      knownTo: partial
`);
  const { of, records } = await loadClaims({ overlay });
  const { claims, places, interfaces, keys, control } = of('elastx')!;
  const told = claims.map(({ scheme, scope, validUntil }) => [scheme, scope.services ?? null, validUntil]);
  expect(told).toEqual([
    ['iso-27017', null, null],
    ['iso-27018', null, null],
    ['data-act-switching', null, null],
    ['iso-27001', null, '2028-01-31'],
    ['iso-27001', ['volume'], null],
    ['c5', null, null],
  ]);
  expect(places.map(({ city }) => city)).toEqual(['Solna']);
  expect(interfaces).toHaveLength(before.interfaces.length);
  expect(control).toBe(before.control);
  expect(keys?.map((fact) => [fact.keys, fact.services])).toEqual([
    ['cloud', ['server', 'object-storage']],
    ['customer', ['volume', 'file-storage']],
  ]);
  expect(of('ours')).toMatchObject({ cloud: 'ours', control: { contractingEntity: { country: 'AT' } }, claims: [] });
  expect(records).toHaveLength((await allClaims()).length + 1);
  expect((await loadClaims()).of('elastx')).toBe(before);
});

test('the file that the docs show is one', async () => {
  const docs = readFileSync(join(__dirname, '../../../../docs/sovereignty.md'), 'utf8');
  const shown = [...docs.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);
  expect(shown).toHaveLength(1);
  const { of, records } = await loadClaims({ overlay: file(shown[0]!) });
  expect(of('elastx')!.claims.at(-1)).toMatchObject({ scheme: 'iso-27001', validUntil: '2028-03-31' });
  expect(of('elastx')!.claims.some(({ scheme }) => scheme === 'data-act-switching')).toBe(false);
  expect(of('basement')!.places).toHaveLength(1);
  expect(checkRecords(records, { today: '2026-11-26' })).toEqual([]);
});

test('JSON is taken too, an alias means the cloud itself, and a later file is laid over an earlier one', async () => {
  const claim = {
    scheme: 'c5',
    status: 'held',
    evidenceUrl: 'https://example.org',
    observedOn: '2026-10-01',
    confidence: 'low',
  };
  const first = file(
    JSON.stringify({ clouds: { 'ovh-openstack': { claims: [{ ...claim, level: 'type-1' }] } } }),
    'a.json',
  );
  const second = file(JSON.stringify({ clouds: { ovh: { claims: [{ ...claim, level: 'type-2' }] } } }), 'b.json');
  const levels = async (overlay: string[]) =>
    (await loadClaims({ overlay }))
      .of('ovh')!
      .claims.flatMap(({ scheme, level, scope }) => (scheme === 'c5' && !scope.services ? level : []));
  expect(await levels([first])).toEqual(['type-1']);
  expect(await levels([first, second])).toEqual(['type-2']);
});

test('each mistake is told with its line, its path and what is wrong, all at once', async () => {
  const told = await mistakes(`
clouds:
  hetzner:
    claims:
      - scheme: iso27001
        status: held
        evidenceUrl: our intranet
        observedOn: 2026-13-01
      - { scheme: ens, level: hoch, status: gehalten, ${SEEN} }
    certificates: []
  Mine:
    title: x
`);
  expect(told).toEqual([
    'FILE:5: clouds.hetzner.claims[0].scheme: "iso27001" is none of its values',
    'FILE:7: clouds.hetzner.claims[0].evidenceUrl: "our intranet" is no web address',
    'FILE:8: clouds.hetzner.claims[0].observedOn: "2026-13-01" is no day; write it as 2026-11-26',
    'FILE:5: clouds.hetzner.claims[0].confidence: it is missing',
    'FILE:9: clouds.hetzner.claims[1].status: "gehalten" is none of its values',
    'FILE:10: clouds.hetzner.certificates: there is no such key',
    'FILE:11: clouds.Mine: "Mine" is no cloud\'s id; use small letters, digits and hyphens',
  ]);
});

test.each([
  [
    'clouds:\n  nowhere:\n    claims: []\n',
    'FILE:2: clouds.nowhere: nothing is known of "nowhere" so far, and it has no title',
  ],
  [
    'clouds:\n  hetzner:\n    withdraw:\n      - { scheme: hds, because: x }\n',
    'FILE:4: clouds.hetzner.withdraw[0]: there is no such claim to hds at hetzner',
  ],
  [
    'clouds:\n  hetzner:\n    withdraw:\n      - { scheme: iso-27001 }\n',
    'FILE:4: clouds.hetzner.withdraw[0].because: it is missing',
  ],
  ['clouds: [a\n', 'FILE:2: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ['', 'FILE: clouds: it is missing'],
  [`clouds: *nothing`, 'FILE: Unresolved alias (the anchor must be set before the alias): nothing'],
  ['just words', 'FILE: Invalid input: expected object, received string'],
  [
    `clouds:\n  ours:\n    title: x\n    claims:\n      - { scheme: eucsf, level: SEAL-4, status: self-declared, ${SEEN} }\n`,
    'FILE:5: clouds.ours.claims[0].status: nobody can declare EU Cloud Sovereignty Framework of themselves; name who awarded it, or leave the claim out',
  ],
])('%j is one clear error', async (text, words) => {
  expect(await mistakes(text)).toEqual([words]);
});

test('a file that is not there is said to be so', async () => {
  await expect(loadClaims({ overlay: join(folder, 'none.yaml') })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('none.yaml cannot be read'),
  });
});
