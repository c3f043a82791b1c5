import type { FaultSpec } from '@hansa/emulator';
import type { FirewallRule } from '../../../kinds/index.js';
import type { HansaOptions } from '../../../runtime/options.js';
import type { Link } from '../../../runtime/transport/http.js';
import { type Emulated, emulated } from '../testing/emulated.js';
import type { WireFirewallRule, WireServer } from '../wire.js';
import { sameList, toWireRules } from './wire-rules.js';

let cloud: Emulated;
beforeAll(async () => {
  cloud = await emulated();
});
afterEach(() => {
  expect(cloud.emulator.failures).toEqual([]);
  cloud.emulator.reset();
});
afterAll(() => cloud.emulator.close());

const everyone = ['0.0.0.0/0', '::/0'];
const tcp = (ports: string): FirewallRule => ({ direction: 'in', protocol: 'tcp', ports, cidrs: everyone });
const ssh = [tcp('22')];
const web = [tcp('80'), tcp('443')];
const machine = { region: 'fi-hel1', size: '1xCPU-1GB', image: 'debian-12' } as const;
const uuid = (id: string) => id.replace('upcloud/', '');
const serverOf = async (id: string) =>
  (await cloud.raw('GET', `/server/${uuid(id)}`)).body['server'] as unknown as WireServer;
const listOf = async (id: string) => {
  const { body } = await cloud.raw('GET', `/server/${uuid(id)}/firewall_rule`);
  return (body['firewall_rules'] as { firewall_rule: WireFirewallRule[] }).firewall_rule;
};
const setList = (id: string, firewall_rule: object[]) =>
  cloud.raw('PUT', `/server/${uuid(id)}/firewall_rule`, { firewall_rules: { firewall_rule } });
const changes = () => [...cloud.emulator.requests].filter(({ method }) => method !== 'GET');
/** Whether a server lets in what these firewalls together do, and nothing else. */
const isBehind = async (id: string, ...firewalls: FirewallRule[][]) =>
  (await serverOf(id)).firewall === 'on' && sameList(await listOf(id), toWireRules(firewalls));
/** A process that dies when it has sent, or is about to send, its n-th request. */
const dying = (at: number, when: 'before' | 'after') => {
  let sent = 0;
  const wiretap: Link = (next) => async (request) => {
    const mine = sent++ === at;
    if (mine && when === 'before') throw new Error('killed');
    const response = await next(request);
    if (mine) throw new Error('killed');
    return response;
  };
  return { upcloud: cloud.connect({ wiretap, wire: cloud.direct }), isHit: () => sent > at };
};

async function several(many: number, rules: FirewallRule[], { wire }: Partial<HansaOptions> = {}) {
  const upcloud = cloud.connect({ wire });
  const firewall = await upcloud.firewalls.create({ name: 'fw', rules });
  const servers = await Promise.all(
    Array.from({ length: many }, (_, i) =>
      upcloud.servers.create({ ...machine, name: `web-${i}`, firewallIds: [firewall.id] }),
    ),
  );
  return { upcloud, firewall, servers };
}

it('stands without a server, is found by who knows nothing of it, and says what it leaves open', async () => {
  const { id } = await cloud.connect().firewalls.create({ name: 'fw', rules: web, labels: { env: 'prod' } });
  const elsewhere = cloud.connect({ owner: 'somebody' });
  const seen = { id, name: 'fw', labels: { env: 'prod' }, place: 'global' };
  expect(await elsewhere.firewalls.read(id)).toMatchObject(seen);
  expect(await elsewhere.firewalls.list()).toMatchObject([seen]);
  expect(await cloud.connect().publicIps.read(id)).toBeNull();
  const { issues } = await elsewhere.firewalls.plan({ spec: { name: 'fw', rules: web }, prior: null });
  expect(issues).toMatchObject([{ severity: 'warning', attribute: ['rules'], message: /32768 to 65535.*no track/ }]);
});

it('a new server has its list, with the one that everything else ends in, when it is told of', async () => {
  const upcloud = cloud.connect();
  const [a, b] = await Promise.all([
    upcloud.firewalls.create({ name: 'a', rules: ssh }),
    upcloud.firewalls.create({ name: 'b', rules: web }),
  ]);
  const { id, firewallIds } = await upcloud.servers.create({ ...machine, name: 'web', firewallIds: [a.id, b.id] });
  expect(new Set(firewallIds)).toEqual(new Set([a.id, b.id]));
  expect(await isBehind(id, ssh, web)).toBe(true);
  expect((await listOf(id)).at(-1)).toMatchObject({ direction: 'in', action: 'drop' });
  // Switched on by the request that makes it, and the list sent before anything else, however often it takes.
  const all = changes();
  const [made, next] = all.slice(all.findIndex(({ method, path }) => method === 'POST' && path === '/1.3/server'));
  expect(made).toMatchObject({ method: 'POST', requestBody: { server: { firewall: 'on' } } });
  expect(next).toMatchObject({ method: 'PUT', path: `/1.3/server/${uuid(id)}/firewall_rule` });
  await upcloud.servers.update(id, { firewallIds: [b.id] });
  expect(await isBehind(id, web)).toBe(true);
  expect(await upcloud.servers.update(id, { firewallIds: [] })).toMatchObject({ firewallIds: [] });
  expect(await serverOf(id)).toMatchObject({ firewall: 'off' });
});

it('a firewall that is not there is said before a server is made', async () => {
  const firewallIds = ['upcloud/0b5a0462-c13f-4a11-9e75-fa84f2b9dd8e'];
  await expect(cloud.connect().servers.create({ ...machine, name: 'web', firewallIds })).rejects.toMatchObject({
    code: 'invalid',
    details: { attribute: ['firewallIds', 0] },
  });
  expect(await cloud.count('/server', 'servers', 'server')).toBe(0);
});

it('new rules reach every server by one request each', async () => {
  const { upcloud, firewall, servers } = await several(3, ssh);
  const lists = () => changes().filter(({ method }) => method === 'PUT').length;
  const before = lists();
  await upcloud.firewalls.update(firewall.id, { rules: web });
  for (const { id } of servers) expect(await isBehind(id, web)).toBe(true);
  expect(lists()).toBe(before + 3);
  // A new name changes no server.
  await upcloud.firewalls.update(firewall.id, { name: 'renamed', labels: { env: 'prod' } });
  expect(lists()).toBe(before + 3);
});

it.each(['before', 'after'] as const)(
  'killed %s any request of a change, no server is open, and the next run ends it',
  async (when) => {
    for (let at = 0, hit = true; hit; at += 1) {
      const { firewall, servers } = await several(2, [...ssh, ...web], { wire: cloud.direct });
      const { upcloud, isHit } = dying(at, when);
      const spec = { name: 'fw', rules: web };
      await upcloud.firewalls.change({ spec, prior: firewall }).catch((error: Error) => {
        expect(error.message).toContain('killed');
      });
      hit = isHit();
      for (const { id } of servers) {
        expect((await isBehind(id, web)) || (await isBehind(id, [...ssh, ...web]))).toBe(true);
      }
      // What is left to do shows in the plan of who comes next; once nothing does, it is done.
      const again = cloud.connect({ wire: cloud.direct });
      const prior = await again.firewalls.read(firewall.id);
      if (!prior) throw new Error('the firewall is gone');
      const { changed } = await again.firewalls.plan({ spec, prior });
      if (changed.length > 0) await again.firewalls.change({ spec, prior });
      for (const { id } of servers) expect(await isBehind(id, web)).toBe(true);
      cloud.emulator.reset();
    }
  },
);

it.each<FaultSpec & { times: number }>([
  { kind: 'status', status: 429, times: 3 },
  { kind: 'status', status: 429, times: 1, headers: { 'retry-after': '7' } },
  { kind: 'status', status: 503, times: 2 },
  { kind: 'reset', when: 'before', times: 2 },
  { kind: 'reset', when: 'after', times: 2 },
  { kind: 'truncate', times: 2 },
])('%o at the lists of its servers is outlasted', async (fault) => {
  const { upcloud, firewall, servers } = await several(3, ssh);
  const at = { cloud: 'upcloud', method: 'PUT', path: '/1.3/server/{id}/firewall_rule', nth: 2 };
  cloud.emulator.faults.add({ ...fault, ...at } as FaultSpec);
  await upcloud.firewalls.update(firewall.id, { rules: web });
  expect(cloud.emulator.faults.list()).toMatchObject([{ fired: fault.times }]);
  for (const { id } of servers) expect(await isBehind(id, web)).toBe(true);
  expect(await upcloud.firewalls.read(firewall.id)).toMatchObject({ rules: [{ ports: '80' }, { ports: '443' }] });
});

it('one server that fails keeps none of the others, and the plan shows that it is not done', async () => {
  const { firewall, servers } = await several(3, ssh);
  const [bad = { id: '' }, ...good] = servers;
  const wiretap: Link = (next) => async (request) => {
    if (request.method === 'PUT' && request.path.includes(uuid(bad.id))) throw new Error('broken');
    return next(request);
  };
  const spec = { name: 'fw', rules: web };
  await expect(cloud.connect({ wiretap }).firewalls.change({ spec, prior: firewall })).rejects.toThrow('broken');
  for (const { id } of good) expect(await isBehind(id, web)).toBe(true);
  expect(await isBehind(bad.id, ssh)).toBe(true);
  const upcloud = cloud.connect();
  const prior = await upcloud.firewalls.read(firewall.id);
  const plan = await upcloud.firewalls.plan({ spec, prior });
  expect(plan.changed).toEqual(['rules']);
});

it('a server that comes while the rules change has the new ones in the end', async () => {
  const upcloud = cloud.connect();
  const firewall = await upcloud.firewalls.create({ name: 'fw', rules: ssh });
  let late = '';
  const wiretap: Link = (next) => async (request) => {
    if (request.method === 'PATCH' && !late)
      late = (await upcloud.servers.create({ ...machine, name: 'late', firewallIds: [firewall.id] })).id;
    return next(request);
  };
  await cloud.connect({ wiretap }).firewalls.update(firewall.id, { rules: web });
  expect(await isBehind(late, web)).toBe(true);
});

it.each([
  ['a list with another rule in it', (id: string) => setList(id, [{ direction: 'in', action: 'accept' }])],
  ['an empty list', (id: string) => setList(id, [])],
  [
    'the firewall switched off',
    (id: string) => cloud.raw('PUT', `/server/${uuid(id)}`, { server: { firewall: 'off' } }),
  ],
  [
    'the labels taken off',
    (id: string) => cloud.raw('PUT', `/server/${uuid(id)}`, { server: { labels: { label: [] } } }),
  ],
])('by other hands: %s shows at the server, and is mended', async (_, meddle) => {
  const { upcloud, firewall, servers } = await several(1, ssh);
  const [server] = servers;
  if (!server) throw new Error('no server');
  await meddle(server.id);
  const spec = { ...machine, name: 'web-0', firewallIds: [firewall.id] };
  const prior = await upcloud.servers.read(server.id, server);
  const { changed } = await upcloud.servers.plan({ spec, prior });
  expect(changed).toContain('firewallIds');
  if (prior) await upcloud.servers.change({ spec, prior });
  expect(await isBehind(server.id, ssh)).toBe(true);
  expect(await cloud.connect().servers.read(server.id)).toMatchObject({ firewallIds: [firewall.id] });
});

it('labels and names of a server change without its firewall, be it ours or somebody’s', async () => {
  const { upcloud, firewall, servers } = await several(1, ssh);
  const id = servers[0]?.id ?? '';
  const updated = await upcloud.servers.update(id, { labels: { env: 'prod' }, name: 'renamed' });
  expect(updated).toMatchObject({ labels: { env: 'prod' }, firewallIds: [firewall.id] });
  expect(await isBehind(id, ssh)).toBe(true);
  const other = await upcloud.servers.create({ ...machine, name: 'other' });
  await cloud.raw('PUT', `/server/${uuid(other.id)}`, { server: { firewall: 'on' } });
  await upcloud.servers.update(other.id, { labels: { env: 'prod' } });
  expect(await serverOf(other.id)).toMatchObject({ firewall: 'on' });
});

it.each(['before', 'after'] as const)(
  'killed %s any request of its deletion, the next one lets out its servers alone',
  async (when) => {
    for (let at = 0, hit = true; hit; at += 1) {
      const { upcloud, firewall, servers } = await several(2, ssh, { wire: cloud.direct });
      const [alone = { id: '' }, both = { id: '' }] = servers;
      const other = await upcloud.firewalls.create({ name: 'other', rules: web });
      await upcloud.servers.update(both.id, { firewallIds: [firewall.id, other.id] });
      const dies = dying(at, when);
      await dies.upcloud.firewalls
        .delete(firewall.id)
        .catch((error: Error) => expect(error.message).toContain('killed'));
      hit = dies.isHit();
      await cloud.connect({ wire: cloud.direct }).firewalls.delete(firewall.id);
      expect(await isBehind(both.id, web)).toBe(true);
      expect(await serverOf(alone.id)).toMatchObject({ firewall: 'off' });
      const seen = await cloud.connect({ wire: cloud.direct }).servers.list();
      expect(seen.map(({ firewallIds }) => firewallIds).sort()).toEqual([[], [other.id]]);
      expect(await upcloud.firewalls.list()).toHaveLength(1);
      cloud.emulator.reset();
    }
  },
);
