import { newProject, type Project } from '../hetzner.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

const SSH = { direction: 'in', protocol: 'tcp', port: '22', source_ips: ['0.0.0.0/0', '::/0'] };
const create = async (more: object = {}) => (await project.done('POST', '/firewalls', { name: 'f', ...more })).firewall;
const server = async (name: string, labels = {}, more: object = {}) =>
  (
    await project.done('POST', '/servers', {
      name,
      server_type: 'cx23',
      image: 'debian-12',
      location: 'fsn1',
      labels,
      ...more,
    })
  ).server;
const read = async (id: number) => (await project.call('GET', `/firewalls/${id}`)).body.firewall;
const act = (id: number, action: string, body: object) =>
  project.done('POST', `/firewalls/${id}/actions/${action}`, body);
const onServer = async (id: number) => (await project.call('GET', `/servers/${id}`)).body.server.public_net.firewalls;
const byServer = (id: number) => ({ type: 'server', server: { id } });
const bySelector = (selector: string) => ({ type: 'label_selector', label_selector: { selector } });

describe('firewalls', () => {
  it('keep their rules as given, IPv6 in canonical form, and replace them whole', async () => {
    const { body } = await project.call('POST', '/firewalls', {
      name: 'f',
      rules: [SSH, { direction: 'out', protocol: 'icmp', destination_ips: ['2001:0DB8::0/32'], description: 'ping' }],
    });
    expect(body.actions).toMatchObject([{ command: 'set_firewall_rules', status: 'success' }]);
    expect(body.firewall.rules).toEqual([
      { ...SSH, destination_ips: [], description: null },
      {
        direction: 'out',
        protocol: 'icmp',
        port: null,
        source_ips: [],
        destination_ips: ['2001:db8::/32'],
        description: 'ping',
      },
    ]);
    await act(body.firewall.id, 'set_rules', { rules: [] });
    expect((await read(body.firewall.id)).rules).toEqual([]);
  });

  it.each([
    [{ ...SSH, port: undefined }, 'port'],
    [{ ...SSH, port: '0' }, 'port'],
    [{ ...SSH, port: '90-80' }, 'port'],
    [{ ...SSH, port: '1-65536' }, 'port'],
    [{ ...SSH, protocol: 'icmp' }, 'port'],
    [{ ...SSH, source_ips: ['10.0.0.1/24'] }, 'source_ips.0'],
    [{ ...SSH, source_ips: ['10.0.0.1'] }, 'source_ips.0'],
    [{ ...SSH, source_ips: [] }, 'source_ips'],
    [{ ...SSH, destination_ips: ['::/0'] }, 'destination_ips'],
    [{ ...SSH, direction: 'up' }, 'direction'],
  ])('refuse the rule %j', async (rule, field) => {
    const error = await project.refused('invalid_input', 'POST', '/firewalls', { name: 'f', rules: [SSH, rule] });
    expect(error.details.fields.map(({ name }: { name: string }) => name)).toContain(`rules.1.${field}`);
    expect((await project.call('GET', '/firewalls')).body.firewalls).toEqual([]);
  });

  it('are pending on a server until applied, and in use until removed', async () => {
    const { id } = await create();
    const { id: serverId } = await server('s');
    await project.call('POST', `/firewalls/${id}/actions/apply_to_resources`, { apply_to: [byServer(serverId)] });
    expect(await onServer(serverId)).toEqual([{ id, status: 'pending' }]);
    project.clock.advance(1000);
    expect(await onServer(serverId)).toEqual([{ id, status: 'applied' }]);
    expect((await read(id)).applied_to).toEqual([byServer(serverId)]);
    await project.refused('firewall_already_applied', 'POST', `/firewalls/${id}/actions/apply_to_resources`, {
      apply_to: [byServer(serverId)],
    });
    expect((await project.refused('resource_in_use', 'DELETE', `/firewalls/${id}`)).message).toBe(
      `firewall with ID ${id} is still in use`,
    );
    await act(id, 'remove_from_resources', { remove_from: [byServer(serverId)] });
    expect(await onServer(serverId)).toEqual([]);
    await project.refused('firewall_resource_not_found', 'POST', `/firewalls/${id}/actions/remove_from_resources`, {
      remove_from: [byServer(serverId)],
    });
    expect((await project.call('DELETE', `/firewalls/${id}`)).status).toBe(204);
  });

  it('reach by label selector whatever has the labels at the moment', async () => {
    const { id } = await create({ apply_to: [bySelector('role=web')] });
    const web = await server('web', { role: 'web' });
    const db = await server('db', { role: 'db' });
    expect(await onServer(web.id)).toEqual([{ id, status: 'applied' }]);
    expect(await onServer(db.id)).toEqual([]);
    await project.done('PUT', `/servers/${db.id}`, { labels: { role: 'web' } });
    expect((await read(id)).applied_to[0].applied_to_resources).toEqual([byServer(web.id), byServer(db.id)]);
    const body = { remove_from: [byServer(web.id)] };
    await project.refused(
      'firewall_managed_by_label_selector',
      'POST',
      `/firewalls/${id}/actions/remove_from_resources`,
      body,
    );
    await act(id, 'remove_from_resources', { remove_from: [bySelector('role=web')] });
    expect(await onServer(web.id)).toEqual([]);
  });

  it('do not go where there is no server, no public interface, or five already', async () => {
    const { id } = await create();
    const refuse = (code: string, target: object) =>
      project.refused(code, 'POST', `/firewalls/${id}/actions/apply_to_resources`, { apply_to: [target] });
    await refuse('firewall_resource_not_found', byServer(1));
    await refuse('invalid_input', bySelector('a b'));
    const { network } = await project.done('POST', '/networks', {
      name: 'n',
      ip_range: '10.0.0.0/16',
      subnets: [{ type: 'cloud', network_zone: 'eu-central' }],
    });
    const hidden = await server(
      'hidden',
      {},
      { networks: [network.id], public_net: { enable_ipv4: false, enable_ipv6: false } },
    );
    await refuse('private_net_only_server', byServer(hidden.id));
    const full = await server('full', { full: '' });
    for (let n = 0; n < 5; n += 1)
      await create({ name: `f${n}`, apply_to: [n % 2 ? byServer(full.id) : bySelector('full')] });
    await refuse('resource_limit_exceeded', byServer(full.id));
  });

  it('are renamed and labelled, with unique names', async () => {
    const { id } = await create();
    await project.refused('uniqueness_error', 'POST', '/firewalls', { name: 'f' });
    expect((await project.done('PUT', `/firewalls/${id}`, { name: 'g', labels: { a: 'b' } })).firewall).toMatchObject({
      name: 'g',
      labels: { a: 'b' },
    });
  });
});
