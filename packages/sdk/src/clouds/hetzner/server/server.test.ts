import type { HttpRequest } from '../../../runtime/transport/http.js';
import { changes, scriptedApi } from '../testing/scripted-api.js';
import type { WireServer } from '../wire.js';
import type { Seen } from './context.js';
import { setFirewalls } from './firewalls.js';
import { joinNetworks } from './networks.js';
import { observeAll } from './observe.js';
import { switchPower } from './power.js';

const done = () => ({ action: { id: 1, command: 'x', status: 'success', error: null }, actions: [] });
const seen = (more: Partial<Seen> = {}): Seen => ({
  id: '7',
  name: 'web',
  labels: {},
  status: 'ready',
  statusText: 'running',
  ...more,
});
const waits = (until: Seen | undefined = undefined) => ({
  operation: async () => {},
  until: jest.fn(async (_id: string, _done?: (now: Seen | undefined) => boolean) => until),
});

describe('switchPower', () => {
  it('shuts down politely, and cuts the power of a system that does not react within a minute', async () => {
    const { api, sent, pass } = scriptedApi(done);
    const ctx = waits(seen());
    ctx.until.mockImplementation(async (_id, accepts) => {
      expect(accepts?.(seen())).toBe(false);
      pass(60_000);
      expect(accepts?.(undefined)).toBe(false);
      expect(accepts?.(seen())).toBe(true);
      return seen();
    });
    await switchPower(api, seen(), 'off', ctx);
    expect(changes(sent)).toEqual(['POST /servers/7/actions/shutdown', 'POST /servers/7/actions/poweroff']);
  });

  it('leaves it at the shutdown where that works, and does nothing where nothing is to do', async () => {
    const { api, sent } = scriptedApi(done);
    await switchPower(api, seen(), 'off', waits(seen({ statusText: 'off' })));
    expect(changes(sent)).toEqual(['POST /servers/7/actions/shutdown']);
    await switchPower(api, seen({ statusText: 'off' }), 'off', waits());
    await switchPower(api, seen(), 'on', waits());
    expect(sent).toHaveLength(1);
    await switchPower(api, seen({ statusText: 'off' }), 'on', waits());
    expect(changes(sent).at(-1)).toBe('POST /servers/7/actions/poweron');
  });
});

it('leaves and joins networks, and changes an address by doing both', async () => {
  const { api, sent } = scriptedApi(done);
  const networks = [
    { networkId: '1', ip: '10.0.0.2' },
    { networkId: '2', ip: '10.1.0.2' },
    { networkId: '3', ip: '10.2.0.2' },
  ];
  const wanted = [{ networkId: '1' }, { networkId: '2', ip: '10.1.0.9' }, { networkId: '4' }];
  await joinNetworks(api, seen({ networks }), wanted, waits());
  expect(changes(sent)).toEqual([
    'POST /servers/7/actions/detach_from_network {"network":2}',
    'POST /servers/7/actions/detach_from_network {"network":3}',
    'POST /servers/7/actions/attach_to_network {"network":2,"ip":"10.1.0.9"}',
    'POST /servers/7/actions/attach_to_network {"network":4}',
  ]);
});

it('puts new firewalls up before it takes old ones down', async () => {
  const { api, sent } = scriptedApi(done);
  await setFirewalls(api, seen({ firewallIds: ['1', '2'] }), ['2', '3'], waits());
  expect(changes(sent)).toEqual([
    'POST /firewalls/3/actions/apply_to_resources {"apply_to":[{"type":"server","server":{"id":7}}]}',
    'POST /firewalls/1/actions/remove_from_resources {"remove_from":[{"type":"server","server":{"id":7}}]}',
  ]);
});

describe('observeAll', () => {
  const firewall = (id: number, applied_to: object[]) => ({ id, name: 'fw', rules: [], applied_to, labels: {} });
  const bySelector = { type: 'label_selector', label_selector: { selector: 'a' } };
  const firewalls = [
    firewall(1, []),
    firewall(2, [bySelector]),
    firewall(3, [bySelector, { type: 'server', server: { id: 7 } }]),
  ];
  const script = ({ path }: HttpRequest) =>
    path === '/firewalls' ? { firewalls } : { firewall: firewalls.find(({ id }) => path === `/firewalls/${id}`) };
  const wire = (more: Partial<WireServer> = {}) =>
    ({
      id: 7,
      name: 'web',
      labels: { 'hansa-owner': 'shop' },
      status: 'running',
      location: { name: 'fsn1', city: '', country: 'DE', network_zone: 'eu-central' },
      server_type: { name: 'cx33', cores: 4, memory: 8, disk: 80, architecture: 'x86' },
      image: { id: 99, type: 'system', name: 'debian-12', os_flavor: 'debian', os_version: '12' },
      primary_disk_size: 40,
      private_net: [{ network: 5, ip: '10.0.0.2' }],
      public_net: {
        ipv4: { ip: '203.0.113.7' },
        ipv6: { ip: '2001:db8:7::/64' },
        firewalls: [1, 2, 3].map((id) => ({ id, status: 'applied' })),
      },
      ...more,
    }) as WireServer;

  it('says everything in the words of the model; firewalls by label selector are not its own', async () => {
    const { api } = scriptedApi(script);
    expect(await observeAll(api, [wire()])).toEqual([
      {
        id: '7',
        name: 'web',
        labels: { 'hansa-owner': 'shop' },
        place: 'fsn1',
        status: 'ready',
        statusText: 'running',
        power: 'on',
        nativeSize: 'cx33',
        vcpus: 4,
        memoryGib: 8,
        diskGib: 40,
        architecture: 'x86',
        image: 'debian-12',
        nativeImage: '99',
        networks: [{ networkId: '5', ip: '10.0.0.2' }],
        firewallIds: ['1', '3'],
        publicIpv4: true,
        publicIpv4Address: '203.0.113.7',
        publicIpv6Address: '2001:db8:7::1',
      },
    ]);
  });

  it('asks for firewalls only where there are any, and leaves out what is not told', async () => {
    const { api, sent } = scriptedApi(script);
    const bare = wire({
      status: 'initializing',
      image: null,
      public_net: { ipv4: null, ipv6: null, firewalls: [] },
    });
    const [one] = await observeAll(api, [bare]);
    expect(sent).toEqual([]);
    expect(one).toMatchObject({
      status: 'changing',
      publicIpv4: false,
      publicIpv4Address: null,
      publicIpv6Address: null,
    });
    expect(Object.keys(one ?? {})).not.toEqual(expect.arrayContaining(['power']));
    expect(Object.keys(one ?? {})).not.toEqual(expect.arrayContaining(['image']));
  });
});
