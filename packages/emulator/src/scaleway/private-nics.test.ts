import { type Account, type Body, IPAM, newAccount, PROJECT, VPC, ZONE } from './scaleway.fixture.js';

let account: Account;
let network: Body;
beforeEach(async () => {
  account = await newAccount();
  network = await account.network({ subnets: ['10.0.0.0/24'] });
});
afterEach(() => account.close());

const nics = (server: Body) => `${ZONE}/servers/${server.id}/private_nics`;
const plug = async (server: Body, wish: object = {}): Promise<Body> => {
  const { status, body } = await account.call('POST', nics(server), { private_network_id: network.id, ...wish });
  expect(status).toBe(201);
  return body.private_nic;
};
const addresses = async (nic: Body): Promise<Body[]> =>
  (await account.done('GET', `${IPAM}/ips?resource_id=${nic.id}&resource_type=instance_private_nic`)).ips;

it('is there at once on a stopped server; its addresses come later', async () => {
  const server = await account.server();
  const nic = await plug(server, { tags: ['t'] });
  expect(nic).toMatchObject({ state: 'available', ipam_ip_ids: [], mac_address: '02:00:00:00:00:01', tags: ['t'] });
  expect(await addresses(nic)).toEqual([]);
  account.clock.advance(600);
  const [v6, v4] = (await addresses(nic)).sort((a, b) => Number(b.is_ipv6) - Number(a.is_ipv6));
  expect(v4).toMatchObject({
    address: '10.0.0.2/24',
    source: { subnet_id: network.subnets[0].id },
    resource: { mac_address: nic.mac_address.toUpperCase(), name: 'web', type: 'instance_private_nic' },
    zone: null,
  });
  expect(v6.address).toMatch(/^fd.*\/64$/);
  const shown = (await account.done('GET', `${ZONE}/servers/${server.id}`)).server.private_nics;
  expect(shown).toMatchObject([{ id: nic.id, ipam_ip_ids: [v4.id, v6.id] }]);
});

it('takes its time on a running server', async () => {
  const server = await account.server({}, true);
  const { id } = await plug(server);
  const state = async () => (await account.done('GET', `${nics(server)}/${id}`)).private_nic.state;
  expect(await state()).toBe('syncing');
  account.clock.advance(70_000);
  expect(await state()).toBe('available');
});

it('takes an address booked before, and gives it back', async () => {
  const source = { subnet_id: network.subnets[0].id };
  const book = { project_id: PROJECT, source, is_ipv6: false, address: '10.0.0.42' };
  const ip = await account.done('POST', `${IPAM}/ips`, book);
  expect(ip).toMatchObject({ address: '10.0.0.42/24', resource: null });
  await account.refused({ status: 409, type: 'already_exists' }, 'POST', `${IPAM}/ips`, book);
  await account.refused({ status: 400 }, 'POST', `${IPAM}/ips`, { ...book, address: '10.0.1.42' });

  const server = await account.server();
  const nic = await plug(server, { ipam_ip_ids: [ip.id] });
  account.clock.advance(10_000);
  expect(await addresses(nic)).toMatchObject([{ id: ip.id, resource: { id: nic.id } }]);
  await account.refused({ status: 412 }, 'DELETE', `${IPAM}/ips/${ip.id}`);
  const other = await account.server({ name: 'other' });
  await account.refused({ status: 400 }, 'POST', nics(other), { private_network_id: network.id, ipam_ip_ids: [ip.id] });
  expect((await account.call('DELETE', `${nics(server)}/${nic.id}`)).status).toBe(204);
  expect(await account.done('GET', `${IPAM}/ips/${ip.id}`)).toMatchObject({ resource: null });
  await account.done('PATCH', `${IPAM}/ips/${ip.id}`, { tags: ['x'], reverses: [{ hostname: 'a.b', address: null }] });
  expect((await account.done('GET', `${IPAM}/ips?tags=x&attached=false&is_ipv6=false`)).total_count).toBe(1);
  await account.done('POST', `${IPAM}/ip-sets/release`, { ip_ids: [ip.id] });
});

it('stands in the way of the network until it or the server is gone', async () => {
  const server = await account.server();
  const nic = await plug(server);
  await account.refused({ status: 412 }, 'DELETE', `${VPC}/private-networks/${network.id}`);
  account.clock.advance(1_000);
  expect((await account.done('PATCH', `${nics(server)}/${nic.id}`, { tags: ['x'] })).tags).toEqual(['x']);
  expect((await account.done('GET', `${nics(server)}?tags=x`)).private_nics).toHaveLength(1);
  await account.done('DELETE', `${ZONE}/servers/${server.id}`);
  expect(await addresses(nic)).toEqual([]);
  expect((await account.call('DELETE', `${VPC}/private-networks/${network.id}`)).status).toBe(204);
});

it('refuses a second one into the same network, one of another region, and a ninth', async () => {
  const server = await account.server();
  await plug(server);
  await account.refused({ status: 409, type: 'already_exists' }, 'POST', nics(server), {
    private_network_id: network.id,
  });
  const body = { name: 'far', project_id: PROJECT };
  const far = await account.done('POST', '/vpc/v2/regions/nl-ams/private-networks', body);
  const unknown = { status: 404, resource: 'private_network' };
  await account.refused(unknown, 'POST', nics(server), { private_network_id: far.id });
  for (let index = 0; index < 7; index += 1) {
    const { id } = await account.network();
    await account.done('POST', nics(server), { private_network_id: id });
  }
  const { id } = await account.network();
  const details = [{ resource: 'private-nics', quota: 8, current: 8 }];
  await account.refused({ status: 403, details }, 'POST', nics(server), { private_network_id: id });
});

it('says so where the subnet is full', async () => {
  network = await account.network({ subnets: ['10.7.0.0/30'] });
  const [first, second] = [await account.server(), await account.server({ name: 'second' })];
  await plug(first);
  const { id } = await plug(second);
  account.clock.advance(1_000);
  expect((await account.done('GET', `${nics(second)}/${id}`)).private_nic.state).toBe('syncing_error');
});
