import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../core/clock.js';
import { type Account, newAccount, VPC, ZONE } from './scaleway.fixture.js';

let account: Account;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scaleway-'));
});
afterEach(async () => {
  await account.close();
  rmSync(folder, { recursive: true });
});

it('goes on after a restart where it was, steps under way included', async () => {
  const clock = manualClock(Date.UTC(2026, 10, 23));
  const stateFile = join(folder, 'state.json');
  account = await newAccount({ stateFile, clock });
  const { vpcs } = await account.done('GET', `${VPC}/vpcs`);
  const { id, mac_address } = await account.server();
  await account.done('POST', `${ZONE}/servers/${id}/action`, { action: 'poweron' });
  await account.close();

  account = await newAccount({ stateFile, clock });
  const get = async () => (await account.done('GET', `${ZONE}/servers/${id}`)).server;
  expect(await get()).toMatchObject({ state: 'starting', mac_address });
  clock.advance(3_500);
  expect(await get()).toMatchObject({ state: 'running' });
  expect((await account.done('GET', `${VPC}/vpcs`)).vpcs).toEqual(vpcs);
  expect((await account.server({ name: 'next' })).mac_address).not.toBe(mac_address);
});

it('starts anew after a reset, with the project’s own VPC and groups', async () => {
  account = await newAccount();
  await account.server();
  await account.network();
  account.emulator.reset();
  expect((await account.done('GET', `${ZONE}/servers`)).servers).toEqual([]);
  expect((await account.done('GET', `${VPC}/vpcs`)).vpcs).toMatchObject([
    { is_default: true, private_network_count: 0 },
  ]);
  expect((await account.server()).security_group.name).toBe('Default security group');
});

it('takes durations from the settings', async () => {
  account = await newAccount({ durations: { scaleway: { '*': 0, 'server.start': 60_000 } } });
  const { id } = await account.server();
  await account.done('POST', `${ZONE}/servers/${id}/action`, { action: 'poweron' });
  account.clock.advance(59_999);
  expect((await account.done('GET', `${ZONE}/servers/${id}`)).server.state).toBe('starting');
  account.clock.advance(1);
  expect((await account.done('GET', `${ZONE}/servers/${id}`)).server.state).toBe('running');
  await account.done('POST', `${ZONE}/servers/${id}/action`, { action: 'terminate' });
  await account.refused({ status: 404 }, 'GET', `${ZONE}/servers/${id}`);
});
