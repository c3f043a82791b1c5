import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOVING } from '../../../../report/src/moving.fixture.js';
import { PLAN } from '../../../../report/src/plan.fixture.js';
import { hansa } from '../../../test/hansa.js';

const folder = mkdtempSync(join(tmpdir(), 'hansa-cost-'));
const plan = join(folder, 'plan.json');
const state = join(folder, 'state.json');
beforeAll(() => {
  writeFileSync(plan, JSON.stringify(PLAN));
  const attributes = { cloud: 'hetzner', name: 'web', price_per_month: 2.99, price_currency: 'EUR' };
  const instances = [
    { index_key: 0, attributes },
    { index_key: 1, attributes: { ...attributes, price_per_month: null } },
  ];
  writeFileSync(
    state,
    JSON.stringify({ version: 4, resources: [{ mode: 'managed', type: 'hansa_server', name: 'web', instances }] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('of a plan: each resource, each cloud, all; the difference, what is unknown, what is interrupted', async () => {
  const { code, stdout, stderr } = await hansa(['cost', plan]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^hansa_server.web\[0\] +hetzner +update +2.99 +5.49 +\+2.50 +EUR$/m);
  expect(stdout).toMatch(/^hansa_volume.data +hetzner +create +unknown +unknown$/m);
  expect(stdout).toMatch(/^hansa_public_ip.old +hetzner +delete +3.00 +-3.00 +EUR$/m);
  expect(stdout).toMatch(/^ +hetzner +sum +5.99 +5.49 +-0.50 +EUR$/m);
  expect(stdout).toMatch(/^ +all +sum +5.99 +15.91 +\+9.92 +EUR$/m);
  expect(stdout).not.toContain('hansa_network');
  expect(stderr).toContain('Not in the sums, since nobody tells the price: hansa_volume.data.');
  expect(stderr).toContain('hansa_server.web[0]: is stopped and started again');
  expect(stderr).toContain('stand apart; they are not converted');
});

test('of a state, as a table and as JSON', async () => {
  const { stdout, stderr } = await hansa(['cost', state]);
  expect(stdout).toMatch(/^hansa_server.web\[0\] +hetzner +2.99 +EUR$/m);
  expect(stdout).toMatch(/^sum +all +2.99 +EUR$/m);
  expect(stderr).toContain('hansa_server.web[1]');
  const { totals, unknown, resources } = JSON.parse((await hansa(['cost', state, '--json'])).stdout);
  expect(totals).toEqual([{ currency: 'EUR', now: 2.99, planned: 2.99, difference: 0 }]);
  expect(unknown).toEqual(['hansa_server.web[1]']);
  expect(resources[1].planned).toEqual({ state: 'unknown', perMonth: null, currency: null });
});

test('what has candidates costs what the first does, and is named', async () => {
  writeFileSync(plan, JSON.stringify(MOVING));
  const { stdout, stderr } = await hansa(['cost', plan]);
  expect(stdout).toMatch(/^hansa_server.web +hetzner +create +2.99 +\+2.99 +EUR$/m);
  expect(stdout).toMatch(/^hansa_server.later +unknown +create +unknown +unknown$/m);
  expect(stderr).toContain(
    'May be made elsewhere, at another price, than where they are planned: hansa_server.web, hansa_server.later,',
  );
  const { resources } = JSON.parse((await hansa(['cost', plan, '--json'])).stdout);
  expect(resources[0].mayMoveTo[0]).toEqual({
    ...{ cloud: 'upcloud', place: 'de-fra1', size: 'DEV-1xCPU-2GB' },
    ...{ state: 'known', perMonth: 8, currency: 'EUR' },
  });
});
