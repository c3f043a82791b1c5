import { type Account, BLOCK, newAccount, PROJECT, ZONE } from './scaleway.fixture.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const wanted = { name: 'data', perf_iops: 5000, from_empty: { size: 20e9 }, project_id: PROJECT, tags: ['a'] };

it('is created, then available', async () => {
  const volume = await account.done('POST', `${BLOCK}/volumes`, wanted);
  expect(volume).toMatchObject({ type: 'sbs_5k', status: 'creating', references: [], parent_snapshot_id: null });
  const transient = { status: 409, type: 'transient_state', resource: 'volume', current_state: 'creating' };
  await account.refused(transient, 'DELETE', `${BLOCK}/volumes/${volume.id}`);
  account.clock.advance(500);
  expect(await account.done('GET', `${BLOCK}/volumes/${volume.id}`)).toMatchObject({ status: 'available' });
});

it.each([
  [{ from_empty: { size: 0 } }, 'from_empty.size', 'constraint'],
  [{ from_empty: { size: 20e9 + 1 } }, 'from_empty.size', 'constraint'],
  [{ from_empty: undefined }, 'from_empty', 'required'],
  [{ perf_iops: 7000 }, 'perf_iops', 'constraint'],
  [{ perf_iops: undefined }, 'perf_iops', 'required'],
  [{ tags: 'a' }, 'tags', 'format'],
])('refuses %j', async (wish, argument_name, reason) => {
  const refusal = { status: 400, type: 'invalid_arguments', details: [{ argument_name, reason }] };
  await account.refused(refusal, 'POST', `${BLOCK}/volumes`, { ...wanted, ...wish });
});

it('grows and speeds up after a while, and never shrinks', async () => {
  const { id } = await account.volume();
  const path = `${BLOCK}/volumes/${id}`;
  const refusal = { status: 400, details: [{ argument_name: 'size', reason: 'constraint' }] };
  await account.refused(refusal, 'PATCH', path, { size: 10e9 });
  const updating = await account.done('PATCH', path, { size: 30e9, perf_iops: 15_000, name: 'big' });
  expect(updating).toMatchObject({ status: 'updating', size: 20e9, type: 'sbs_5k', name: 'big' });
  await account.refused({ status: 409 }, 'PATCH', path, { size: 40e9 });
  account.clock.advance(1_500);
  expect(await account.done('GET', path)).toMatchObject({ status: 'available', size: 30e9, type: 'sbs_15k' });
});

it('stays in use while it grows on a server', async () => {
  const server = await account.server();
  const path = `${BLOCK}/volumes/${server.volumes['0'].id}`;
  await account.done('PATCH', path, { size: 15e9 });
  account.clock.advance(1_500);
  expect(await account.done('GET', path)).toMatchObject({ status: 'in_use', size: 15e9 });
});

it('lists by server, tag and name, and counts against a quota', async () => {
  const server = await account.server();
  await account.volume({ tags: ['keep', 'x'] });
  const total = async (query: string) => (await account.done('GET', `${BLOCK}/volumes?${query}`)).total_count;
  expect(await total(`product_resource_id=${server.id}`)).toBe(1);
  expect(await total('tags=keep&tags=other')).toBe(1);
  expect(await total('name=dat&include_deleted=false')).toBe(1);
  account.emulator.quotas.set('scaleway', 'volumes', 2);
  await account.refused({ status: 403, type: 'quotas_exceeded' }, 'POST', `${BLOCK}/volumes`, wanted);
  await account.refused({ status: 403, type: 'quotas_exceeded' }, 'POST', `${ZONE}/servers`, {
    name: 'x',
    commercial_type: 'DEV1-S',
    image: 'debian_bookworm',
  });
});

it('comes from a snapshot, no smaller', async () => {
  const volume = await account.volume();
  const body = { volume_id: volume.id, name: 'snap', project_id: PROJECT };
  const snapshot = await account.done('POST', `${BLOCK}/snapshots`, body);
  const from = (wish: object) => ({
    ...wanted,
    from_empty: undefined,
    from_snapshot: { snapshot_id: snapshot.id, ...wish },
  });
  await account.refused({ status: 409, resource: 'snapshot' }, 'POST', `${BLOCK}/volumes`, from({}));
  account.clock.advance(3_000);
  await account.refused({ status: 400 }, 'POST', `${BLOCK}/volumes`, from({ size: 10e9 }));
  const copy = await account.done('POST', `${BLOCK}/volumes`, from({}));
  expect(copy).toMatchObject({ size: 20e9, parent_snapshot_id: snapshot.id });
  await account.done('DELETE', `${BLOCK}/volumes/${volume.id}`);
  expect(await account.done('GET', `${BLOCK}/snapshots/${snapshot.id}`)).toMatchObject({ parent_volume: null });
  await account.done('PATCH', `${BLOCK}/snapshots/${snapshot.id}`, { name: 'renamed' });
  expect((await account.done('GET', `${BLOCK}/snapshots?name=renamed`)).total_count).toBe(1);
  await account.done('DELETE', `${BLOCK}/snapshots/${snapshot.id}`);
});
