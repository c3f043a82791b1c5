import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LISTED, MOVING } from '../../../../report/src/moving.fixture.js';
import { PLAN, SECRET } from '../../../../report/src/plan.fixture.js';
import { hansa } from '../../../test/hansa.js';

const folder = mkdtempSync(join(tmpdir(), 'hansa-report-'));
const plan = join(folder, 'plan.json');
beforeAll(() => writeFileSync(plan, JSON.stringify(PLAN)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('writes a page that its owner alone may read, and tells what it could not find out', async () => {
  const out = join(folder, 'report.html');
  const { code, stdout, stderr } = await hansa(['report', plan, '--out', out]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('The price of 1 of 7 resources is unknown.');
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const page = readFileSync(out, 'utf8');
  expect(page).toContain('Hetzner Online GmbH');
  expect(page).not.toContain(SECRET);
});

test.each(['json', 'cyclonedx'])('writes %s on stdout', async (format) => {
  const { code, stdout } = await hansa(['report', plan, '--format', format, '--cloud', 'prod=hetzner']);
  expect(code).toBe(0);
  const { schema, bomFormat, clouds } = JSON.parse(stdout);
  expect(schema ?? bomFormat).toMatch(/^(hansa-report\/1|CycloneDX)$/);
  if (clouds) expect(clouds.find(({ id }: { id: string }) => id === 'prod').title).toBe('Hetzner');
});

test('holds it against a policy, and fails where that does not admit it', async () => {
  const policy = join(folder, 'policy.yaml');
  writeFileSync(policy, 'countries: [DE, FI]\nunknown: allow\n');
  const { code, stdout, stderr } = await hansa(['report', plan, '--json', '--policy', policy]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^hansa_server\.api\["a\.b"\]: not met: .*fr-par-1.*France/m);
  const { policy: all, resources } = JSON.parse(stdout);
  expect(all).toMatchObject({ verdict: 'not-met', admitted: false });
  const [web] = resources;
  expect(web.policy).toMatchObject([{ rule: 'countries', verdict: 'met', evidence: [{ url: expect.any(String) }] }]);
  writeFileSync(policy, 'price: { currency: EUR, per_resource: 100 }\nunknown: allow\n');
  expect((await hansa(['report', plan, '--format', 'json', '--policy', policy])).code).toBe(0);
  writeFileSync(policy, 'contries: [DE]');
  const wrong = await hansa(['report', plan, '--policy', policy]);
  expect(wrong).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('contries') });
});

test('says that a machine may end elsewhere than planned, and fails where the policy does not admit each place', async () => {
  const [listed, moving, policy] = ['listed.json', 'moving.json', 'places.yaml'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(listed, JSON.stringify(LISTED));
  writeFileSync(moving, JSON.stringify(MOVING));
  writeFileSync(policy, 'countries: [DE, FI]\n');
  const { code, stdout, stderr } = await hansa(['report', listed, '--format', 'json', '--policy', policy]);
  expect(code).toBe(1);
  expect(stderr).toContain('1 of 3 resources may be made elsewhere than planned; the report lists where.');
  expect(stderr).toMatch(/^hansa_server\.web, if made at scaleway fr-par-1: not met: .*France/m);
  expect(JSON.parse(stdout).resources[0]).toMatchObject({
    cloud: 'hetzner',
    mayMoveTo: [{ cloud: 'upcloud' }, { cloud: 'scaleway', verdict: 'not-met' }],
  });
  const open = await hansa(['report', moving, '--format', 'json', '--policy', policy]);
  expect(open.stderr).toContain('is known after the apply: hansa_server.later, hansa_server.hidden.');
  expect(open.stderr).toContain('hansa_server.later: unknown: at which cloud it is made is not known before the apply');
});

test.each([
  [['report', join(tmpdir(), 'nowhere.json')], 1, 'nowhere.json cannot be read (ENOENT)'],
  [['report', __filename], 1, 'this is no JSON (invalid)'],
  [['report', plan, '--format', 'pdf'], 2, 'html, json, cyclonedx'],
  [['report', plan, '--cloud', 'prod'], 2, 'prod=hetzner'],
  [['report', plan, '--out', join(tmpdir(), 'no-such-folder', 'x.html')], 1, 'cannot be written (ENOENT)'],
])('%j is refused', async (args, expected, words) => {
  const { code, stderr } = await hansa(args);
  expect(code).toBe(expected);
  expect(stderr).toContain(words);
});
