import { newProject, type Project } from '../hetzner.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

const server = async (more: object = {}) =>
  (
    await project.done('POST', '/servers', {
      name: 's',
      server_type: 'cx23',
      image: 'debian-12',
      location: 'fsn1',
      ...more,
    })
  ).server;
const off = { start_after_create: false };

describe('floating IPs', () => {
  const read = async (id: number) => (await project.call('GET', `/floating_ips/${id}`)).body.floating_ip;

  it('move between servers, and must be free to go', async () => {
    const a = await server();
    const b = await server({ name: 'b', location: 'hel1' });
    const { body } = await project.call('POST', '/floating_ips', {
      type: 'ipv4',
      name: 'fip',
      server: a.id,
      description: 'd',
    });
    expect(body).toMatchObject({
      action: { command: 'assign_floating_ip' },
      floating_ip: { server: null, home_location: { name: 'fsn1' } },
    });
    const { id, ip } = body.floating_ip;
    project.clock.advance(1000);
    expect(await read(id)).toMatchObject({ server: a.id, description: 'd', dns_ptr: [{ ip }] });
    await project.refused('floating_ip_assigned', 'POST', `/floating_ips/${id}/actions/assign`, { server: a.id });
    await project.done('POST', `/floating_ips/${id}/actions/assign`, { server: b.id });
    expect((await read(id)).server).toBe(b.id);
    expect((await project.call('GET', `/servers/${b.id}`)).body.server.public_net.floating_ips).toEqual([id]);
    await project.refused('must_be_unassigned', 'DELETE', `/floating_ips/${id}`);
    await project.done('POST', `/floating_ips/${id}/actions/unassign`);
    await project.refused('invalid_input', 'POST', `/floating_ips/${id}/actions/unassign`);
    expect((await project.call('DELETE', `/floating_ips/${id}`)).status).toBe(204);
  });

  it('are /64 networks for IPv6, with reverse names of single addresses', async () => {
    const { floating_ip } = await project.done('POST', '/floating_ips', { type: 'ipv6', home_location: 'nbg1' });
    expect(floating_ip.ip).toMatch(/^2001:db8:.*::\/64$/);
    expect(floating_ip.name).toBe(`floating-ip-${floating_ip.id}`);
    const ip = floating_ip.ip.replace('/64', '1');
    const change = (body: object) =>
      project.done('POST', `/floating_ips/${floating_ip.id}/actions/change_dns_ptr`, body);
    await change({ ip, dns_ptr: 'a.example' });
    expect((await read(floating_ip.id)).dns_ptr).toEqual([{ ip, dns_ptr: 'a.example' }]);
    await change({ ip, dns_ptr: null });
    expect((await read(floating_ip.id)).dns_ptr).toEqual([]);
    const body = { ip: '2001:db8:ffff::1', dns_ptr: 'x.example' };
    await project.refused('invalid_input', 'POST', `/floating_ips/${floating_ip.id}/actions/change_dns_ptr`, body);
  });

  it('are protected and renamed', async () => {
    const { floating_ip } = await project.done('POST', '/floating_ips', { type: 'ipv4', home_location: 'nbg1' });
    await project.done('POST', `/floating_ips/${floating_ip.id}/actions/change_protection`, { delete: true });
    await project.refused('protected', 'DELETE', `/floating_ips/${floating_ip.id}`);
    const changed = await project.done('PUT', `/floating_ips/${floating_ip.id}`, {
      name: 'x',
      description: null,
      labels: { a: '' },
    });
    expect(changed.floating_ip).toMatchObject({ name: 'x', description: null, labels: { a: '' } });
    await project.refused('invalid_input', 'POST', '/floating_ips', { type: 'ipv4' });
  });
});

describe('primary IPs', () => {
  const read = async (id: number) => (await project.call('GET', `/primary_ips/${id}`)).body.primary_ip;

  it('come and go with the server that did not ask for them', async () => {
    const { id, public_net } = await server();
    expect(public_net.ipv4.ip).toMatch(/^198\.1[89]\./);
    expect(public_net.ipv6.ip).toMatch(/::\/64$/);
    expect(await read(public_net.ipv4.id)).toMatchObject({
      assignee_id: id,
      assignee_type: 'server',
      auto_delete: true,
      name: `primary_ip-${public_net.ipv4.id}`,
    });
    await project.done('DELETE', `/servers/${id}`);
    expect((await project.call('GET', '/primary_ips')).body.primary_ips).toEqual([]);
  });

  it('outlive a server when made before it', async () => {
    const { primary_ip } = await project.done('POST', '/primary_ips', {
      name: 'p',
      type: 'ipv4',
      location: 'fsn1',
      assignee_type: 'server',
    });
    expect(primary_ip).toMatchObject({ assignee_id: null, assignee_type: 'unassigned', location: { name: 'fsn1' } });
    expect(primary_ip).not.toHaveProperty('datacenter');
    const made = await server({ public_net: { ipv4: primary_ip.id, enable_ipv6: false } });
    expect(made.public_net).toMatchObject({ ipv4: { id: primary_ip.id, ip: primary_ip.ip }, ipv6: null });
    await project.refused('must_be_unassigned', 'DELETE', `/primary_ips/${primary_ip.id}`);
    await project.done('DELETE', `/servers/${made.id}`);
    expect(await read(primary_ip.id)).toMatchObject({ assignee_id: null, assignee_type: 'unassigned' });
    expect((await project.call('DELETE', `/primary_ips/${primary_ip.id}`)).status).toBe(204);
  });

  it('change hands while servers are off', async () => {
    const a = await server();
    const { primary_ip } = await project.done('POST', '/primary_ips', { name: 'p', type: 'ipv4', location: 'fsn1' });
    const assign = { assignee_id: a.id, assignee_type: 'server' };
    const path = `/primary_ips/${primary_ip.id}/actions`;
    await project.refused('server_not_stopped', 'POST', `${path}/assign`, assign);
    await project.refused('server_not_stopped', 'POST', `/primary_ips/${a.public_net.ipv4.id}/actions/unassign`);
    await project.done('POST', `/servers/${a.id}/actions/poweroff`);
    await project.refused('server_has_ipv4', 'POST', `${path}/assign`, assign);
    await project.done('POST', `/primary_ips/${a.public_net.ipv4.id}/actions/unassign`);
    await project.done('POST', `${path}/assign`, assign);
    expect((await project.call('GET', `/servers/${a.id}`)).body.server.public_net.ipv4.id).toBe(primary_ip.id);
    await project.refused('primary_ip_already_assigned', 'POST', `${path}/assign`, assign);
    const far = await server({ name: 'far', location: 'hel1', ...off, public_net: { enable_ipv4: false } });
    await project.done('POST', `${path}/unassign`);
    await project.refused('primary_ip_datacenter_mismatch', 'POST', `${path}/assign`, {
      ...assign,
      assignee_id: far.id,
    });
  });

  it('are made for a server that is off', async () => {
    const made = await server({ ...off, public_net: { enable_ipv4: false } });
    const { body } = await project.call('POST', '/primary_ips', {
      name: 'p',
      type: 'ipv4',
      assignee_id: made.id,
      assignee_type: 'server',
      auto_delete: true,
    });
    expect(body.action.command).toBe('assign_primary_ip');
    project.clock.advance(1000);
    expect(await read(body.primary_ip.id)).toMatchObject({ assignee_id: made.id, auto_delete: true });
    await project.refused('invalid_input', 'POST', `/primary_ips/${body.primary_ip.id}/actions/change_protection`, {
      delete: true,
    });
    await project.done('PUT', `/primary_ips/${body.primary_ip.id}`, { auto_delete: false });
    await project.done('POST', `/primary_ips/${body.primary_ip.id}/actions/change_protection`, { delete: true });
    await project.refused('protected', 'DELETE', `/primary_ips/${body.primary_ip.id}`);
  });

  it('refuse what is gone or does not fit', async () => {
    const error = await project.refused('invalid_input', 'POST', '/primary_ips', {
      name: 'p',
      type: 'ipv4',
      datacenter: 'fsn1-dc14',
    });
    expect(error.details.fields[0].name).toBe('datacenter');
    await project.refused('invalid_input', 'POST', '/primary_ips', { name: 'p', type: 'ipv4' });
    const { primary_ip } = await project.done('POST', '/primary_ips', { name: 'p', type: 'ipv6', location: 'fsn1' });
    const create = (more: object) => ({
      name: 's',
      server_type: 'cx23',
      image: 'debian-12',
      location: 'fsn1',
      ...more,
    });
    await project.refused(
      'primary_ip_version_mismatch',
      'POST',
      '/servers',
      create({ public_net: { ipv4: primary_ip.id } }),
    );
    await project.refused(
      'primary_ip_datacenter_mismatch',
      'POST',
      '/servers',
      create({ location: 'nbg1', public_net: { ipv6: primary_ip.id } }),
    );
    await server({ public_net: { ipv6: primary_ip.id } });
    await project.refused(
      'primary_ip_assigned',
      'POST',
      '/servers',
      create({ name: 't', public_net: { ipv6: primary_ip.id } }),
    );
    expect(
      (await project.call('GET', `/primary_ips?ip=${encodeURIComponent(primary_ip.ip)}`)).body.primary_ips,
    ).toHaveLength(1);
  });
});
