import { newProject, type Project } from '../hetzner.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

const CLOUD = { type: 'cloud', network_zone: 'eu-central' };
const create = async (more: object = {}) =>
  (await project.done('POST', '/networks', { name: 'n', ip_range: '10.0.0.0/16', ...more })).network;
const act = (id: number, action: string, body: object) =>
  project.done('POST', `/networks/${id}/actions/${action}`, body);
const read = async (id: number) => (await project.call('GET', `/networks/${id}`)).body.network;

describe('networks', () => {
  it('take subnets and routes at creation and later', async () => {
    const network = await create({
      subnets: [{ ...CLOUD, ip_range: '10.0.1.0/24' }],
      routes: [{ destination: '10.100.1.0/24', gateway: '10.0.1.5' }],
      labels: { a: '1' },
    });
    expect(network.subnets).toEqual([{ ...CLOUD, ip_range: '10.0.1.0/24', gateway: '10.0.0.1', vswitch_id: null }]);
    await act(network.id, 'add_subnet', { ...CLOUD });
    await act(network.id, 'add_route', { destination: '0.0.0.0/0', gateway: '10.0.1.6' });
    await act(network.id, 'delete_route', { destination: '10.100.1.0/24', gateway: '10.0.1.5' });
    const grown = await read(network.id);
    expect(grown.subnets.map(({ ip_range }: { ip_range: string }) => ip_range)).toEqual(['10.0.1.0/24', '10.0.0.0/24']);
    expect(grown.routes).toEqual([{ destination: '0.0.0.0/0', gateway: '10.0.1.6' }]);
    await act(network.id, 'delete_subnet', { ip_range: '10.0.0.0/24' });
    expect((await read(network.id)).subnets).toHaveLength(1);
  });

  it.each([
    ['10.0.0.0/25', 'must be /24 or larger'],
    ['8.8.0.0/16', 'must be one of the private ranges of RFC 1918'],
    ['10.0.0.1/16', 'not a network in CIDR notation'],
    ['ten', 'not a network in CIDR notation'],
  ])('refuse the range %s', async (ip_range, message) => {
    const error = await project.refused('invalid_input', 'POST', '/networks', { name: 'n', ip_range });
    expect(error.details.fields).toEqual([{ name: 'ip_range', messages: [message] }]);
  });

  it('refuse subnets and routes that do not fit', async () => {
    const { id } = await create({ subnets: [{ ...CLOUD, ip_range: '10.0.1.0/24' }] });
    const subnet = (body: object) =>
      project.refused('invalid_input', 'POST', `/networks/${id}/actions/add_subnet`, { ...CLOUD, ...body });
    await subnet({ ip_range: '10.0.1.128/25' });
    await subnet({ ip_range: '10.1.0.0/24' });
    await subnet({ ip_range: '10.0.2.0/31' });
    await subnet({ ip_range: '10.0.2.0/24', network_zone: 'moon' });
    await subnet({ ip_range: '10.0.2.0/24', type: 'vswitch' });
    const route = (destination: string, gateway: string) =>
      project.refused('invalid_input', 'POST', `/networks/${id}/actions/add_route`, { destination, gateway });
    await route('10.0.1.0/25', '10.0.1.5');
    await route('10.200.0.0/16', '10.0.0.1');
    await route('10.200.0.0/16', '10.1.0.1');
    await route('8.8.8.0/24', '10.0.1.5');
    await project.refused('not_found', 'POST', `/networks/${id}/actions/delete_subnet`, { ip_range: '10.0.9.0/24' });
  });

  it('grow at their end only', async () => {
    const { id } = await create();
    await act(id, 'change_ip_range', { ip_range: '10.0.0.0/12' });
    expect((await read(id)).ip_range).toBe('10.0.0.0/12');
    await project.refused('invalid_input', 'POST', `/networks/${id}/actions/change_ip_range`, {
      ip_range: '10.0.0.0/16',
    });
    await project.refused('invalid_input', 'POST', `/networks/${id}/actions/change_ip_range`, {
      ip_range: '192.168.0.0/16',
    });
  });

  it('answer conflict while another change runs', async () => {
    const { id } = await create();
    await project.call('POST', `/networks/${id}/actions/add_subnet`, { ...CLOUD, ip_range: '10.0.1.0/24' });
    const again = { ...CLOUD, ip_range: '10.0.2.0/24' };
    await project.refused('conflict', 'POST', `/networks/${id}/actions/add_subnet`, again);
    await project.refused('conflict', 'PUT', `/networks/${id}`, { name: 'other' });
    await project.refused('conflict', 'DELETE', `/networks/${id}`);
    project.clock.advance(1000);
    await act(id, 'add_subnet', again);
    expect((await read(id)).subnets).toHaveLength(2);
  });

  it('are protected from deletion when asked', async () => {
    const { id } = await create();
    await act(id, 'change_protection', { delete: true });
    const answer = await project.call('DELETE', `/networks/${id}`);
    expect(answer).toMatchObject({ status: 423, body: { error: { code: 'protected' } } });
    await act(id, 'change_protection', { delete: false });
    expect((await project.call('DELETE', `/networks/${id}`)).status).toBe(204);
  });

  it('have unique names', async () => {
    const { id } = await create();
    await project.refused('uniqueness_error', 'POST', '/networks', { name: 'n', ip_range: '10.0.0.0/16' });
    const other = await create({ name: 'm' });
    await project.refused('uniqueness_error', 'PUT', `/networks/${other.id}`, { name: 'n' });
    expect(
      (await project.done('PUT', `/networks/${id}`, { name: 'n', expose_routes_to_vswitch: true })).network,
    ).toMatchObject({
      name: 'n',
      expose_routes_to_vswitch: true,
    });
  });
});
