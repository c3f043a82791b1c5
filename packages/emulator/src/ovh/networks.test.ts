import { type Body, newProject, type Project, REGION } from './ovh.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

const NETWORKS = `/region/${REGION}/network`;
const subnet = { cidr: '10.1.0.0/24', ipVersion: 4, enableDhcp: true, enableGatewayIp: true };

it('makes a network by an operation, which tells what it made', async () => {
  const operation = await project.done('POST', NETWORKS, { name: 'net', subnet });
  expect(operation).toMatchObject({ action: 'network#create', status: 'in-progress', resourceId: null });
  expect(await project.done('GET', NETWORKS)).toEqual([]);
  project.pass(60_000);
  const { status, resourceId } = await project.done('GET', `/operation/${operation.id}`);
  expect(status).toBe('completed');
  const [network] = await project.done('GET', NETWORKS);
  expect(network).toMatchObject({ id: resourceId, name: 'net', visibility: 'private' });
  const [made] = await project.done('GET', `${NETWORKS}/${resourceId}/subnet`);
  expect(made).toMatchObject({ cidr: '10.1.0.0/24', gatewayIp: '10.1.0.1', dhcpEnabled: true });
});

it('ends an operation in an error where Neutron refuses', async () => {
  const wish = { ...subnet, gatewayIp: '10.1.0.1', allocationPools: [{ start: '10.1.0.1', end: '10.1.0.9' }] };
  const { id } = await project.done('POST', NETWORKS, { name: 'net', subnet: wish });
  project.pass(60_000);
  expect(await project.done('GET', `/operation/${id}`)).toMatchObject({ status: 'in-error', resourceId: null });
});

it('is the network that Neutron has, and renames it over all regions', async () => {
  const { id } = await project.network();
  const [wide] = await project.done('GET', '/network/private');
  expect(wide.regions).toEqual([{ region: REGION, status: 'ACTIVE', openstackId: id }]);
  await project.done('PUT', `/network/private/${wide.id}`, { name: 'renamed' });
  const neutron = await project.neutron();
  expect((await neutron('GET', `/networks/${id}`)).body.network.name).toBe('renamed');
});

it('keeps a network that something lies in', async () => {
  const { id } = await project.network();
  const server = await project.running({ networks: [{ networkId: id }] });
  await project.refused(409, /./, 'DELETE', `${NETWORKS}/${id}`);
  await project.done('DELETE', `/instance/${server.id}`);
  project.pass(60_000);
  await project.done('DELETE', `${NETWORKS}/${id}`);
  expect(await project.done('GET', NETWORKS)).toEqual([]);
});

describe('a gateway', () => {
  const GATEWAYS = `/region/${REGION}/gateway`;
  const made = async () => {
    const network = await project.network();
    const [subnetId] = network.subnetIds;
    const path = `${NETWORKS}/${network.id}/subnet/${subnetId}/gateway`;
    const operation = await project.done('POST', path, { name: 'way', model: 's' });
    return { network, subnetId, path, operation };
  };

  it('leads a subnet out once it is built, and is found by it', async () => {
    const { subnetId, operation } = await made();
    expect((await project.done('GET', GATEWAYS))[0].status).toBe('building');
    project.pass(60_000);
    const [gateway] = await project.done('GET', `${GATEWAYS}?subnetId=${subnetId}`);
    expect(gateway).toMatchObject({ status: 'active', model: 's', name: 'way' });
    expect(await project.done('GET', `/operation/${operation.id}`)).toMatchObject({
      status: 'completed',
      resourceId: gateway.id,
    });
    expect(await project.done('GET', `${GATEWAYS}?subnetId=nobody`)).toEqual([]);
  });

  it('is the only one of its subnet, and goes after its cards', async () => {
    const { path } = await made();
    await project.refused(409, /./, 'POST', path, { name: 'again', model: 's' });
    const gateways: Body[] = await project.done('GET', GATEWAYS);
    expect(gateways.length).toBe(1);
    const one = `${GATEWAYS}/${gateways[0].id}`;
    await project.refused(409, 'still has ports', 'DELETE', one);
    const [card] = await project.done('GET', `${one}/interface`);
    await project.done('DELETE', `${one}/interface/${card.id}`);
    await project.done('DELETE', one);
    project.pass(60_000);
    expect(await project.done('GET', GATEWAYS)).toEqual([]);
  });

  it('is what a floating IP needs to lead to a server', async () => {
    const { network } = await made();
    const server = await project.running({ networks: [{ networkId: network.id }] });
    const [{ ip }] = server.ipAddresses;
    const path = `/region/${REGION}/instance/${server.id}/floatingIp`;
    const { resourceId } = await project.done('POST', path, { ip });
    const floating = await project.done('GET', `/region/${REGION}/floatingip/${resourceId}`);
    expect(floating).toMatchObject({ status: 'active', associatedEntity: { type: 'instance', ip } });
    expect((await project.fetched(server.id)).ipAddresses.map((one: Body) => one.ip)).toContain(floating.ip);
    await project.done('POST', `/region/${REGION}/floatingip/${resourceId}/detach`);
    await project.done('DELETE', `/region/${REGION}/floatingip/${resourceId}`);
    expect(await project.done('GET', `/region/${REGION}/floatingip`)).toEqual([]);
  });

  it('lacking, a floating IP leads nowhere', async () => {
    const network = await project.network();
    const server = await project.running({ networks: [{ networkId: network.id }] });
    const [{ ip }] = server.ipAddresses;
    const path = `/region/${REGION}/instance/${server.id}/floatingIp`;
    await project.refused(404, /./, 'POST', path, { ip });
  });
});

it('lets everything in by its default group', async () => {
  const neutron = await project.neutron();
  const { security_groups: groups } = (await neutron('GET', '/security-groups')).body;
  expect(groups.map(({ name }: Body) => name)).toEqual(['default']);
  const rules: Body[] = groups[0].security_group_rules;
  const open = rules.filter(
    ({ direction, protocol, remote_group_id: from }) => direction === 'ingress' && !protocol && !from,
  );
  expect(open.map(({ ethertype }) => ethertype).sort()).toEqual(['IPv4', 'IPv6']);
});
