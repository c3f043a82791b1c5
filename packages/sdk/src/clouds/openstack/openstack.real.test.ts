import { CloudError, isCloudError } from '../../errors/index.js';
import type { Link } from '../../runtime/transport/index.js';
import { bench, describeReal, KEY, unique } from './testing/bench.js';
import { bootsBothWays } from './testing/boots.js';

// Neutron takes seconds for a router on a machine that others use too.
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

/** The error that `promise` ends with. */
async function failure(promise: Promise<unknown>): Promise<CloudError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isCloudError(error)) throw error ?? new Error('it did not fail');
  return error;
}

describeReal('OpenStack as it is', () => {
  const { cloud } = bench();

  const network = async (options: object = {}) => {
    const made = await cloud.networks.create({ name: unique('net'), ipRange: '10.7.0.0/16', ...options });
    undo.push(() => cloud.networks.delete(made.id));
    return made;
  };
  const firewall = async (rules: object[] = []) => {
    const made = await cloud.firewalls.create({ name: unique('fw'), rules: rules as never });
    undo.push(() => cloud.firewalls.delete(made.id));
    return made;
  };
  const server = async (options: object = {}) => {
    const made = await cloud.servers.create({
      name: unique('web'),
      size: 'SCS-2V-4-20s',
      image: 'debian-12',
      ...options,
    });
    undo.push(() => cloud.servers.delete(made.id));
    return made;
  };

  test('logs in by password as by application credential, and sees places, sizes and images', async () => {
    const { cloud: byPassword } = bench('hansa-password');
    const [place] = await byPassword.places();
    expect(place).toEqual({
      id: 'nova',
      country: null,
      scopes: { zone: 'nova', region: 'RegionOne', area: 'RegionOne' },
    });
    const sizes = await cloud.sizes('nova');
    expect(sizes.find(({ id }) => id === 'SCS-2V-4')).toMatchObject({
      vcpus: 2,
      memoryGib: 4,
      diskGib: null,
      cpu: 'shared',
      price: null,
    });
    expect(sizes.find(({ id }) => id === 'SCS-4V-16-100s')).toMatchObject({ diskGib: 100 });
    const names = (await cloud.images('nova')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['debian-12', 'ubuntu-24.04', 'almalinux-9']));
  });

  test('SSH keys keep their owner in the comment, and their name is taken once', async () => {
    const name = unique('key');
    const key = await cloud.sshKeys.create({ name, publicKey: `${KEY} me@example.org` });
    undo.push(() => cloud.sshKeys.delete(key.id));
    expect(key).toMatchObject({ id: `openstack/${name}`, publicKey: `${KEY} me@example.org`, labels: {} });
    const { cloud: another } = bench();
    const error = await failure(another.sshKeys.create({ name, publicKey: KEY }));
    expect(error.code).toBe('already-exists');
    expect(error.details.attribute).toEqual(['name']);
  });

  test('networks get subnets and a router, change in place, and leave nothing', async () => {
    const made = await network({ subnets: [{ ipRange: '10.7.1.0/24' }], labels: { env: 'test' } });
    expect(made).toMatchObject({ place: 'RegionOne', ipRange: '10.7.0.0/16', subnets: [{ ipRange: '10.7.1.0/24' }] });
    const subnets = [{ ipRange: '10.7.2.0/24' }, { ipRange: '10.7.3.0/24' }];
    const changed = await cloud.networks.update(made.id, { name: unique('neu'), labels: { a: 'b' }, subnets });
    expect(changed).toMatchObject({ labels: { a: 'b' }, ipRange: '10.7.0.0/16' });
    expect(changed.subnets).toEqual(expect.arrayContaining(subnets));
    expect(changed.subnets).toHaveLength(2);
    expect((await cloud.networks.list({ labels: { a: 'b' } })).map(({ id }) => id)).toContain(made.id);
  });

  test('firewalls hold exactly the rules wanted, and let everything out only without out rules', async () => {
    const rules = [
      { direction: 'in', protocol: 'tcp', ports: '80-90', cidrs: ['0.0.0.0/0', '::/0'] },
      { direction: 'in', protocol: 'icmp', cidrs: ['0.0.0.0/0', '::/0'] },
      { direction: 'in', protocol: 'udp', cidrs: ['10.0.0.0/8'] },
    ] as const;
    const made = await firewall([...rules]);
    expect(await cloud.firewalls.read(made.id, made)).toEqual(made);
    const shut = await cloud.firewalls.update(made.id, {
      rules: [{ direction: 'out', protocol: 'tcp', ports: '443', cidrs: ['0.0.0.0/0'] }],
    });
    expect(shut.rules).toEqual([{ direction: 'out', protocol: 'tcp', ports: '443', cidrs: ['0.0.0.0/0'] }]);
    expect((await cloud.firewalls.update(made.id, { rules: [] })).rules).toEqual([]);
  });

  test('a server without a disk of its own boots from a volume, that goes with it', async () => {
    const net = await network();
    const fw = await firewall();
    const spec = {
      size: 'SCS-2V-4',
      image: 'debian-12',
      networks: [{ networkId: net.id, ip: '10.7.0.77' }],
      firewallIds: [fw.id],
      labels: { role: 'web' },
    };
    const made = await server({ ...spec, userData: '#cloud-config\n' });
    expect(made).toMatchObject({
      ...spec,
      diskGib: 20,
      vcpus: 2,
      memoryGib: 4,
      place: 'nova',
      power: 'on',
      publicIpv4Address: null,
    });
    const plan = await cloud.servers.plan({ spec: { name: made.name, ...spec }, prior: made });
    expect([plan.changed, plan.issues]).toEqual([[], []]);
    // An import knows nothing from before.
    const imported = await cloud.servers.read(made.id);
    expect(imported).toMatchObject({ image: 'debian-12', nativeSize: 'SCS-2V-4', firewallIds: [fw.id] });
    const again = await cloud.servers.plan({ spec: { name: made.name, ...spec }, prior: imported ?? {} });
    expect([again.changed, again.issues]).toEqual([[], []]);
    const before = await cloud.volumes.list();
    await cloud.servers.delete(made.id);
    const { cloud: later } = bench();
    expect((await later.volumes.list()).length).toBeLessThan(before.length);
  });

  test('the plan tells what a server boots from, and no change of size touches a volume', async () => {
    await bootsBothWays(cloud, unique('boot'));
  });

  test('a server is switched, renamed, resized and moved between networks and firewalls in place', async () => {
    const [one, two, fw] = await Promise.all([network(), network({ ipRange: '10.8.0.0/16' }), firewall()]);
    const made = await server({ networks: [{ networkId: one.id }], power: 'off' });
    expect(made).toMatchObject({ power: 'off', diskGib: 20, firewallIds: [] });
    const moved = await cloud.servers.update(made.id, {
      name: unique('neu'),
      labels: { x: 'y' },
      networks: [{ networkId: two.id, ip: '10.8.0.9' }, { networkId: one.id }],
      firewallIds: [fw.id],
    });
    expect(moved.networks).toMatchObject([{ networkId: two.id, ip: '10.8.0.9' }, { networkId: one.id }]);
    expect(moved).toMatchObject({ firewallIds: [fw.id], labels: { x: 'y' } });
    const resized = await cloud.servers.update(made.id, { size: 'm1.small', vcpus: null, memoryGib: null });
    expect(resized).toMatchObject({ nativeSize: 'm1.small', vcpus: 1, memoryGib: 2, power: 'off' });
    expect(await cloud.servers.update(made.id, { power: 'on', firewallIds: [] })).toMatchObject({
      power: 'on',
      firewallIds: [],
    });
  });

  test('volumes go from server to server, grow while attached, and are detached before they go', async () => {
    const made = await cloud.volumes.create({ name: unique('vol'), sizeGib: 2, labels: { a: 'b' } });
    const a = await server();
    undo.push(() => cloud.volumes.delete(made.id));
    expect(made).toMatchObject({ place: 'nova', serverId: null, labels: { a: 'b' } });
    expect(await cloud.volumes.update(made.id, { serverId: a.id })).toMatchObject({ serverId: a.id });
    expect(await cloud.volumes.update(made.id, { sizeGib: 3, name: unique('neu') })).toMatchObject({
      sizeGib: 3,
      serverId: a.id,
    });
    const b = await server();
    undo.push(() => cloud.volumes.delete(made.id));
    expect(await cloud.volumes.update(made.id, { serverId: b.id })).toMatchObject({ serverId: b.id });
  });

  test('a public IP leads to a server, to another, to none', async () => {
    const net = await network();
    const [a, b] = await Promise.all([
      server({ networks: [{ networkId: net.id }] }),
      server({ networks: [{ networkId: net.id }] }),
    ]);
    const name = unique('ip');
    const ip = await cloud.publicIps.create({ name, serverId: a.id, labels: { a: 'b' } });
    undo.push(() => cloud.publicIps.delete(ip.id));
    expect(ip).toMatchObject({
      name,
      version: 4,
      serverId: a.id,
      labels: { a: 'b' },
      address: expect.stringMatching(/^203\.0\.113\./),
    });
    expect(await cloud.publicIps.update(ip.id, { serverId: b.id })).toMatchObject({ serverId: b.id });
    expect(await cloud.publicIps.update(ip.id, { serverId: null, name: unique('neu') })).toMatchObject({
      serverId: null,
      labels: { a: 'b' },
    });
    const lonely = await server();
    const error = await failure(cloud.publicIps.update(ip.id, { serverId: lonely.id }));
    expect([error.code, error.details.attribute]).toEqual(['invalid', ['serverId']]);
  });

  test('what a network or firewall is used by is named', async () => {
    const [net, fw] = [await network(), await firewall()];
    const made = await server({ networks: [{ networkId: net.id }], firewallIds: [fw.id] });
    const native = made.id.replace('openstack/', '');
    const account = await cloud.connect();
    for (const [kind, id] of [
      ['network', net.id],
      ['firewall', fw.id],
    ] as const) {
      const blockers = await account.cloud.cells[kind]?.blockers?.(account.api as never, id.replace('openstack/', ''));
      expect(blockers).toEqual([`server ${native}`]);
    }
  });

  test('sold out, quotas and wrong references are said at their attribute', async () => {
    const sold = await failure(cloud.servers.create({ name: unique('web'), size: 'gpu.sold-out', image: 'debian-12' }));
    undo.push(() => cloud.servers.delete(String(sold.details.id)));
    expect([sold.code, sold.details.attribute]).toEqual(['out-of-stock', ['size']]);
    const wrong: [object, string][] = [
      [{ networks: [{ networkId: '11111111-2222-3333-4444-555555555555' }] }, 'networks'],
      [{ sshKeyIds: ['nobody'] }, 'sshKeyIds'],
      [{ image: 'debian-99' }, 'image'],
      [{ size: 'cx23' }, 'size'],
      [{ region: 'az9' }, 'region'],
      [{ firewallIds: ['x'] }, 'firewallIds'],
      [{ publicIpv4: true }, 'publicIpv4'],
    ];
    for (const [options, attribute] of wrong) {
      const error = await failure(server(options));
      expect([error.details.attribute?.[0], error.details.next?.length]).toEqual([attribute, expect.any(Number)]);
    }
    const { cloud: small } = bench('hansa-small');
    const tooMuch = await failure(small.servers.create({ name: unique('web'), size: 'SCS-8V-16', image: 'debian-12' }));
    expect(tooMuch.code).toBe('quota-exceeded');
    expect(tooMuch.message).toContain('cores (8 wanted, 0 used, limit 4)');
    const tooBig = await failure(small.volumes.create({ name: unique('vol'), sizeGib: 100 }));
    expect([tooBig.code, tooBig.message]).toEqual([
      'quota-exceeded',
      expect.stringContaining('gigabytes (100 GiB wanted'),
    ]);
  });

  test('an interrupted create is taken over: nothing is made twice', async () => {
    const owner = unique('test');
    let broken = 0;
    const breakAfter =
      (method: string, pattern: RegExp): Link =>
      (next) =>
      async (request) => {
        const response = await next(request);
        if (request.method === method && pattern.test(request.path) && broken++ === 0) throw new Error('killed');
        return response;
      };
    const spec = { name: unique('net'), ipRange: '10.9.0.0/24' };
    for (const pattern of [/\/networks$/, /\/subnets$/, /\/routers$/]) {
      broken = 0;
      const killed = bench('hansa', { owner, wiretap: breakAfter('POST', pattern) }).cloud;
      await expect(killed.networks.create(spec)).rejects.toThrow('killed');
    }
    const made = await bench('hansa', { owner }).cloud.networks.create(spec);
    undo.push(() => cloud.networks.delete(made.id));
    expect((await cloud.networks.list({ owner })).map(({ id }) => id)).toEqual([made.id]);
    const account = await cloud.connect();
    const { network: neutron } = account.api as {
      network: { pages(path: string, key: string): Promise<{ name: string }[]> };
    };
    const routers = await neutron.pages('/routers', 'routers');
    expect(routers.filter(({ name }) => name === spec.name)).toHaveLength(1);
  });

  test('each answer to a change lost once: all comes to its end, nothing is made twice or left', async () => {
    const [owner, lost] = [unique('test'), new Set<string>()];
    const { cloud: shaky } = bench('hansa', {
      owner,
      wiretap: (next) => async (request) => {
        const response = await next(request);
        const what = Object.keys((request.body as object | undefined) ?? {}).join();
        const call = `${request.method} ${request.path.replace(/[0-9a-f-]{32,}/g, '*')} ${what}`;
        if (request.method === 'GET' || call.includes('/auth/') || response.status >= 400 || lost.has(call))
          return response;
        lost.add(call);
        throw new CloudError('unavailable', { message: `lost: ${call}`, ambiguous: true, retryable: true });
      },
    });
    const net = await shaky.networks.create({ name: unique('net') });
    const fw = await shaky.firewalls.create({
      name: unique('fw'),
      rules: [{ direction: 'out', protocol: 'tcp', ports: '443', cidrs: ['0.0.0.0/0'] }],
    });
    const networks = [{ networkId: net.id }];
    const web = await shaky.servers.create({
      name: unique('web'),
      size: 'SCS-2V-4',
      image: 'debian-12',
      networks,
      firewallIds: [fw.id],
    });
    const vol = await shaky.volumes.create({ name: unique('vol'), sizeGib: 1, serverId: web.id });
    const ip = await shaky.publicIps.create({ name: unique('ip'), serverId: web.id });
    await shaky.servers.update(web.id, { size: 'SCS-4V-8', vcpus: null, memoryGib: null });
    await shaky.servers.update(web.id, { power: 'off', firewallIds: [] });
    expect(await shaky.volumes.update(vol.id, { sizeGib: 2 })).toMatchObject({ sizeGib: 2 });
    expect(lost.size).toBeGreaterThan(15);
    const made = [shaky.networks, shaky.firewalls, shaky.servers, shaky.volumes, shaky.publicIps] as const;
    for (const kind of made) expect(await kind.list({ owner })).toHaveLength(1);
    await shaky.publicIps.delete(ip.id);
    await shaky.volumes.delete(vol.id);
    await shaky.servers.delete(web.id);
    await shaky.firewalls.delete(fw.id);
    await shaky.networks.delete(net.id);
    for (const kind of made) expect(await kind.list({ owner })).toEqual([]);
  });

  test('a resize that was killed before its confirmation is finished by the next run', async () => {
    const made = await server();
    let killed = false;
    const { cloud: dying } = bench('hansa', {
      wiretap: (next) => (request) => {
        if (JSON.stringify(request.body ?? '').includes('confirmResize')) killed = true;
        if (killed) throw new Error('killed');
        return next(request);
      },
    });
    const size = { size: 'm1.small', vcpus: null, memoryGib: null };
    await expect(dying.servers.update(made.id, size)).rejects.toThrow('killed');
    expect(await cloud.servers.update(made.id, size)).toMatchObject({ nativeSize: 'm1.small' });
  });

  test('a token that is no longer taken is renewed once, by one login for all', async () => {
    let first: string | undefined;
    let revoked = false;
    const { cloud: own, requests } = bench('hansa', {
      wiretap: (next) => (request) => {
        const token = request.headers?.['x-auth-token'];
        first ??= token;
        const headers = { ...request.headers, ...(revoked && token === first ? { 'x-auth-token': 'revoked' } : {}) };
        return next({ ...request, headers });
      },
    });
    await own.places();
    revoked = true;
    requests.length = 0;
    await Promise.all([own.sshKeys.list(), own.networks.list(), own.firewalls.list(), own.publicIps.list()]);
    expect(requests.filter(({ path }) => path.endsWith('/auth/tokens'))).toHaveLength(1);
    expect(requests.filter(({ status }) => status === 401).length).toBeGreaterThan(1);
  });

  test('pages are followed to the end', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => cloud.sshKeys.create({ name: unique('key'), publicKey: KEY })));
    undo.push(
      ...keys.map(
        ({ id }) =>
          () =>
            cloud.sshKeys.delete(id),
      ),
    );
    const small: Link = (next) => (request) => next({ ...request, query: { ...request.query, limit: 1 } });
    const { cloud: paged, requests } = bench('hansa', { wiretap: small });
    const listed = await paged.sshKeys.list();
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(keys.map(({ id }) => id)));
    expect(requests.filter(({ path }) => path.includes('os-keypairs')).length).toBeGreaterThan(3);
    expect((await paged.images('nova')).length).toBe((await cloud.images('nova')).length);
    expect((await paged.sizes('nova')).length).toBe((await cloud.sizes('nova')).length);
    expect((await paged.firewalls.list()).length).toBeGreaterThan(0);
  });

  test('wrong credentials are said as such, without the secret', async () => {
    const env = {
      HOME: '/nonexistent',
      OS_AUTH_URL: 'http://127.0.0.1:5000/v3',
      OS_USERNAME: 'hansa',
      OS_PASSWORD: 'not-the-password',
    };
    const error = await failure(bench('hansa', { env, clouds: { openstack: {} } }).cloud.places());
    expect(error.code).toBe('unauthenticated');
    expect(error.message).not.toContain('not-the-password');
    const other = {
      OS_AUTH_URL: env.OS_AUTH_URL,
      OS_APPLICATION_CREDENTIAL_ID: '0'.repeat(32),
      OS_APPLICATION_CREDENTIAL_SECRET: 'none-such',
    };
    expect((await failure(bench('hansa', { env: other, clouds: { openstack: {} } }).cloud.places())).code).toBe(
      'unauthenticated',
    );
    const region = bench('hansa', { clouds: { openstack: { cloud: 'hansa', region: 'Nowhere' } } });
    expect((await failure(region.cloud.places())).message).toContain('RegionOne');
  });
});
