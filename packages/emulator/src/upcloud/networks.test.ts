import { type Account, type Body, newAccount } from './upcloud.fixture.js';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});
afterEach(() => account.close());

const card = (type: string, more: object = {}, address: object = {}) => ({
  type,
  ip_addresses: { ip_address: [{ family: 'IPv4', ...address }] },
  ...more,
});
const withCards = (...cards: object[]) => account.started({ networking: { interfaces: { interface: cards } } });

describe('networks', () => {
  it('have one block, whose first address is the gateway', async () => {
    const network = await account.network();
    expect(network.ip_networks.ip_network).toMatchObject([{ address: '10.1.0.0/24', gateway: '10.1.0.1' }]);
    await account.refused(400, 'ADDRESS_INVALID', 'POST', '/network', {
      network: { name: 'n', zone: 'fi-hel1', ip_networks: { ip_network: [{ address: '10.1.0.0', family: 'IPv4' }] } },
    });
  });

  it('share a router where their blocks do not overlap', async () => {
    const { router } = await account.done('POST', '/router', { router: { name: 'r' } });
    await account.network({ router: router.uuid });
    const wish = (address: string) => ({
      network: {
        name: 'n',
        zone: 'de-fra1',
        router: router.uuid,
        ip_networks: { ip_network: [{ address, family: 'IPv4' }] },
      },
    });
    await account.refused(409, 'DUPLICATE_ROUTE', 'POST', '/network', wish('10.1.0.128/25'));
    await account.done('POST', '/network', wish('10.2.0.0/24'));
    await account.refused(409, 'ROUTER_ATTACHED', 'DELETE', `/router/${router.uuid}`);
  });

  it('stay while servers are in them, and leave their router when told so', async () => {
    const { router } = await account.done('POST', '/router', { router: { name: 'r' } });
    const { uuid } = await account.network({ router: router.uuid });
    const server = await withCards(card('private', { network: uuid }));
    const { network } = await account.done('GET', `/network/${uuid}`);
    expect(network.servers.server).toEqual([{ title: 'web', uuid: server.uuid }]);
    await account.refused(409, 'NETWORK_NOT_EMPTY', 'DELETE', `/network/${uuid}`);
    const { network: alone } = await account.done('PUT', `/network/${uuid}`, { network: { router: null } });
    expect(alone).not.toHaveProperty('router');
  });

  it('of the vendor’s own are seen and left alone', async () => {
    const { networks } = await account.done('GET', '/network?zone=fi-hel1');
    const own = networks.network.find(({ type }: Body) => type === 'utility');
    await account.refused(409, 'NETWORK_FORBIDDEN', 'DELETE', `/network/${own.uuid}`);
  });
});

describe('cards', () => {
  it('get the first free address, or the one asked for', async () => {
    const { uuid } = await account.network();
    const addresses = async (...wishes: object[]) => {
      const { networking } = await withCards(...wishes.map((wish) => card('private', { network: uuid }, wish)));
      return networking.interfaces.interface.map(({ ip_addresses }: Body) => ip_addresses.ip_address[0].address);
    };
    expect(await addresses({}, { address: '10.1.0.9' }, {})).toEqual(['10.1.0.2', '10.1.0.9', '10.1.0.3']);
  });

  it('change on a stopped server alone', async () => {
    const { uuid: network } = await account.network();
    const { uuid } = await withCards(card('public'));
    const cards = `/server/${uuid}/networking/interface`;
    const add = (address: string) => ['POST', cards, { interface: card('private', { network }, { address }) }] as const;
    await account.refused(409, 'SERVER_STATE_ILLEGAL', ...add('10.1.0.5'));
    await account.stop(uuid);
    expect((await account.done(...add('10.1.0.5'))).interface.index).toBe(2);
    await account.refused(409, 'IP_ADDRESS_IN_USE', ...add('10.1.0.5'));
    await account.refused(400, 'IP_ADDRESS_INVALID', ...add('10.2.0.5'));
    await account.done('DELETE', `${cards}/2`);
    await account.refused(404, 'INTERFACE_NOT_FOUND', 'DELETE', `${cards}/2`);
    await account.done('DELETE', `/network/${network}`);
  });
});

describe('floating addresses', () => {
  const assign = (wish: object) => account.done('POST', '/ip_address', { ip_address: { floating: 'yes', ...wish } });
  const macOf = ({ networking }: Body): string => networking.interfaces.interface[0].mac;

  it('stand by themselves in a zone, and move from server to server by MAC', async () => {
    const { ip_address: free } = await assign({ zone: 'fi-hel1' });
    expect(free).toMatchObject({ floating: 'yes', access: 'public', zone: 'fi-hel1' });
    expect(free).not.toHaveProperty('server');
    const path = `/ip_address/${free.address}`;
    for (const server of [await withCards(card('public')), await withCards(card('public'))]) {
      const { ip_address } = await account.done('PATCH', path, { ip_address: { mac: macOf(server) } });
      expect(ip_address).toMatchObject({ server: server.uuid, mac: macOf(server) });
    }
    const { ip_address } = await account.done('PATCH', path, { ip_address: { mac: null } });
    expect(ip_address).not.toHaveProperty('mac');
    await account.done('DELETE', path);
    await account.refused(404, 'IP_ADDRESS_NOT_FOUND', 'GET', path);
  });

  it('need a zone or a card, one that can have them', async () => {
    const { uuid: network } = await account.network();
    const inner = await withCards(card('private', { network }));
    const far = await withCards(card('public'));
    const { ip_address } = await assign({ zone: 'de-fra1' });
    const path = `/ip_address/${ip_address.address}`;
    const post = (wish: object) => ['POST', '/ip_address', { ip_address: { floating: 'yes', ...wish } }] as const;
    await account.refused(400, 'ZONE_MISSING', ...post({}));
    await account.refused(400, 'FAMILY_INVALID', ...post({ zone: 'fi-hel1', family: 'IPv6' }));
    await account.refused(400, 'MAC_INVALID', ...post({ mac: macOf(inner) }));
    await account.refused(409, 'ZONE_MISMATCH', 'PATCH', path, { ip_address: { mac: macOf(far) } });
  });

  it('outlive the server they lead to', async () => {
    const server = await withCards(card('public'));
    const { ip_address } = await assign({ mac: macOf(server) });
    await account.stop(server.uuid);
    await account.done('DELETE', `/server/${server.uuid}?storages=1`);
    const { ip_addresses } = await account.done('GET', '/ip_address');
    expect(ip_addresses.ip_address).toMatchObject([{ address: ip_address.address, floating: 'yes' }]);
  });
});
