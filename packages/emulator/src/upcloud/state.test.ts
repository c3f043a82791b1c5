import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../core/clock.js';
import { type Account, newAccount, serverWish } from './upcloud.fixture.js';

let account: Account;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcloud-'));
});
afterEach(async () => {
  await account.close();
  rmSync(folder, { recursive: true });
});

it('goes on after a restart where it was, steps under way included', async () => {
  const clock = manualClock(Date.UTC(2026, 10, 23));
  const stateFile = join(folder, 'state.json');
  account = await newAccount({ stateFile, clock });
  const { uuid } = (await account.done('POST', '/server', serverWish())).server;
  clock.advance(10_000);
  const { ip_address } = await account.done('POST', '/ip_address', {
    ip_address: { floating: 'yes', mac: (await account.server(uuid)).networking.interfaces.interface[1].mac },
  });
  await account.done('PUT', `/server/${uuid}`, { server: { title: 'renamed' } });
  await account.done('POST', `/server/${uuid}/stop`, { stop_server: { stop_type: 'hard' } });
  await account.close();

  account = await newAccount({ stateFile, clock });
  expect(await account.server(uuid)).toMatchObject({ state: 'started', title: 'renamed' });
  clock.advance(1_000);
  expect(await account.server(uuid)).toMatchObject({ state: 'stopped' });
  const { ip_address: kept } = await account.done('GET', `/ip_address/${ip_address.address}`);
  expect(kept).toEqual(ip_address);
});

it('starts anew after a reset', async () => {
  account = await newAccount();
  await account.started();
  await account.network();
  account.emulator.reset();
  expect((await account.done('GET', '/server')).servers.server).toEqual([]);
  expect((await account.done('GET', '/storage/private')).storages.storage).toEqual([]);
});

it('takes durations from the settings', async () => {
  account = await newAccount({ durations: { upcloud: { '*': 0, 'server.create': 60_000 } } });
  const { uuid } = (await account.done('POST', '/server', serverWish())).server;
  account.pass(59_999);
  expect((await account.server(uuid)).state).toBe('maintenance');
  account.pass(1);
  expect((await account.server(uuid)).state).toBe('started');
});
