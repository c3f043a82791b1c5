import { type Account, newAccount, PROJECT, ZONE } from './scaleway.fixture.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const IPS = `${ZONE}/ips`;

it('an IPv4 has an address, an IPv6 a prefix of which the server makes its own', async () => {
  const { ip: v4 } = await account.done('POST', IPS, { project: PROJECT, type: 'routed_ipv4', tags: ['a'] });
  expect(v4).toMatchObject({ address: '198.18.0.1', prefix: null, state: 'detached', ipam_id: v4.id, server: null });
  const { ip: v6 } = await account.done('POST', IPS, { project: PROJECT, type: 'routed_ipv6' });
  expect(v6).toMatchObject({ address: null, prefix: '2001:db8:0:1::/64' });
  const server = await account.server({ public_ips: [v4.id, v6.id] });
  expect(server.public_ips).toMatchObject([
    { address: '198.18.0.1', family: 'inet', netmask: '32', provisioning_mode: 'dhcp' },
    { address: '2001:db8:0:1:dc00:ff:fe00:1', family: 'inet6', netmask: '64', provisioning_mode: 'slaac' },
  ]);
  expect(server.public_ip.id).toBe(v4.id);
});

it('attaches and detaches by PATCH, also by its address', async () => {
  const server = await account.server();
  const { ip } = await account.done('POST', IPS, {});
  const path = `${IPS}/${ip.address}`;
  const attached = (await account.done('PATCH', path, { server: server.id })).ip;
  expect(attached).toMatchObject({ server: { id: server.id, name: 'web' }, state: 'attached' });
  const other = await account.server({ name: 'other' });
  const taken = { status: 400, details: [{ argument_name: 'server' }] };
  await account.refused(taken, 'PATCH', path, { server: other.id });
  const public_ips = { name: 'third', commercial_type: 'DEV1-S', public_ips: [ip.id] };
  await account.refused(
    { status: 400, details: [{ argument_name: 'public_ips' }] },
    'POST',
    `${ZONE}/servers`,
    public_ips,
  );
  expect((await account.done('PATCH', `${IPS}/${ip.id}`, { server: null })).ip).toMatchObject({ server: null });
  expect((await account.done('GET', `${ZONE}/servers/${server.id}`)).server.public_ips).toEqual([]);
  const named = await account.done('PATCH', path, { reverse: 'web.example.org', tags: ['x'] });
  expect(named.ip).toMatchObject({ reverse: 'web.example.org', tags: ['x'] });
});

it('leaves its server when deleted', async () => {
  const server = await account.server();
  const { ip } = await account.done('POST', IPS, { server: server.id });
  expect((await account.call('DELETE', `${IPS}/${ip.id}`)).status).toBe(204);
  expect((await account.done('GET', `${ZONE}/servers/${server.id}`)).server.public_ips).toEqual([]);
  await account.refused({ status: 404, resource: 'instance_ip', resource_id: ip.id }, 'GET', `${IPS}/${ip.id}`);
});

it('lists by tag, type and part of the address, within a quota', async () => {
  await account.done('POST', IPS, { tags: ['a', 'b'] });
  await account.done('POST', IPS, { type: 'routed_ipv6', tags: ['a'] });
  const found = async (query: string) => (await account.done('GET', `${IPS}?${query}`)).ips.length;
  expect(await found('tags=a')).toBe(2);
  expect(await found('tags=a,b')).toBe(1);
  expect(await found('type=routed_ipv6')).toBe(1);
  expect(await found('name=198.18')).toBe(1);
  account.emulator.quotas.set('scaleway', 'ips', 2);
  await account.refused({ status: 403, type: 'quotas_exceeded' }, 'POST', IPS, {});
});
