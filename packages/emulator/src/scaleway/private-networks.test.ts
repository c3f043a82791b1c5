import { type Account, IPAM, newAccount, PROJECT, VPC } from './scaleway.fixture.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const cidrs = (network: { subnets: { subnet: string }[] }) => network.subnets.map(({ subnet }) => subnet);

it('every project has a default VPC in every region', async () => {
  for (const region of ['fr-par', 'nl-ams', 'pl-waw']) {
    const { vpcs } = await account.done('GET', `/vpc/v2/regions/${region}/vpcs?is_default=true`);
    expect(vpcs).toMatchObject([{ name: 'default', is_default: true, project_id: PROJECT, region }]);
  }
  const project = await account.done('POST', '/account/v3/projects', { name: 'second', description: '' });
  const { vpcs } = await account.done('GET', `${VPC}/vpcs?project_id=${project.id}`);
  expect(vpcs).toMatchObject([{ is_default: true }]);
  await account.refused({ status: 412 }, 'DELETE', `${VPC}/vpcs/${vpcs[0].id}`);
  expect((await account.call('DELETE', `/account/v3/projects/${project.id}`)).status).toBe(204);
});

it('gets what subnets were not asked for', async () => {
  expect(cidrs(await account.network())).toEqual(['172.16.0.0/22', expect.stringMatching(/^fd.*::\/64$/)]);
  expect(cidrs(await account.network())[0]).toBe('172.16.4.0/22');
  const network = await account.network({ subnets: ['10.0.0.0/24'] });
  expect(cidrs(network)).toEqual(['10.0.0.0/24', expect.stringContaining('/64')]);
  expect(network).toMatchObject({ dhcp_enabled: true, vpc_id: network.subnets[0].vpc_id });
  const { subnets } = await account.done('GET', `${VPC}/subnets?vpc_id=${network.vpc_id}`);
  expect(subnets).toHaveLength(6);
});

it.each([['10.0.0.1/24'], ['10.0.0.0/33'], ['nonsense'], ['10.9.0.0/25']])('refuses the subnet %s', async (subnet) => {
  await account.network({ subnets: ['10.9.0.0/24'] });
  const refusal = { status: 400, details: [{ argument_name: 'subnets.0', reason: 'constraint' }] };
  await account.refused(refusal, 'POST', `${VPC}/private-networks`, {
    name: 'n',
    project_id: PROJECT,
    subnets: [subnet],
  });
});

it('may overlap in another VPC', async () => {
  const vpc = await account.done('POST', `${VPC}/vpcs`, { name: 'own', project_id: PROJECT, enable_routing: true });
  await account.network({ subnets: ['10.9.0.0/24'] });
  await account.network({ subnets: ['10.9.0.0/24'], vpc_id: vpc.id });
  expect(await account.done('GET', `${VPC}/vpcs/${vpc.id}`)).toMatchObject({ private_network_count: 1 });
  const inUse = { status: 412, type: 'precondition_failed', precondition: 'resource_still_in_use' };
  await account.refused(inUse, 'DELETE', `${VPC}/vpcs/${vpc.id}`);
  await account.done('PATCH', `${VPC}/vpcs/${vpc.id}`, { name: 'renamed', tags: ['x'] });
  await account.done('POST', `${VPC}/vpcs/${vpc.id}/enable-custom-routes-propagation`);
  await account.done('POST', `${VPC}/vpcs/${vpc.id}/enable-routing`, {});
});

it('gains and loses subnets', async () => {
  const { id } = await account.network({ subnets: ['10.0.0.0/24'] });
  const path = `${VPC}/private-networks/${id}`;
  expect(await account.done('POST', `${path}/subnets`, { subnets: ['10.0.1.0/24'] })).toEqual({
    subnets: ['10.0.1.0/24'],
  });
  await account.refused({ status: 400 }, 'POST', `${path}/subnets`, { subnets: ['10.0.1.128/25'] });
  expect(cidrs(await account.done('GET', path))).toHaveLength(3);
  expect(await account.done('DELETE', `${path}/subnets`, { subnets: ['10.0.0.0/24'] })).toEqual({
    subnets: ['10.0.0.0/24'],
  });
  await account.refused({ status: 400 }, 'DELETE', `${path}/subnets`, { subnets: ['10.0.0.0/24'] });
  const changed = await account.done('PATCH', path, { name: 'renamed', tags: ['t'] });
  expect(changed).toMatchObject({ name: 'renamed', tags: ['t'] });
  await account.done('POST', `${path}/enable-dhcp`, {});
});

it('is refused deletion while an address is taken', async () => {
  const { id } = await account.network();
  const book = { project_id: PROJECT, source: { private_network_id: id }, is_ipv6: false };
  const ip = await account.done('POST', `${IPAM}/ips`, book);
  const inUse = { status: 412, help_message: 'Private Network must be empty to be deleted' };
  await account.refused(inUse, 'DELETE', `${VPC}/private-networks/${id}`);
  await account.done('DELETE', `${IPAM}/ips/${ip.id}`);
  expect((await account.call('DELETE', `${VPC}/private-networks/${id}`)).status).toBe(204);
  await account.refused({ status: 404, resource: 'private_network' }, 'GET', `${VPC}/private-networks/${id}`);
});
