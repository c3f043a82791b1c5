import { FAULTS } from '@hansa/conformance';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { hansa } from '../../../test/hansa.js';

test('tries an emulator of its own and ends with the counts', async () => {
  const { code, stdout, stderr } = await hansa([
    'conformance',
    '--cloud',
    'hetzner',
    '--kind',
    'ssh-key',
    '--law',
    '1,7',
  ]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^law +ssh_key$/);
  expect(lines[1]).toMatch(/^1\. Create, then read +✔1$/);
  expect(lines[2]).toMatch(/^7\. .+ +✔1 –1$/);
  expect(stdout).toMatch(/Skipped:\n {2}ssh_key, law 7, .+: things of this kind stand at no place \(the kind\)\n/);
  expect(lines.at(-1)).toBe('2 passed, 0 failed, 1 skipped');
  expect(stderr).toContain('✔ ssh_key, law 1: 1 passed');
  expect(code).toBe(0);
});

test('counts interrupted lives, and says all as JSON', async () => {
  const args = ['conformance', '--cloud', 'hetzner', '--kind', 'ssh_key', '--law', '4', '--json'];
  const { code, stdout } = await hansa(args);
  expect(JSON.parse(stdout)).toMatchObject({
    cloud: 'hetzner',
    emulated: true,
    passed: FAULTS.length,
    failed: 0,
    skipped: 0,
    left: [],
  });
  expect((JSON.parse(stdout) as { cases: number }).cases).toBeGreaterThan(8);
  expect(code).toBe(0);
});

describe('a real account', () => {
  let emulator: Emulator;
  let env: Record<string, string>;

  beforeAll(async () => {
    emulator = await startEmulator({ clouds: ['hetzner'], clock: { scale: 100 } });
    // As an account looks from here: a token and an endpoint, and no word of an emulator.
    const { HANSA_EMULATOR: _, ...rest } = emulator.env;
    env = rest;
  });

  afterAll(async () => {
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  const args = ['conformance', '--cloud', 'hetzner', '--real', '--kind', 'ssh_key', '--law', '5'];

  test('is not touched unless somebody says yes', async () => {
    const { code, stdout, stderr } = await hansa(args, env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('They cost money');
    expect(stderr).toContain('add --yes, or set HANSA_YES=1');
    expect(emulator.requests.total).toBe(0);
  });

  test('is not meant where HANSA_EMULATOR points at an emulator', async () => {
    const { code, stderr } = await hansa([...args, '--yes'], emulator.env);
    expect(code).toBe(2);
    expect(stderr).toContain('HANSA_EMULATOR points at an emulator');
  });

  test('fails when a law does, and names what was left behind', async () => {
    emulator.faults.add({ kind: 'status', status: 403, method: 'DELETE', times: 'always' });
    const { code, stdout } = await hansa(args, { ...env, HANSA_YES: '1' });
    expect(stdout).toMatch(/Failed:\n {2}ssh_key, law 5, .+forbidden/);
    expect(stdout).toMatch(/Left behind:\n {2}hetzner\/\d+: /);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 2 failed, 0 skipped');
    expect(code).toBe(1);
  });

  test('wrong credentials are one error, not a table of them', async () => {
    const { code, stdout, stderr } = await hansa([...args, '--yes'], { ...env, HCLOUD_TOKEN: 'w'.repeat(64) });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/error: .+\(unauthenticated\)\n {2}where: hetzner/);
  });
});
