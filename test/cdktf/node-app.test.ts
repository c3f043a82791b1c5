import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';
import { ROOT, requireBuilt } from './built.fixture.js';
import { type Ran, run } from './program.fixture.js';

// examples/node-app as it stands, on the built SDK, as an ES module and as CommonJS.

let emulator: Emulator;
let home: string;

beforeAll(async () => {
  requireBuilt();
  emulator = await startEmulator({ clock: { scale: 50 } });
  home = mkdtempSync(join(tmpdir(), 'hansa-home-'));
});

afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await emulator.close();
});

function node(args: string[], env: Readonly<Record<string, string>> = emulator.env): Promise<Ran> {
  return run(process.execPath, args, {
    cwd: join(ROOT, 'examples/node-app'),
    env: { PATH: process.env['PATH'], HOME: home, ...env },
  });
}

test('compares prices, makes a server at the cheapest, and deletes what it made', async () => {
  const { code, stdout, stderr } = await node(['--import', 'tsx', 'main.ts']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/'hetzner' +│ 'fsn1'.*'EUR'/);
  expect(stdout).toMatch(/'scaleway' +│ 'fr-par-1'.*'EUR'/);
  expect(stdout).toMatch(/^hetzner\/\d+: cx\d+ in fsn1, [\d.]+$/m);
  expect(emulator.requests.count({ cloud: 'hetzner', method: 'POST', path: '/servers' })).toBe(1);
  expect([await inventory(emulator, 'hetzner'), await inventory(emulator, 'scaleway')]).toEqual([{}, {}]);
});

test('deletes the firewall when the server cannot be made, and says why', async () => {
  emulator.stock.soldOut('hetzner', 'cx23');
  emulator.quotas.set('hetzner', 'servers', 0);
  const { code, stderr } = await node(['--import', 'tsx', 'main.ts']);
  emulator.stock.clear();
  emulator.quotas.clear();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^quota-exceeded: hetzner server/);
  expect(await inventory(emulator, 'hetzner')).toEqual({});
});

test('lists servers from CommonJS', async () => {
  const { code, stdout } = await node(['list.cjs', 'scaleway']);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('(index)') });
});

test('says what to do without credentials', async () => {
  const { code, stderr } = await node(['list.cjs'], {});
  expect(code).toBe(1);
  expect(stderr).toContain('no API token found; looked at');
});
