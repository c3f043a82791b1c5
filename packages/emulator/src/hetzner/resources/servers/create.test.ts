import { newProject, type Project, PUBLIC_KEY } from '../../hetzner.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

const SERVER = { name: 's', server_type: 'cx23', image: 'debian-12', location: 'fsn1' };
const read = async (id: number) => (await project.call('GET', `/servers/${id}`)).body.server;
const nothingMade = async () => {
  for (const kind of ['servers', 'primary_ips']) expect((await project.call('GET', `/${kind}`)).body[kind]).toEqual([]);
};

describe('creating a server', () => {
  it('takes it from initializing to running', async () => {
    const { status, body } = await project.call('POST', '/servers', { ...SERVER, labels: { a: 'b' } });
    expect(status).toBe(201);
    expect(body.action).toMatchObject({ command: 'create_server', status: 'running' });
    expect(body.next_actions).toMatchObject([{ command: 'start_server', status: 'running' }]);
    expect(body.root_password).toMatch(/^[a-zA-Z0-9]{20}$/);
    expect(body.server).toMatchObject({
      status: 'initializing',
      locked: true,
      location: { name: 'fsn1' },
      image: { name: 'debian-12', architecture: 'x86' },
      server_type: { name: 'cx23' },
      labels: { a: 'b' },
    });
    expect(body.server).not.toHaveProperty('datacenter');
    project.clock.advance(1500);
    expect(await read(body.server.id)).toMatchObject({ status: 'off', locked: true });
    project.clock.advance(500);
    expect(await read(body.server.id)).toMatchObject({ status: 'running', locked: false });
  });

  it('brings keys, networks, volumes, firewalls and a placement group along', async () => {
    const { ssh_key } = await project.done('POST', '/ssh_keys', { name: 'k', public_key: PUBLIC_KEY });
    const { network } = await project.done('POST', '/networks', {
      name: 'n',
      ip_range: '10.0.0.0/16',
      subnets: [{ type: 'cloud', network_zone: 'eu-central', ip_range: '10.0.0.0/24' }],
    });
    const { volume } = await project.done('POST', '/volumes', { name: 'v', size: 10, location: 'fsn1' });
    const { firewall } = await project.done('POST', '/firewalls', { name: 'f' });
    const { placement_group } = await project.done('POST', '/placement_groups', { name: 'g', type: 'spread' });
    const { body } = await project.call('POST', '/servers', {
      ...SERVER,
      image: '114690387',
      ssh_keys: ['k'],
      networks: [network.id],
      volumes: [volume.id],
      firewalls: [{ firewall: firewall.id }],
      placement_group: placement_group.id,
      user_data: '#cloud-config',
    });
    expect(JSON.stringify([...project.emulator.requests])).not.toContain('#cloud-config');
    expect(body.root_password).toBeNull();
    expect(body.server).toMatchObject({ private_net: [], volumes: [] });
    expect(body.next_actions.map(({ command }: { command: string }) => command)).toEqual([
      'attach_volume',
      'start_server',
    ]);
    await project.refused('conflict', 'DELETE', `/networks/${network.id}`);
    project.clock.advance(5000);
    const server = await read(body.server.id);
    expect(server).toMatchObject({
      status: 'running',
      private_net: [{ network: network.id, ip: '10.0.0.2', alias_ips: [] }],
      volumes: [volume.id],
      public_net: { firewalls: [{ id: firewall.id, status: 'applied' }] },
      placement_group: { id: placement_group.id, servers: [body.server.id] },
    });
    expect(server.private_net[0].mac_address).toMatch(/^86:00(:[0-9a-f]{2}){4}$/);
    expect((await project.call('GET', `/networks/${network.id}`)).body.network.servers).toEqual([server.id]);
    await project.refused('resource_in_use', 'DELETE', `/placement_groups/${placement_group.id}`);
    await project.done('DELETE', `/ssh_keys/${ssh_key.id}`);
  });

  it.each([
    [{ name: 'no_host' }, "invalid input in field 'name': must be a valid hostname"],
    [{ location: 'moon' }, "location 'moon' not found"],
    [{ location: 'ash' }, 'unsupported location for server type'],
    [{ server_type: 'cx22' }, 'unsupported location for server type'],
    [{ server_type: 'cx1' }, "invalid input in field 'server_type': server type 'cx1' not found"],
    [{ image: 'plan9' }, "invalid input in field 'image': image 'plan9' not found"],
    [{ ssh_keys: ['nobody'] }, "invalid input in field 'ssh_keys': SSH key 'nobody' not found"],
    [{ datacenter: 'fsn1-dc14' }, "invalid input in field 'datacenter': was removed, use location"],
    [{ user_data: 'x'.repeat(32_769) }, "invalid input in field 'user_data': is too long"],
    [{ image: '114690389' }, "invalid input in field 'image': is of another architecture than the server type"],
    [
      { public_net: { enable_ipv4: false, enable_ipv6: false } },
      "invalid input in field 'public_net': a server needs a public or a private interface",
    ],
  ])('refuses %j', async (change, message) => {
    expect((await project.refused('invalid_input', 'POST', '/servers', { ...SERVER, ...change })).message).toBe(
      message,
    );
    await nothingMade();
  });

  it.each(['networks', 'volumes', 'placement_group'])('refuses %s that are not there', async (field) => {
    await project.refused('not_found', 'POST', '/servers', {
      ...SERVER,
      [field]: field === 'placement_group' ? 1 : [1],
    });
    await nothingMade();
  });

  it('refuses a taken name, a full quota, and what is sold out', async () => {
    project.emulator.stock.soldOut('hetzner', 'cx23', 'fsn1');
    const sold = await project.call('POST', '/servers', SERVER);
    expect(sold).toMatchObject({
      status: 412,
      body: { error: { code: 'resource_unavailable', message: 'error during placement' } },
    });
    await nothingMade();
    project.emulator.quotas.set('hetzner', 'primary_ips', 1);
    await project.refused('resource_limit_exceeded', 'POST', '/servers', { ...SERVER, location: 'nbg1' });
    await nothingMade();
    project.emulator.quotas.set('hetzner', 'primary_ips', undefined);
    project.emulator.quotas.set('hetzner', 'servers', 1);
    await project.done('POST', '/servers', { ...SERVER, location: 'nbg1' });
    const taken = await project.refused('uniqueness_error', 'POST', '/servers', { ...SERVER, location: 'nbg1' });
    expect(taken.message).toBe('server name is already used');
    const full = await project.call('POST', '/servers', { ...SERVER, name: 't', location: 'nbg1' });
    expect(full).toMatchObject({
      status: 403,
      body: { error: { code: 'resource_limit_exceeded', details: { limits: [{ name: 'server_limit' }] } } },
    });
  });

  it('chooses a place that has the type in stock where none is named', async () => {
    const anywhere = { name: 's', server_type: 'cpx11', image: 'debian-12' };
    project.emulator.stock.soldOut('hetzner', 'cpx11', 'ash');
    expect((await project.done('POST', '/servers', anywhere)).server.location.name).toBe('hil');
    project.emulator.stock.soldOut('hetzner', 'cpx11');
    await project.refused('resource_unavailable', 'POST', '/servers', { ...anywhere, name: 't' });
  });

  it('fills a placement group with ten', async () => {
    const { placement_group } = await project.done('POST', '/placement_groups', { name: 'g', type: 'spread' });
    const make = (n: number) => ({ ...SERVER, name: `s${n}`, placement_group: placement_group.id });
    for (let n = 0; n < 10; n += 1) await project.done('POST', '/servers', make(n));
    await project.refused('placement_error', 'POST', '/servers', make(10));
  });
});
