import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allClaims, type CloudRecord } from '@hansa/sdk/claims';
import { hansa } from '../../../test/hansa.js';
import { page } from './markdown.js';

const folder = mkdtempSync(join(tmpdir(), 'hansa-claims-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const claims = (...args: string[]) => hansa(['claims', ...args]);

async function recordsOf(...args: string[]): Promise<CloudRecord[]> {
  const { code, stdout } = await claims('--json', ...args);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { clouds: CloudRecord[] }).clouds;
}

function overlay(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a line for each cloud says where it is decided and what it holds', async () => {
  const { code, stdout } = await claims('--on', '2026-11-26');
  const [head, ...rows] = stdout.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(head).toMatch(/^cloud\s+contract partner\s+decided in\s+regions in\s+speaks\s+holds$/);
  expect(rows).toHaveLength((await allClaims()).length);
  expect(rows.find((row) => row.startsWith('exoscale'))).toMatch(/Akenes SA \(CH\)\s+MX\s+AT BG CH DE unknown\s+s3/);
  expect(rows.find((row) => row.startsWith('outscale'))).toMatch(/OUTSCALE SAS \(FR\)\s+FR \?\s+unknown\s+unknown/);
});

test('a cloud is told with its owners up to the last and the page of every word', async () => {
  const { stdout } = await claims('exoscale');
  const order = [
    'Akenes SA (CH), the contract partner',
    'A1 Digital (AT)',
    'América Móvil (MX): decides, 56.55 %',
    'Slim family',
  ];
  const at = order.map((words) => stdout.indexOf(words));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at[0]).toBeGreaterThan(0);
  const facts = (await allClaims()).find(({ cloud }) => cloud === 'exoscale')!;
  for (const { evidenceUrl } of [...facts.claims, ...facts.places, ...facts.control!.chain])
    expect(stdout).toContain(`${evidenceUrl}, read 2026-`);
});

test('who can hold the keys is told by service, and of the others nothing', async () => {
  const { stdout } = await claims('scaleway');
  expect(stdout).toMatch(
    /keys of your own:\n {2}volume: is encrypted with keys of the cloud, which takes no others \(https:/,
  );
  expect((await claims('infomaniak')).stdout).toContain('keys of your own:\n  unknown');
});

test('what is said of owners whom nobody names stands apart from them', async () => {
  const { stdout } = await claims('elastx');
  expect(stdout).toContain(
    'Said, without owners or shares: Elastx says of itself that nobody from outside of SE controls Elastx AB',
  );
  expect(stdout).toContain('Who stands above is not known to the end.');
});

test('JSON is the records themselves, of some clouds and schemes where that is asked', async () => {
  expect(await recordsOf()).toEqual(JSON.parse(JSON.stringify(await allClaims())));
  const [ovh, ...rest] = await recordsOf('ovh-openstack', '--scheme', 'c5,secnumcloud');
  expect(rest).toEqual([]);
  expect(ovh?.claims.map(({ scheme }) => scheme).sort()).toEqual(['c5', 'secnumcloud']);
});

test('a scheme lists who claims it, and CSV has a head', async () => {
  const { stdout } = await claims('--scheme', 'secnumcloud', '--on', '2026-11-26');
  expect(stdout).toMatch(
    /^scaleway\s+SecNumCloud\s+in-process\s+the cloud as a whole\s+ANSSI\s+2026-11-26\s+medium\s+https:/m,
  );
  const csv = (await claims('--csv', 'leaseweb')).stdout.trimEnd().split('\n');
  expect(csv[0]).toBe(
    'cloud,scheme,level,status,services,regions,assessedBy,validUntil,evidenceUrl,observedOn,confidence,note',
  );
  expect(csv[1]).toMatch(/^leaseweb,iso-27001,,held,server bare-metal private-cloud data-centre,,unknown,,https:/);
  const none = await claims('--scheme', 'tisax');
  expect(none).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('Nobody') });
});

test('a file of one’s own is shown and checked; what is over fails the check, and is shown as over', async () => {
  const own = overlay(
    'own.yaml',
    `clouds:
  ours:
    title: Our own cloud
    claims:
      - { scheme: c5, level: type-2, status: held, validUntil: 2026-12-31, assessedBy: An auditor, evidenceUrl: https://example.org/c5, observedOn: 2026-11-01, confidence: high }
`,
  );
  const at = (day: string, ...args: string[]) => claims('ours', '--overlay', own, '--on', day, ...args);
  expect((await at('2026-12-31')).stdout).toContain('C5 (type-2): held until 2026-12-31');
  expect((await at('2027-01-01')).stdout).toContain('C5 (type-2): expired on 2026-12-31');
  expect(await at('2026-12-31', '--check')).toMatchObject({ code: 0, stdout: '' });
  const over = await at('2027-01-01', '--check');
  expect(over).toMatchObject({ code: 1, stderr: 'checked by 2027-01-01: clouds 1, wrong 1\n' });
  expect(over.stdout).toContain(
    'ours: claims[0].validUntil: c5 was valid until 2026-12-31, and its status is held; read',
  );
  const { findings } = JSON.parse((await at('2027-01-01', '--check', '--json')).stdout) as { findings: unknown[] };
  expect(findings).toHaveLength(1);
});

test('mistakes in such a file are told with their lines, and nothing is shown', async () => {
  const wrong = overlay('wrong.yaml', 'clouds:\n  hetzner:\n    claims:\n      - scheme: c6\n');
  const { code, stdout, stderr } = await claims('--overlay', wrong);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`${wrong}:4: clouds.hetzner.claims[0].scheme: "c6" is none of its values`);
  expect(stderr).toContain('use one of c5, c3a, secnumcloud');
});

test.each([
  [['nowhere'], 'use one of hetzner, scaleway, ovh'],
  [['--scheme', 'iso27001'], 'there is no scheme "iso27001"'],
  [['--on', 'yesterday'], '"yesterday" is no day'],
  [['--csv', '--json'], 'cannot be used with'],
])('%j is wrong usage', async (args, words) => {
  const { code, stdout, stderr } = await claims(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});

test('on the page of the docs every fact of a cloud stands with its source, and what is not known says so', async () => {
  const records = await allClaims();
  const text = page(records);
  for (const { title, cloud, claims: made, control } of records) {
    const [, section = ''] = text.split(`## ${title} (\`${cloud}\`)`);
    const own = section.split('\n## ')[0]!;
    expect(own.match(/\]\(https?:/g)?.length ?? 0).toBeGreaterThan(made.length + (control?.chain.length ?? 0));
    if (made.length === 0) expect(own).toContain('Claims: unknown.');
  }
});
