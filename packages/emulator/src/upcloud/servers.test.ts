import { type Account, type Body, NOBODY, newAccount, serverWish, TEMPLATE } from './upcloud.fixture.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const states = async (uuid: string, ...waits: number[]) => {
  const seen = [];
  for (const ms of waits) {
    account.pass(ms);
    seen.push((await account.server(uuid)).state);
  }
  return seen;
};

describe('life', () => {
  it('begins in maintenance, with its root disk being cloned; passwords are told once', async () => {
    const { status, body } = await account.call('POST', '/server', serverWish());
    expect(status).toBe(202);
    const { uuid, password, username, progress, storage_devices } = body.server;
    expect([username, progress]).toEqual(['root', '0']);
    expect(password).toMatch(/^\w{16}$/);
    const disk = storage_devices.storage_device[0].storage;
    const storage = async () => (await account.done('GET', `/storage/${disk}`)).storage;
    expect(await storage()).toMatchObject({ state: 'maintenance', size: 25, servers: { server: [uuid] } });
    await account.refused(409, 'SERVER_STATE_ILLEGAL', 'POST', `/server/${uuid}/stop`, {});
    expect(await states(uuid, 5_999, 1)).toEqual(['maintenance', 'started']);
    expect(await storage()).toMatchObject({ state: 'online' });
    const server = await account.server(uuid);
    expect(server.password).toBeUndefined();
    expect(server.storage_devices.storage_device[0].labels).toContainEqual({ key: '_template_uuid', value: TEMPLATE });
  });

  it('goes on saying started while it stops, and says so at once when it starts', async () => {
    const { uuid } = await account.started();
    await account.done('POST', `/server/${uuid}/stop`, { stop_server: { stop_type: 'hard' } });
    expect(await states(uuid, 0, 999, 1)).toEqual(['started', 'started', 'stopped']);
    expect((await account.server(uuid)).host).toBeUndefined();
    await account.done('POST', `/server/${uuid}/start`);
    expect(await states(uuid, 0)).toEqual(['started']);
    await account.refused(409, 'SERVER_STATE_ILLEGAL', 'POST', `/server/${uuid}/stop`, {});
  });

  it('passes through maintenance when it restarts', async () => {
    const { uuid } = await account.started();
    await account.done('POST', `/server/${uuid}/restart`, { restart_server: { stop_type: 'hard' } });
    expect(await states(uuid, 999, 1, 2_000)).toEqual(['started', 'maintenance', 'started']);
  });

  it('ends when it is stopped; its disks go where that is asked for, as do their backups', async () => {
    const { uuid, storage_devices } = await account.started();
    const [{ storage }] = storage_devices.storage_device;
    await account.refused(409, 'SERVER_STATE_ILLEGAL', 'DELETE', `/server/${uuid}`);
    await account.done('POST', `/storage/${storage}/backup`, { storage: { title: 'monday' } });
    await account.stop(uuid);
    await account.refused(409, 'STORAGE_ATTACHED', 'DELETE', `/storage/${storage}`);
    expect((await account.call('DELETE', `/server/${uuid}?storages=1&backups=delete`)).status).toBe(204);
    await account.refused(404, 'SERVER_NOT_FOUND', 'GET', `/server/${uuid}`);
    expect((await account.done('GET', '/storage/private')).storages.storage).toEqual([]);
  });

  it('leaves its disks behind otherwise', async () => {
    const { uuid } = await account.started();
    await account.stop(uuid);
    await account.done('DELETE', `/server/${uuid}`);
    expect((await account.done('GET', '/storage/private')).storages.storage).toMatchObject([{ title: 'root' }]);
  });
});

describe('wishes', () => {
  const refusedWith = (status: number, code: string, wish: object) =>
    account.refused(status, code, 'POST', '/server', serverWish(wish));

  it.each<[number, string, object]>([
    [404, 'ZONE_NOT_FOUND', { zone: 'fi-hel9' }],
    [400, 'PLAN_INVALID', { plan: 'huge' }],
    [400, 'HOSTNAME_INVALID', { hostname: '-web' }],
    [400, 'METADATA_DISABLED_ON_CLOUD-INIT', { metadata: 'no', login_user: { username: 'root' } }],
    [404, 'GROUP_NOT_FOUND', { server_group: NOBODY }],
    [404, 'STORAGE_NOT_FOUND', { storage_devices: { storage_device: [{ action: 'clone', storage: NOBODY }] } }],
    [
      404,
      'NETWORK_NOT_FOUND',
      {
        networking: {
          interfaces: {
            interface: [{ type: 'private', network: NOBODY, ip_addresses: { ip_address: [{ family: 'IPv4' }] } }],
          },
        },
      },
    ],
  ])('that do not fit are refused with %i %s, and nothing is left', async (status, code, wish) => {
    await refusedWith(status, code, wish);
    expect((await account.done('GET', '/server')).servers.server).toEqual([]);
    expect((await account.done('GET', '/storage/private')).storages.storage).toEqual([]);
  });

  it('without cards get three, as by the vendor’s default', async () => {
    const { networking } = await account.started();
    const cards = networking.interfaces.interface.map(({ type, ip_addresses }: Body) => [
      type,
      ip_addresses.ip_address[0].family,
    ]);
    expect(cards).toEqual([
      ['utility', 'IPv4'],
      ['public', 'IPv4'],
      ['public', 'IPv6'],
    ]);
  });

  it('for another plan need a stopped server', async () => {
    const { uuid } = await account.started();
    const change = ['PUT', `/server/${uuid}`, { server: { plan: '2xCPU-4GB' } }] as const;
    await account.refused(409, 'HOT_RESIZE_NOT_ENABLED', ...change);
    await account.stop(uuid);
    await account.done(...change);
    expect(await account.server(uuid)).toMatchObject({ plan: '2xCPU-4GB', core_number: '2', memory_amount: '4096' });
  });
});

describe('storages', () => {
  it('come and go while it runs, and are busy for a moment when they went', async () => {
    const { uuid } = await account.started();
    const { uuid: storage } = await account.storage();
    const attach = ['POST', `/server/${uuid}/storage/attach`, { storage_device: { storage } }] as const;
    const { server } = await account.done(...attach);
    expect(server.storage_devices.storage_device[1]).toMatchObject({ address: 'virtio:1', storage, type: 'disk' });
    await account.refused(409, 'STORAGE_ATTACHED_AS_DISK', ...attach);
    await account.done('POST', `/server/${uuid}/storage/detach`, { storage_device: { address: 'virtio:1' } });
    await account.refused(409, 'STORAGE_STATE_ILLEGAL', 'DELETE', `/storage/${storage}`);
    account.pass(1_500);
    await account.done('DELETE', `/storage/${storage}`);
    await account.refused(409, 'DEVICE_ADDRESS_NOT_IN_USE', 'POST', `/server/${uuid}/storage/detach`, {
      storage_device: { address: 'virtio:1' },
    });
  });

  it('of another zone are refused, and without one nothing is attached but a drive', async () => {
    const { uuid } = await account.started();
    const { uuid: far } = await account.storage({ zone: 'de-fra1' });
    const attach = (storage_device: object) => ['POST', `/server/${uuid}/storage/attach`, { storage_device }] as const;
    await account.refused(409, 'ZONE_MISMATCH', ...attach({ storage: far }));
    await account.refused(400, 'STORAGE_MISSING', ...attach({}));
    const { server } = await account.done(...attach({ type: 'cdrom' }));
    expect(server.storage_devices.storage_device[1]).toMatchObject({ address: 'ide:0:0', storage: '', type: 'cdrom' });
  });

  it('grow and never shrink', async () => {
    const { uuid } = await account.storage();
    await account.refused(400, 'SIZE_INVALID', 'PUT', `/storage/${uuid}`, { storage: { size: 19 } });
    expect((await account.done('PUT', `/storage/${uuid}`, { storage: { size: 21 } })).storage.size).toBe(21);
  });
});

describe('firewall rules', () => {
  it('have a place, and move up when one before them goes', async () => {
    const { uuid } = await account.started();
    const rules = `/server/${uuid}/firewall_rule`;
    const rule = (comment: string, more: object = {}) => ({
      firewall_rule: { direction: 'in', action: 'accept', family: 'IPv4', comment, ...more },
    });
    await account.done('POST', rules, rule('a'));
    await account.done(
      'POST',
      rules,
      rule('b', { protocol: 'tcp', destination_port_start: 80, destination_port_end: 80 }),
    );
    await account.done('POST', rules, rule('first', { position: 1 }));
    await account.refused(400, 'PROTOCOL_INVALID', 'POST', rules, rule('c', { destination_port_start: '80' }));
    await account.done('DELETE', `${rules}/1`);
    const list = (await account.done('GET', rules)).firewall_rules.firewall_rule;
    expect(list.map(({ position, comment }: Body) => [position, comment])).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
    expect(list[1]).toMatchObject({ destination_port_start: '80', source_port_start: '' });
    await account.refused(404, 'FIREWALL_RULE_NOT_FOUND', 'DELETE', `${rules}/3`);
  });

  it.each<[string, number, string, object]>([
    ['a protocol without a family', 400, 'FAMILY_MISSING', { family: '' }],
    ['a type of ICMP for TCP', 400, 'ICMP_TYPE_PROTOCOL_MISMATCH', { icmp_type: '8' }],
    ['a type of ICMP that does not exist', 400, 'ICMP_TYPE_INVALID', { protocol: 'icmp', icmp_type: '256' }],
    ['a range without an end', 400, 'DESTINATION_PORT_END_INVALID', { destination_port_start: '80' }],
    ['a port that does not exist', 400, 'SOURCE_PORT_START_INVALID', { source_port_start: '0', source_port_end: '80' }],
    [
      'ports the wrong way round',
      409,
      'DESTINATION_PORT_ORDER_ILLEGAL',
      { destination_port_start: '443', destination_port_end: '80' },
    ],
    [
      'addresses the wrong way round',
      409,
      'SOURCE_ADDRESS_ORDER_ILLEGAL',
      { source_address_start: '10.0.1.0', source_address_end: '10.0.0.255' },
    ],
    [
      'an address of another family',
      400,
      'SOURCE_ADDRESS_START_INVALID',
      { source_address_start: '2001:db8::', source_address_end: '2001:db8::1' },
    ],
    ['a comment that is too long', 400, 'COMMENT_INVALID', { comment: 'x'.repeat(251) }],
    ['another direction', 400, 'DIRECTION_INVALID', { direction: 'up' }],
  ])('are refused with %s, and the list stays as it was', async (_, status, code, wrong) => {
    const { uuid } = await account.started();
    const rules = `/server/${uuid}/firewall_rule`;
    const right = { direction: 'in', action: 'accept', family: 'IPv4', protocol: 'tcp' };
    await account.done('PUT', rules, { firewall_rules: { firewall_rule: [right] } });
    const both = { firewall_rules: { firewall_rule: [right, { ...right, ...wrong }] } };
    await account.refused(status, code, 'PUT', rules, both);
    await account.refused(status, code, 'POST', rules, { firewall_rule: { ...right, ...wrong } });
    expect((await account.done('GET', rules)).firewall_rules.firewall_rule).toHaveLength(1);
  });

  it('are at most a thousand, and none change while something is under way on the server', async () => {
    const { uuid } = (await account.done('POST', '/server', serverWish())).server;
    const rules = `/server/${uuid}/firewall_rule`;
    const many = (count: number) => ({
      firewall_rules: { firewall_rule: Array.from({ length: count }, () => ({ direction: 'in', action: 'drop' })) },
    });
    await account.refused(409, 'SERVER_STATE_ILLEGAL', 'PUT', rules, many(1));
    account.pass(60_000);
    await account.done('PUT', rules, many(1000));
    await account.refused(403, 'FIREWALL_RULE_LIMIT_REACHED', 'PUT', rules, many(1001));
    await account.refused(403, 'FIREWALL_RULE_LIMIT_REACHED', 'POST', rules, {
      firewall_rule: { direction: 'in', action: 'drop' },
    });
    await account.done('PUT', rules, many(0));
    expect((await account.done('GET', rules)).firewall_rules.firewall_rule).toEqual([]);
  });
});
