import { type Account, BLOCK, type Body, newAccount, ZONE } from './scaleway.fixture.js';

let account: Account;
let server: Body;
let volume: Body;
beforeEach(async () => {
  account = await newAccount();
  server = await account.server({}, true);
  volume = await account.volume();
});
afterEach(() => account.close());

const attach = (wish: object = {}) =>
  account.call('POST', `${ZONE}/servers/${server.id}/attach-volume`, {
    volume_id: volume.id,
    volume_type: 'sbs_volume',
    ...wish,
  });
const detach = () => account.call('POST', `${ZONE}/servers/${server.id}/detach-volume`, { volume_id: volume.id });
const block = () => account.done('GET', `${BLOCK}/volumes/${volume.id}`);
const current = async () => (await account.done('GET', `${ZONE}/servers/${server.id}`)).server;

it('attaches a block volume, and blocks actions meanwhile', async () => {
  const { status, body } = await attach();
  expect(status).toBe(200);
  expect(body.server.volumes['1']).toMatchObject({ id: volume.id, state: 'attaching' });
  expect(body.server.allowed_actions).toEqual([]);
  expect(await block()).toMatchObject({ status: 'in_use', references: [{ status: 'attaching' }] });
  const refusal = { status: 409, type: 'transient_state' };
  await account.refused(refusal, 'POST', `${ZONE}/servers/${server.id}/action`, { action: 'poweroff' });
  account.clock.advance(1_000);
  expect((await current()).volumes['1'].state).toBe('available');
  expect(await block()).toMatchObject({ references: [{ status: 'attached', product_resource_id: server.id }] });
});

it('detaches it again', async () => {
  await attach();
  account.clock.advance(1_000);
  const { body } = await detach();
  expect(Object.keys(body.server.volumes)).toEqual(['0']);
  expect(await block()).toMatchObject({ status: 'in_use', references: [{ status: 'detaching' }] });
  await account.refused({ status: 409 }, 'DELETE', `${BLOCK}/volumes/${volume.id}`);
  account.clock.advance(1_000);
  expect(await block()).toMatchObject({ status: 'available', references: [] });
  expect((await account.call('DELETE', `${BLOCK}/volumes/${volume.id}`)).status).toBe(204);
});

it('refuses what is attached, is not, or is looked for in the wrong place', async () => {
  const constraint = { status: 400, type: 'invalid_arguments', details: [{ argument_name: 'volume_id' }] };
  await account.refused(constraint, 'POST', `${ZONE}/servers/${server.id}/detach-volume`, { volume_id: volume.id });
  expect((await attach({ volume_type: 'l_ssd' })).body).toMatchObject({
    type: 'not_found',
    resource: 'instance_volume',
  });
  await attach();
  expect(await attach()).toMatchObject({ status: 409 });
  account.clock.advance(1_000);
  expect((await attach()).body).toMatchObject(constraint.details ? { type: 'invalid_arguments' } : {});
  await account.refused({ status: 412, type: 'precondition_failed' }, 'DELETE', `${BLOCK}/volumes/${volume.id}`);
});

it('takes the whole set by PATCH', async () => {
  const root = server.volumes['0'];
  const path = `${ZONE}/servers/${server.id}`;
  const both = { 0: { id: root.id, boot: true }, 1: { id: volume.id, volume_type: 'sbs_volume' } };
  const attached = await account.done('PATCH', path, { volumes: both });
  expect(attached.server.volumes).toMatchObject({ 0: { boot: true }, 1: { state: 'attaching' } });
  account.clock.advance(1_000);
  const unknown = { ...both, 2: { id: '11111111-0000-4000-8000-000000000000', volume_type: 'sbs_volume' } };
  await account.refused({ status: 404, resource: 'volume' }, 'PATCH', path, { volumes: unknown });
  expect(Object.keys((await current()).volumes)).toEqual(['0', '1']);
  const alone = await account.done('PATCH', path, { volumes: { 0: { id: root.id } } });
  expect(Object.keys(alone.server.volumes)).toEqual(['0']);
  account.clock.advance(1_000);
  expect(await block()).toMatchObject({ status: 'available' });
});

it('moves local volumes only while the server is stopped', async () => {
  const wanted = { name: 'fast', volume_type: 'l_ssd', size: 5e9 };
  const { volume: local } = await account.done('POST', `${ZONE}/volumes`, wanted);
  const body = { volume_id: local.id, volume_type: 'l_ssd' };
  await account.refused({ status: 400 }, 'POST', `${ZONE}/servers/${server.id}/attach-volume`, body);
  const stopped = await account.server({ name: 'other' });
  const answer = await account.done('POST', `${ZONE}/servers/${stopped.id}/attach-volume`, body);
  expect(answer.server.volumes['1']).toMatchObject({ volume_type: 'l_ssd', server: { id: stopped.id } });
  await account.refused({ status: 400 }, 'DELETE', `${ZONE}/volumes/${local.id}`);
  await account.done('POST', `${ZONE}/servers/${stopped.id}/detach-volume`, { volume_id: local.id });
  expect((await account.call('DELETE', `${ZONE}/volumes/${local.id}`)).status).toBe(204);
});
