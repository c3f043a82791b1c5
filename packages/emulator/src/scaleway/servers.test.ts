import { type Account, newAccount, PROJECT, ZONE } from './scaleway.fixture.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const get = async (id: string) => (await account.done('GET', `${ZONE}/servers/${id}`)).server;
const act = (id: string, action: string) => account.call('POST', `${ZONE}/servers/${id}/action`, { action });

describe('creation', () => {
  it('makes a stopped server with a root volume on block storage', async () => {
    const wanted = {
      name: 'Web_One',
      commercial_type: 'DEV1-S',
      image: 'ubuntu_noble',
      project: PROJECT,
      tags: ['a=1'],
    };
    const { status, headers, body } = await account.call('POST', `${ZONE}/servers`, wanted);
    expect(status).toBe(201);
    const { server } = body;
    expect(headers.get('location')).toBe(`${account.emulator.url}/scaleway${ZONE}/servers/${server.id}`);
    expect(server).toMatchObject({
      state: 'stopped',
      hostname: 'web-one',
      arch: 'x86_64',
      dynamic_ip_required: true,
      public_ips: [],
      location: null,
      allowed_actions: ['poweron', 'backup'],
      image: { name: 'Ubuntu 24.04 Noble Numbat', root_volume: { volume_type: 'sbs_snapshot' } },
      security_group: { name: 'Default security group' },
      creation_date: '2026-11-23T00:00:00.000000+00:00',
    });
    const root = server.volumes['0'];
    expect(Object.keys(root).sort()).toEqual(['boot', 'id', 'state', 'volume_type', 'zone']);
    expect(await account.done('GET', `/block/v1/zones/fr-par-1/volumes/${root.id}`)).toMatchObject({
      size: 10e9,
      status: 'in_use',
      references: [{ product_resource_id: server.id, status: 'attached' }],
    });
    await account.refused({ status: 404, resource: 'instance_volume' }, 'GET', `${ZONE}/volumes/${root.id}`);
  });

  it('puts the root volume on a local disk where asked to', async () => {
    const { volumes, image } = await account.server({ volumes: { 0: { volume_type: 'l_ssd', size: 20e9 } } });
    expect(image.root_volume).toMatchObject({ volume_type: 'l_ssd', size: 10e9 });
    expect(volumes['0']).toMatchObject({ volume_type: 'l_ssd', size: 20e9, name: 'Debian Bookworm' });
    expect((await account.done('GET', `${ZONE}/volumes`)).volumes).toHaveLength(1);
  });

  it.each([
    [{ commercial_type: 'NOPE' }, 'commercial_type'],
    [{ image: 'no_such_image' }, 'image'],
    [{ commercial_type: 'PRO2-XXS', volumes: { 0: { volume_type: 'l_ssd' } } }, 'image'],
    [{ volumes: { 0: { volume_type: 'l_ssd', size: 30e9 } } }, 'volumes'],
    [{ volumes: { 0: { size: 1e9 } } }, 'volumes.0.size'],
    [{ placement_group: '1111111' }, 'placement_group'],
  ])('refuses %j and keeps nothing', async (wish, argument_name) => {
    const wanted = { name: 'x', commercial_type: 'DEV1-S', image: 'debian_bookworm', project: PROJECT, ...wish };
    const refusal = { status: 400, type: 'invalid_arguments', details: [{ argument_name, reason: 'constraint' }] };
    await account.refused(refusal, 'POST', `${ZONE}/servers`, wanted);
    expect((await account.done('GET', '/block/v1/zones/fr-par-1/volumes')).total_count).toBe(0);
    expect((await account.done('GET', `${ZONE}/volumes`)).volumes).toEqual([]);
  });

  it('keeps nothing where a later volume does not fit', async () => {
    const id = '11111111-0000-4000-8000-000000000000';
    const volumes = { 0: { size: 20e9 }, 1: { id, volume_type: 'sbs_volume' } };
    const wanted = { name: 'x', commercial_type: 'DEV1-S', image: 'debian_bookworm', volumes };
    await account.refused({ status: 404, resource: 'volume', resource_id: id }, 'POST', `${ZONE}/servers`, wanted);
    expect((await account.done('GET', '/block/v1/zones/fr-par-1/volumes')).total_count).toBe(0);
  });

  it('knows quotas and stock', async () => {
    account.emulator.quotas.set('scaleway', 'servers', 1);
    const { id } = await account.server();
    const wanted = { name: 'x', commercial_type: 'DEV1-S', project: PROJECT };
    const details = [{ resource: 'servers', quota: 1, current: 1 }];
    await account.refused({ status: 403, type: 'quotas_exceeded', details }, 'POST', `${ZONE}/servers`, wanted);
    account.emulator.quotas.clear();
    account.emulator.stock.soldOut('scaleway', 'DEV1-S', 'fr-par-1');
    const soldOut = { status: 503, type: 'out_of_stock', resource: 'DEV1-S' };
    await account.refused(soldOut, 'POST', `${ZONE}/servers`, wanted);
    await account.refused(soldOut, 'POST', `${ZONE}/servers/${id}/action`, { action: 'poweron' });
    const { servers } = await account.done('GET', `${ZONE}/products/servers/availability?per_page=100`);
    expect(servers).toMatchObject({ 'DEV1-S': { availability: 'shortage' }, 'DEV1-M': { availability: 'available' } });
    expect((await account.call('POST', '/instance/v1/zones/fr-par-2/servers', wanted)).status).toBe(201);
  });
});

describe('power', () => {
  it('goes through the recorded states', async () => {
    const { id } = await account.server();
    const seen = async () => {
      const { state, state_detail } = await get(id);
      return [state, state_detail];
    };
    const answer = await act(id, 'poweron');
    expect(answer.status).toBe(202);
    expect(answer.body.task).toMatchObject({ description: 'fake task', status: 'pending' });
    expect(await seen()).toEqual(['starting', 'allocating node']);
    account.clock.advance(3_500);
    expect(await seen()).toEqual(['running', 'booting kernel']);
    expect((await get(id)).location).toMatchObject({ zone_id: 'fr-par-1' });

    await act(id, 'reboot');
    expect(await seen()).toEqual(['stopping', 'rebooting']);
    account.clock.advance(33_000);
    expect(await seen()).toEqual(['starting', 'rebooting']);
    account.clock.advance(3_500);
    expect(await seen()).toEqual(['running', 'booting kernel']);

    await act(id, 'stop_in_place');
    account.clock.advance(42_000);
    expect(await seen()).toEqual(['stopped in place', 'stopped in place']);
    expect((await get(id)).location).not.toBeNull();
    await act(id, 'poweroff');
    account.clock.advance(500);
    expect(await seen()).toEqual(['stopped', '']);
    expect((await get(id)).location).toBeNull();
  });

  it('dates what happened meanwhile to when it happened', async () => {
    const { id } = await account.server();
    await act(id, 'poweron');
    account.clock.advance(3_600_000);
    expect((await get(id)).modification_date).toBe('2026-11-23T00:00:03.500000+00:00');
  });

  it('refuses what the state does not allow', async () => {
    const { id } = await account.server();
    const path = `${ZONE}/servers/${id}/action`;
    const older = { status: 400, type: 'invalid_request_error' };
    await account.refused({ ...older, message: 'server should be running' }, 'POST', path, { action: 'poweroff' });
    await act(id, 'poweron');
    const transient = { status: 409, type: 'transient_state', resource_id: id, current_state: 'starting' };
    await account.refused(transient, 'POST', path, { action: 'poweroff' });
    account.clock.advance(10_000);
    await account.refused({ ...older, message: 'server should be stopped' }, 'POST', path, { action: 'poweron' });
    await account.refused({ ...older, message: 'instance should be powered off.' }, 'DELETE', `${ZONE}/servers/${id}`);
    expect((await account.done('GET', path)).actions).toContain('terminate');
  });

  it('gives a dynamic address while the server is on', async () => {
    const { id } = await account.server({}, true);
    const { public_ip } = await get(id);
    expect(public_ip).toMatchObject({ dynamic: true, family: 'inet' });
    expect((await account.done('GET', `${ZONE}/ips`)).ips).toEqual([]);
    await act(id, 'poweroff');
    account.clock.advance(60_000);
    expect((await get(id)).public_ips).toEqual([]);
  });
});

describe('the end', () => {
  it('terminate takes local volumes along and lets block volumes and addresses go', async () => {
    const { ip } = await account.done('POST', `${ZONE}/ips`, { type: 'routed_ipv4' });
    const volume = await account.volume();
    const { id } = await account.server({
      volumes: { 0: { volume_type: 'l_ssd', size: 10e9 }, 1: { id: volume.id, volume_type: 'sbs_volume' } },
      public_ips: [ip.id],
    });
    account.clock.advance(5_000);
    await act(id, 'poweron');
    account.clock.advance(10_000);
    await act(id, 'terminate');
    expect(await get(id)).toMatchObject({ state: 'stopping', state_detail: 'terminating', public_ips: [] });
    account.clock.advance(2_000);
    await account.refused({ status: 404 }, 'GET', `${ZONE}/servers/${id}`);
    expect((await account.done('GET', `${ZONE}/volumes`)).volumes).toEqual([]);
    const left = await account.done('GET', `/block/v1/zones/fr-par-1/volumes/${volume.id}`);
    expect(left).toMatchObject({
      status: 'available',
      references: [],
      last_detached_at: '2026-11-23T00:00:22.000000Z',
    });
    expect((await account.done('GET', `${ZONE}/ips/${ip.id}`)).ip).toMatchObject({ server: null, state: 'detached' });
  });

  it('delete leaves local volumes', async () => {
    const { id } = await account.server({ volumes: { 0: { volume_type: 'l_ssd' } } });
    expect((await account.call('DELETE', `${ZONE}/servers/${id}`)).status).toBe(204);
    const { volumes } = await account.done('GET', `${ZONE}/volumes`);
    expect(volumes).toMatchObject([{ server: null }]);
  });

  it('spares the protected', async () => {
    const { id } = await account.server({ protected: true });
    await account.refused({ status: 412, type: 'precondition_failed' }, 'DELETE', `${ZONE}/servers/${id}`);
    await account.done('PATCH', `${ZONE}/servers/${id}`, { protected: false });
    expect((await account.call('DELETE', `${ZONE}/servers/${id}`)).status).toBe(204);
  });
});

describe('changes', () => {
  it('in place', async () => {
    const { id } = await account.server({}, true);
    const { security_group: group } = await account.done('POST', `${ZONE}/security_groups`, { name: 'fw' });
    const { ip } = await account.done('POST', `${ZONE}/ips`, {});
    account.clock.advance(1_000);
    const { server } = await account.done('PATCH', `${ZONE}/servers/${id}`, {
      name: 'renamed',
      tags: ['x'],
      security_group: { id: group.id, name: group.name },
      public_ips: [ip.id],
    });
    expect(server).toMatchObject({
      name: 'renamed',
      hostname: 'renamed',
      tags: ['x'],
      security_group: { id: group.id },
    });
    expect(server.public_ips.map(({ dynamic }: { dynamic: boolean }) => dynamic)).toEqual([true, false]);
    expect(server.modification_date > server.creation_date).toBe(true);
  });

  it('of the type only while stopped, and only to what fits', async () => {
    const { id } = await account.server({ volumes: { 0: { volume_type: 'l_ssd', size: 20e9 } } });
    const { compatible_types } = await account.done('GET', `${ZONE}/servers/${id}/compatible-types`);
    expect(compatible_types).toContain('DEV1-M');
    expect(compatible_types).not.toContain('PRO2-XXS');
    expect(compatible_types).not.toContain('STARDUST1-S');
    await account.refused({ status: 400 }, 'PATCH', `${ZONE}/servers/${id}`, { commercial_type: 'PRO2-XXS' });
    const { server } = await account.done('PATCH', `${ZONE}/servers/${id}`, { commercial_type: 'DEV1-M' });
    expect(server.commercial_type).toBe('DEV1-M');
    await act(id, 'poweron');
    account.clock.advance(10_000);
    const refusal = { status: 400, message: 'server should be stopped' };
    await account.refused(refusal, 'PATCH', `${ZONE}/servers/${id}`, { commercial_type: 'DEV1-L' });
  });
});

it('lists by what the description offers', async () => {
  const network = await account.network();
  const a = await account.server({ name: 'web-a', tags: ['x', 'y'] });
  account.clock.advance(1_000);
  const b = await account.server({ name: 'db' }, true);
  await account.done('POST', `${ZONE}/servers/${a.id}/private_nics`, { private_network_id: network.id });
  const ids = async (query: string) =>
    (await account.done('GET', `${ZONE}/servers?${query}`)).servers.map(({ id }: { id: string }) => id);
  expect(await ids('')).toEqual([b.id, a.id]);
  expect(await ids('name=web')).toEqual([a.id]);
  expect(await ids('tags=x,y')).toEqual([a.id]);
  expect(await ids('tags=x,z')).toEqual([]);
  expect(await ids('state=running')).toEqual([b.id]);
  expect(await ids(`private_network=${network.id}`)).toEqual([a.id]);
  expect(await ids(`servers=${a.id}`)).toEqual([a.id]);
  expect(await ids('commercial_type=DEV1-M')).toEqual([]);
  expect(await ids('without_ip=true')).toEqual([a.id]);
  expect(await ids(`project=${PROJECT}&order=creation_date_asc`)).toHaveLength(2);
});

it('keeps user data by key, as text', async () => {
  const { id } = await account.server();
  const path = `${ZONE}/servers/${id}/user_data`;
  expect((await account.call('PATCH', `${path}/cloud-init`, '#cloud-config\npackages: [nginx]\n')).status).toBe(204);
  expect(await account.done('GET', path)).toEqual({ user_data: ['cloud-init'] });
  const { headers, body } = await account.call('GET', `${path}/cloud-init`);
  expect(headers.get('content-type')).toBe('text/plain');
  expect(body).toBe('#cloud-config\npackages: [nginx]\n');
  expect(JSON.stringify([...account.emulator.requests])).not.toContain('nginx');
  expect((await account.call('DELETE', `${path}/cloud-init`)).status).toBe(204);
  expect(await account.call('GET', `${path}/cloud-init`)).toMatchObject({ status: 404, body: undefined });
});
