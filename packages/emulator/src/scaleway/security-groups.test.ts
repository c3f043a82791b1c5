import { type Account, type Body, newAccount, PROJECT, ZONE } from './scaleway.fixture.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const GROUPS = `${ZONE}/security_groups`;
const make = async (wish: object = {}): Promise<Body> => {
  const { status, body } = await account.call('POST', GROUPS, { name: 'fw', project: PROJECT, ...wish });
  expect(status).toBe(201);
  return body.security_group;
};
const own = async (id: string): Promise<Body[]> =>
  (await account.done('GET', `${GROUPS}/${id}/rules`)).rules.filter(({ editable }: Body) => editable);

it('starts with the default group of each zone', async () => {
  const { security_groups } = await account.done('GET', `${GROUPS}?project_default=true&project=${PROJECT}`);
  expect(security_groups).toMatchObject([{ name: 'Default security group', project_default: true, stateful: true }]);
  const { status, body } = await account.call('DELETE', `${GROUPS}/${security_groups[0].id}`);
  expect([status, body.type]).toEqual([400, 'invalid_request_error']);
});

it('syncs for a moment after a change, and not after none', async () => {
  const group = await make({ inbound_default_policy: 'drop', tags: ['a=1'] });
  expect(group).toMatchObject({
    inbound_default_policy: 'drop',
    outbound_default_policy: 'accept',
    state: 'available',
  });
  const path = `${GROUPS}/${group.id}`;
  expect((await account.done('PATCH', path, { inbound_default_policy: 'drop' })).security_group.state).toBe(
    'available',
  );
  const changed = (await account.done('PATCH', path, { inbound_default_policy: 'accept', tags: [] })).security_group;
  expect(changed).toMatchObject({ state: 'syncing', tags: [], inbound_default_policy: 'accept' });
  account.clock.advance(300);
  expect((await account.done('GET', path)).security_group.state).toBe('available');
  expect((await account.done('GET', `${GROUPS}?name=fw`)).security_groups).toHaveLength(1);
});

it('moves the default to another group', async () => {
  const { id } = await make({ project_default: true });
  const { security_groups } = await account.done('GET', `${GROUPS}?project_default=true`);
  expect(security_groups.map((group: Body) => group.id)).toEqual([id]);
  expect((await account.server()).security_group.id).toBe(id);
});

it('is not deleted while a server is in it', async () => {
  const { id } = await make();
  const server = await account.server({ security_group: id });
  expect((await account.done('GET', `${GROUPS}/${id}`)).security_group.servers).toEqual([
    { id: server.id, name: 'web' },
  ]);
  const refusal = { status: 400, message: 'group is in use. you cannot delete it.' };
  await account.refused(refusal, 'DELETE', `${GROUPS}/${id}`);
  await account.done('DELETE', `${ZONE}/servers/${server.id}`);
  expect((await account.call('DELETE', `${GROUPS}/${id}`)).status).toBe(204);
});

describe('rules', () => {
  const rule = { protocol: 'TCP', direction: 'inbound', action: 'accept', ip_range: '0.0.0.0/0', dest_port_from: 80 };

  it('come after the mail rules that nobody can edit', async () => {
    const { id } = await make();
    const { rules } = await account.done('GET', `${GROUPS}/${id}/rules`);
    expect(rules).toHaveLength(6);
    expect(rules[0]).toMatchObject({ dest_port_from: 25, editable: false, action: 'drop', direction: 'outbound' });
    expect(await account.done('GET', `${GROUPS}/default/rules`)).toEqual({ rules });
    await account.refused({ status: 400 }, 'DELETE', `${GROUPS}/${id}/rules/${rules[0].id}`);
    await account.done('PATCH', `${GROUPS}/${id}`, { enable_default_security: false });
    expect((await account.done('GET', `${GROUPS}/${id}/rules`)).rules).toEqual([]);
  });

  it('are replaced as a set, and come back in the vendor’s spelling', async () => {
    const { id } = await make();
    await account.done('PUT', `${GROUPS}/${id}/rules`, {
      rules: [
        { ...rule, id: null, position: 0, editable: null, zone: 'fr-par-1' },
        { ...rule, ip_range: '1.1.1.1/32', dest_port_from: 22, dest_port_to: 22, position: 0 },
        { ...rule, protocol: 'ICMP', ip_range: '::/0' },
        { ...rule, dest_port_from: 8000, dest_port_to: 8999, direction: 'outbound', action: 'drop' },
      ],
    });
    const rules = await own(id);
    expect(rules).toMatchObject([
      { dest_port_from: 80, dest_port_to: null, position: 1, ip_range: '0.0.0.0/0' },
      { dest_port_from: 22, dest_port_to: null, position: 2, ip_range: '1.1.1.1' },
      { protocol: 'ICMP', dest_port_from: null, position: 3, ip_range: '::/0' },
      { dest_port_from: 8000, dest_port_to: 8999, position: 4, direction: 'outbound' },
    ]);
    const kept = await account.done('PUT', `${GROUPS}/${id}/rules`, { rules: rules.slice(0, 1) });
    expect(kept.rules.at(-1).id).toBe(rules[0].id);
    await account.done('PUT', `${GROUPS}/${id}/rules`, { rules: [] });
    expect(await own(id)).toEqual([]);
  });

  it('can be added, changed and deleted one by one', async () => {
    const { id } = await make();
    const path = `${GROUPS}/${id}/rules`;
    const { status, body } = await account.call('POST', path, rule);
    expect([status, body.rule.position]).toEqual([201, 1]);
    await account.done('POST', path, { ...rule, dest_port_from: 443, position: 1 });
    expect((await own(id)).map(({ dest_port_from }) => dest_port_from)).toEqual([443, 80]);
    const changed = await account.done('PATCH', `${path}/${body.rule.id}`, { dest_port_from: 8080, position: 1 });
    expect(changed.rule).toMatchObject({ dest_port_from: 8080, position: 1, action: 'accept' });
    expect((await account.done('GET', `${path}/${body.rule.id}`)).rule).toEqual(changed.rule);
    await account.done('DELETE', `${path}/${body.rule.id}`);
    expect(await own(id)).toHaveLength(1);
    await account.refused({ status: 404, resource: 'instance_security_group_rule' }, 'GET', `${path}/${body.rule.id}`);
  });

  it.each([
    [{ ip_range: '10.0.0.1/8' }, 'ip_range'],
    [{ dest_port_from: 70_000 }, 'dest_port_from'],
    [{ dest_port_from: 90, dest_port_to: 80 }, 'dest_port_to'],
    [{ protocol: 'tcp' }, 'protocol'],
  ])('are refused with %j', async (wish, name) => {
    const { id } = await make();
    const path = `${GROUPS}/${id}/rules`;
    await account.refused({ status: 400, details: [{ argument_name: name }] }, 'POST', path, { ...rule, ...wish });
    const set = { rules: [rule, { ...rule, ...wish }] };
    await account.refused({ status: 400, details: [{ argument_name: `rules.1.${name}` }] }, 'PUT', path, set);
    expect(await own(id)).toEqual([]);
  });
});
