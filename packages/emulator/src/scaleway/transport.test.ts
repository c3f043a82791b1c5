import { manualClock } from '../core/clock.js';
import { scaleway } from './index.js';
import { type Account, newAccount, PROJECT, VPC, ZONE } from './scaleway.fixture.js';

let account: Account;
afterEach(() => account.close());

describe('authentication', () => {
  beforeEach(async () => {
    account = await newAccount();
  });

  it.each([
    ['', 'invalid_argument'],
    ['not-a-uuid', 'invalid_argument'],
    ['00000000-0000-4000-8000-000000000000', 'not_found'],
  ])('refuses the secret key %j: %s', async (token, reason) => {
    const { status, body } = await account.call('GET', `${ZONE}/servers`, undefined, token);
    expect(status).toBe(401);
    expect(body).toMatchObject({ type: 'denied_authentication', method: 'api_key', reason });
  });

  it('lets a read-only key read, and names what it may not write', async () => {
    const key = scaleway.credentials['readOnlySecretKey'];
    expect((await account.call('GET', `${ZONE}/servers`, undefined, key)).status).toBe(200);
    const { status, body } = await account.call('POST', `${ZONE}/ips`, { project: PROJECT }, key);
    expect(status).toBe(403);
    expect(body).toMatchObject({ type: 'permissions_denied', details: [{ resource: 'instance_ip', action: 'write' }] });
    expect((await account.done('GET', `${ZONE}/ips`)).ips).toEqual([]);
  });

  it('refuses a project that is not the key’s', async () => {
    const other = '11111111-0000-4000-8000-000000000000';
    const refusal = { status: 403, type: 'permissions_denied' };
    await account.refused(refusal, 'POST', `${VPC}/private-networks`, { name: 'n', project_id: other });
    await account.refused(refusal, 'POST', `${ZONE}/servers`, {
      name: 's',
      commercial_type: 'DEV1-S',
      project: other,
    });
    await account.refused(refusal, 'GET', `${VPC}/vpcs?project_id=${other}`);
  });

  it('shows the catalogue to anybody', async () => {
    const paths = [
      '/product-catalog/v2alpha1/public-catalog/products?page_size=1',
      '/marketplace/v2/local-images?image_label=ubuntu_noble',
    ];
    for (const path of paths) expect((await account.call('GET', path, undefined, '')).status).toBe(200);
  });
});

describe('places and paths', () => {
  beforeEach(async () => {
    account = await newAccount();
  });

  it('refuses zones and regions that do not exist', async () => {
    const argument = (argument_name: string) => ({
      status: 400,
      type: 'invalid_arguments',
      details: [{ argument_name, reason: 'constraint' }],
    });
    await account.refused(argument('zone'), 'GET', '/instance/v1/zones/fr-par-9/servers');
    await account.refused(argument('region'), 'GET', '/vpc/v2/regions/fr-par-1/vpcs');
  });

  it('names what is not there as the vendor does', async () => {
    const id = '11111111-0000-4000-8000-000000000000';
    await account.refused(
      { status: 404, type: 'not_found', resource: 'instance_server', resource_id: id },
      'GET',
      `${ZONE}/servers/${id}`,
    );
    await account.refused({ status: 404, resource: 'vpc' }, 'GET', `${VPC}/vpcs/${id}`);
    await account.refused({ status: 404, resource: 'volume' }, 'DELETE', `/block/v1/zones/fr-par-1/volumes/${id}`);
    await account.refused({ status: 404, resource: 'unknown' }, 'GET', '/nothing/v1/here');
  });

  it('finds a resource in its own zone only', async () => {
    const { id } = await account.server();
    await account.refused(
      { status: 404, resource: 'instance_server' },
      'GET',
      `/instance/v1/zones/fr-par-2/servers/${id}`,
    );
  });

  it('names every argument that does not fit', async () => {
    await account.refused(
      {
        status: 400,
        type: 'invalid_arguments',
        details: [
          { argument_name: 'name', reason: 'required' },
          { argument_name: 'commercial_type', reason: 'required' },
          { argument_name: 'tags', reason: 'format' },
        ],
      },
      'POST',
      `${ZONE}/servers`,
      { tags: 'a' },
    );
  });
});

describe('pages', () => {
  beforeEach(async () => {
    account = await newAccount();
    for (let index = 0; index < 5; index += 1) {
      await account.done('POST', `${ZONE}/ips`, { project: PROJECT, tags: ['a,b', `n${index}`].slice(1) });
      await account.network({ name: `net-${index}`, tags: index % 2 ? ['odd'] : ['even', 'all'] });
    }
  });

  it('come with X-Total-Count and Link in the instance API', async () => {
    const { body, headers } = await account.call('GET', `${ZONE}/ips?page=2&per_page=2`);
    expect(body.ips).toHaveLength(2);
    expect(headers.get('x-total-count')).toBe('5');
    expect(headers.get('link')).toBe(
      '</ips?page=1&per_page=2&>; rel="first",</ips?page=1&per_page=2&>; rel="previous",' +
        '</ips?page=3&per_page=2&>; rel="next",</ips?page=3&per_page=2&>; rel="last"',
    );
    expect((await account.done('GET', `${ZONE}/ips?page=9`)).ips).toEqual([]);
  });

  it('come with total_count elsewhere', async () => {
    const body = await account.done('GET', `${VPC}/private-networks?page=3&page_size=2`);
    expect(body).toMatchObject({ total_count: 5, private_networks: [{ name: 'net-4' }] });
    expect(await account.done('GET', `${VPC}/private-networks?tags=odd`)).toMatchObject({ total_count: 2 });
    expect(await account.done('GET', `${VPC}/private-networks?tags=odd&tags=all`)).toMatchObject({ total_count: 5 });
    const [first] = (await account.done('GET', `${VPC}/private-networks?name=net&order_by=name_desc`)).private_networks;
    expect(first.name).toBe('net-4');
  });

  it('hold at most 100', async () => {
    const bad = (argument_name: string) => ({ status: 400, details: [{ argument_name, reason: 'constraint' }] });
    await account.refused(bad('per_page'), 'GET', `${ZONE}/ips?per_page=101`);
    await account.refused(bad('page_size'), 'GET', `${VPC}/vpcs?page_size=500`);
    await account.refused(bad('page'), 'GET', `${VPC}/vpcs?page=0`);
    await account.refused(bad('order_by'), 'GET', `${VPC}/vpcs?order_by=colour_asc`);
  });
});

it('answers 429 as recorded: no body, no Retry-After', async () => {
  const clock = manualClock(0);
  account = await newAccount({ clock, rateLimit: { scaleway: { limit: 2, perSecond: 1 } } });
  const statuses = [];
  for (let index = 0; index < 3; index += 1) statuses.push(await account.call('GET', `${ZONE}/servers`));
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
  const { headers, body } = statuses[2]!;
  expect(body).toBeUndefined();
  expect(headers.get('x-envoy-ratelimited')).toBe('true');
  expect(headers.get('retry-after')).toBeNull();
  clock.advance(1000);
  expect((await account.call('GET', `${ZONE}/servers`)).status).toBe(200);
});

it('speaks the vendor’s words for faults on command', async () => {
  account = await newAccount();
  const { id } = await account.server();
  account.emulator.faults.add({ kind: 'status', status: 404, times: 1 });
  await account.refused({ status: 404, resource: 'instance_server', resource_id: id }, 'GET', `${ZONE}/servers/${id}`);
  account.emulator.faults.add({ kind: 'not-found-after-create', method: 'POST', reads: 2 });
  const network = await account.network();
  for (const status of [404, 404, 200]) {
    expect((await account.call('GET', `${VPC}/private-networks/${network.id}`)).status).toBe(status);
  }
});
