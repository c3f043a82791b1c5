import { newProject, type Project, PUBLIC_KEY } from '../../hetzner.fixture.js';

let project: Project;
let id: number;
beforeEach(async () => {
  project = await newProject();
  const body = { name: 's', server_type: 'cx23', image: 'debian-12', location: 'fsn1' };
  ({ id } = (await project.done('POST', '/servers', body)).server);
});
afterEach(() => project.close());

const read = async () => (await project.call('GET', `/servers/${id}`)).body.server;
const act = (action: string, body: object = {}) => project.done('POST', `/servers/${id}/actions/${action}`, body);
const begin = (action: string, body: object = {}) => project.call('POST', `/servers/${id}/actions/${action}`, body);
const refuse = (code: string, action: string, body: object = {}) =>
  project.refused(code, 'POST', `/servers/${id}/actions/${action}`, body);

it('comes to its end also where steps take no time', async () => {
  project.emulator.configure({ durations: { hetzner: { '*': 0 } } });
  await begin('poweroff');
  await begin('change_type', { server_type: 'cx33', upgrade_disk: false });
  expect(await read()).toMatchObject({ status: 'running', server_type: { name: 'cx33' } });
  await begin('rebuild', { image: 'debian-12' });
  expect(await read()).toMatchObject({ status: 'running', locked: false });
});

describe('power', () => {
  it('goes off and on through transient states, locked meanwhile', async () => {
    await begin('poweroff');
    expect(await read()).toMatchObject({ status: 'stopping', locked: true });
    const locked = await begin('poweron');
    expect(locked).toMatchObject({
      status: 423,
      body: { error: { code: 'locked', message: 'cannot perform operation because server is locked' } },
    });
    await project.refused('locked', 'DELETE', `/servers/${id}`);
    project.clock.advance(500);
    expect(await read()).toMatchObject({ status: 'off', locked: false });
    await begin('poweron');
    expect(await read()).toMatchObject({ status: 'starting' });
    project.clock.advance(500);
    expect(await read()).toMatchObject({ status: 'running' });
  });

  it('is off only some time after a shutdown was sent', async () => {
    const { body } = await begin('shutdown');
    project.clock.advance(200);
    expect((await project.call('GET', `/actions/${body.action.id}`)).body.action.status).toBe('success');
    expect(await read()).toMatchObject({ status: 'stopping', locked: false });
    project.clock.advance(800);
    expect(await read()).toMatchObject({ status: 'off' });
    const { actions } = (await project.call('GET', `/servers/${id}/actions`)).body;
    expect(actions.map(({ command }: { command: string }) => command)).not.toContain('guest_shutdown');
    await refuse('server_not_running', 'reboot');
  });

  it('survives reboot and reset', async () => {
    await act('reboot');
    await act('reset');
    expect(await read()).toMatchObject({ status: 'running' });
  });
});

describe('change of type', () => {
  it('needs the server off, and starts it again', async () => {
    await refuse('server_not_stopped', 'change_type', { server_type: 'cx33', upgrade_disk: false });
    await act('poweroff');
    await begin('change_type', { server_type: 'cx33', upgrade_disk: false });
    expect(await read()).toMatchObject({ status: 'migrating', locked: true });
    project.clock.advance(1000);
    expect(await read()).toMatchObject({ status: 'running', server_type: { name: 'cx33' }, primary_disk_size: 40 });
  });

  it('cannot go back once the disk has grown', async () => {
    await act('poweroff');
    await act('change_type', { server_type: 'cx33', upgrade_disk: true });
    expect((await read()).primary_disk_size).toBe(80);
    await act('poweroff');
    await refuse('invalid_server_type', 'change_type', { server_type: 'cx23', upgrade_disk: false });
  });

  it('is refused for another architecture, another place, sold out types and incomplete requests', async () => {
    await act('poweroff');
    await refuse('invalid_server_type', 'change_type', { server_type: 'cax21', upgrade_disk: false });
    await refuse('invalid_input', 'change_type', { server_type: 'cpx31', upgrade_disk: false });
    project.emulator.stock.soldOut('hetzner', 'cx33');
    await refuse('resource_unavailable', 'change_type', { server_type: 'cx33', upgrade_disk: false });
    await refuse('invalid_input', 'change_type', { server_type: 'cx43' });
    expect(await read()).toMatchObject({ status: 'off', server_type: { name: 'cx23' } });
  });
});

describe('networks', () => {
  const network = async (name: string, ip_range: string, zone = 'eu-central') =>
    (
      await project.done('POST', '/networks', {
        name,
        ip_range,
        subnets: [{ type: 'cloud', network_zone: zone, ip_range: ip_range.replace(/\/\d+/, '/24') }],
      })
    ).network;

  it('give an address, the wished or the first free one', async () => {
    const n = await network('n', '10.0.0.0/16');
    await begin('attach_to_network', { network: n.id });
    expect((await read()).private_net).toEqual([]);
    project.clock.advance(1000);
    expect((await read()).private_net).toMatchObject([{ network: n.id, ip: '10.0.0.2' }]);
    await refuse('server_already_attached', 'attach_to_network', { network: n.id });
    await project.refused('resource_in_use', 'POST', `/networks/${n.id}/actions/delete_subnet`, {
      ip_range: '10.0.0.0/24',
    });
    await act('detach_from_network', { network: n.id });
    expect((await read()).private_net).toEqual([]);
    await refuse('invalid_input', 'detach_from_network', { network: n.id });
    await act('attach_to_network', { network: n.id, ip: '10.0.0.9', alias_ips: ['10.0.0.10'] });
    await act('change_alias_ips', { network: n.id, alias_ips: ['10.0.0.11'] });
    expect((await read()).private_net).toMatchObject([{ ip: '10.0.0.9', alias_ips: ['10.0.0.11'] }]);
    await refuse('ip_not_available', 'change_alias_ips', { network: n.id, alias_ips: ['10.0.0.9'] });
  });

  it('refuse taken, reserved and foreign addresses, other zones and overlaps', async () => {
    const n = await network('n', '10.0.0.0/16');
    for (const ip of ['10.0.0.1', '10.0.0.0', '10.0.0.255', '10.0.1.5', '8.8.8.8', 'x']) {
      await refuse('ip_not_available', 'attach_to_network', { network: n.id, ip });
    }
    const far = await network('far', '10.1.0.0/16', 'us-east');
    await refuse('no_subnet_available', 'attach_to_network', { network: far.id });
    await refuse('no_subnet_available', 'attach_to_network', { network: n.id, ip_range: '10.0.9.0/24' });
    await act('attach_to_network', { network: n.id });
    const twin = await network('twin', '10.0.0.0/16');
    await refuse('networks_overlap', 'attach_to_network', { network: twin.id });
    await refuse('not_found', 'attach_to_network', { network: 1 });
  });

  it('let go of their servers when deleted', async () => {
    const n = await network('n', '10.0.0.0/16');
    await act('attach_to_network', { network: n.id });
    expect((await project.call('DELETE', `/networks/${n.id}`)).status).toBe(204);
    expect((await read()).private_net).toEqual([]);
  });
});

describe('images, backups and drives', () => {
  it('make snapshots that can be changed, protected, used and deleted', async () => {
    const { body } = await begin('create_image', { description: 'snap', labels: { a: 'b' } });
    expect(body.image).toMatchObject({ status: 'creating', type: 'snapshot', name: null, image_size: null });
    await project.refused('locked', 'DELETE', `/images/${body.image.id}`);
    project.clock.advance(1000);
    const path = `/images/${body.image.id}`;
    expect((await project.call('GET', path)).body.image).toMatchObject({
      status: 'available',
      created_from: { id, name: 's' },
    });
    await project.done('PUT', path, { description: 'other', labels: {} });
    await project.done('POST', `${path}/actions/change_protection`, { delete: true });
    await project.refused('protected', 'DELETE', path);
    await project.done('POST', `${path}/actions/change_protection`, { delete: false });
    await act('rebuild', { image: String(body.image.id) });
    expect((await read()).image).toMatchObject({ id: body.image.id, description: 'other' });
    expect((await project.call('GET', '/images?type=snapshot')).body.images).toHaveLength(1);
    expect((await project.call('DELETE', path)).status).toBe(204);
    expect((await read()).image).toBeNull();
  });

  it('keep backups while they are enabled', async () => {
    await refuse('invalid_input', 'create_image', { type: 'backup' });
    await act('enable_backup');
    expect((await read()).backup_window).toBe('22-02');
    const { image } = await act('create_image', { type: 'backup' });
    expect(image).toMatchObject({ bound_to: id, type: 'backup' });
    expect((await project.call('GET', `/images?bound_to=${id}`)).body.images).toHaveLength(1);
    await project.done('PUT', `/images/${image.id}`, { type: 'snapshot' });
    await act('create_image', { type: 'backup' });
    await act('disable_backup');
    const { images } = (await project.call('GET', '/images?type=backup&type=snapshot')).body;
    expect(images.map((left: { id: number }) => left.id)).toEqual([image.id]);
  });

  it('rebuild from an image of the right architecture', async () => {
    const { body } = await begin('rebuild', { image: 'ubuntu-24.04' });
    expect(body.root_password).toHaveLength(20);
    expect(await read()).toMatchObject({ status: 'rebuilding' });
    project.clock.advance(1000);
    expect(await read()).toMatchObject({ status: 'running', image: { name: 'ubuntu-24.04', architecture: 'x86' } });
    await refuse('invalid_input', 'rebuild', { image: 'plan9' });
    await refuse('invalid_input', 'rebuild', { image: '114690389' });
  });

  it('take ISO images', async () => {
    await act('attach_iso', { iso: 'FreeBSD-14.2-RELEASE-amd64-disc1.iso' });
    expect((await read()).iso).toMatchObject({ id: 110_004 });
    await act('detach_iso');
    expect((await read()).iso).toBeNull();
    await refuse('not_found', 'attach_iso', { iso: 'none.iso' });
    await refuse('invalid_input', 'attach_iso', { iso: 'debian-12.11.0-arm64-netinst.iso' });
  });
});

describe('the rest', () => {
  it('protects from deletion and rebuild together', async () => {
    await refuse('invalid_input', 'change_protection', { delete: true });
    const { action } = await act('change_protection', { delete: true, rebuild: true });
    expect(action).toMatchObject({ status: 'success', progress: 100 });
    await project.refused('protected', 'DELETE', `/servers/${id}`);
    await refuse('protected', 'rebuild', { image: 'debian-12' });
  });

  it('enables rescue, resets the password, and opens a console', async () => {
    const { ssh_key } = await project.done('POST', '/ssh_keys', { name: 'k', public_key: PUBLIC_KEY });
    expect((await act('enable_rescue', { type: 'linux64', ssh_keys: [ssh_key.id] })).root_password).toHaveLength(20);
    expect((await read()).rescue_enabled).toBe(true);
    await act('disable_rescue');
    expect((await read()).rescue_enabled).toBe(false);
    expect((await act('reset_password')).root_password).toHaveLength(20);
    expect((await act('request_console')).wss_url).toMatch(/^wss:\/\//);
    await act('poweroff');
    await refuse('server_not_running', 'reset_password');
    await refuse('not_found', 'enable_rescue', { ssh_keys: [1] });
  });

  it('moves in and out of placement groups while off', async () => {
    const { placement_group } = await project.done('POST', '/placement_groups', { name: 'g', type: 'spread' });
    await refuse('server_not_stopped', 'add_to_placement_group', { placement_group: placement_group.id });
    await act('poweroff');
    await act('add_to_placement_group', { placement_group: placement_group.id });
    expect((await read()).placement_group.servers).toEqual([id]);
    await act('remove_from_placement_group');
    expect((await read()).placement_group).toBeNull();
    await project.done('PUT', `/placement_groups/${placement_group.id}`, { name: 'h' });
    expect((await project.call('GET', '/placement_groups?type=spread')).body.placement_groups).toMatchObject([
      { name: 'h', servers: [] },
    ]);
    expect((await project.call('DELETE', `/placement_groups/${placement_group.id}`)).status).toBe(204);
  });

  it('names its addresses', async () => {
    const { public_net } = await read();
    await act('change_dns_ptr', { ip: public_net.ipv4.ip, dns_ptr: 'a.example' });
    expect((await read()).public_net.ipv4.dns_ptr).toBe('a.example');
    await act('change_dns_ptr', { ip: public_net.ipv4.ip, dns_ptr: null });
    expect((await read()).public_net.ipv4.dns_ptr).toBe(public_net.ipv4.dns_ptr);
    await refuse('invalid_input', 'change_dns_ptr', { ip: '1.2.3.4', dns_ptr: 'x' });
  });

  it('is renamed and relabelled, the labels whole', async () => {
    await project.done('PUT', `/servers/${id}`, { labels: { a: '1', b: '2' } });
    await project.done('PUT', `/servers/${id}`, { name: 't.example.com' });
    await project.done('PUT', `/servers/${id}`, { labels: { c: '3' } });
    expect(await read()).toMatchObject({ name: 't.example.com' });
    expect((await read()).labels).toEqual({ c: '3' });
    await project.refused('invalid_input', 'PUT', `/servers/${id}`, { labels: { 'hetzner.cloud/x': 'y' } });
  });

  it('measures itself', async () => {
    const range = 'start=2026-11-22T00:00:00Z&end=2026-11-22T01:00:00Z';
    const { metrics } = (await project.call('GET', `/servers/${id}/metrics?type=cpu&type=network&${range}&step=60`))
      .body;
    expect(metrics.time_series.cpu.values).toHaveLength(61);
    expect(Object.keys(metrics.time_series)).toHaveLength(5);
    await project.refused('invalid_input', 'GET', `/servers/${id}/metrics?type=mood&${range}`);
    await project.refused('invalid_input', 'GET', `/servers/${id}/metrics?type=cpu`);
  });

  it('goes with its action, and leaves volumes, floating IPs and firewalls free', async () => {
    const { volume } = await project.done('POST', '/volumes', { name: 'v', size: 10, server: id });
    const { floating_ip } = await project.done('POST', '/floating_ips', { type: 'ipv4', server: id });
    const { firewall } = await project.done('POST', '/firewalls', {
      name: 'f',
      apply_to: [{ type: 'server', server: { id } }],
    });
    await act('enable_backup');
    const { image } = await act('create_image', { type: 'backup' });
    const { body } = await project.call('DELETE', `/servers/${id}`);
    expect(body.action).toMatchObject({ command: 'delete_server', status: 'running' });
    expect(await read()).toMatchObject({ status: 'deleting' });
    await project.refused('locked', 'DELETE', `/servers/${id}`);
    project.clock.advance(500);
    await project.refused('not_found', 'GET', `/servers/${id}`);
    await project.refused('not_found', 'GET', `/images/${image.id}`);
    expect((await project.call('GET', `/actions/${body.action.id}`)).body.action.status).toBe('success');
    expect((await project.call('GET', `/volumes/${volume.id}`)).body.volume.server).toBeNull();
    expect((await project.call('GET', `/floating_ips/${floating_ip.id}`)).body.floating_ip.server).toBeNull();
    expect((await project.call('GET', `/firewalls/${firewall.id}`)).body.firewall.applied_to).toEqual([]);
  });

  it('is listed by status', async () => {
    expect((await project.call('GET', '/servers?status=running&status=off')).body.servers).toHaveLength(1);
    expect((await project.call('GET', '/servers?status=off')).body.servers).toHaveLength(0);
    await project.refused('invalid_input', 'GET', '/servers?status=happy');
  });
});
