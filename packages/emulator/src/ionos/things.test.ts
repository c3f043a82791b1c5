import { type Contract, KEY, newContract, web } from './ionos.fixture.js';

let contract: Contract;
let dc = '';
beforeEach(async () => {
  contract = await newContract();
  dc = await contract.datacenter();
});
afterEach(() => contract.close());

const at = (path: string) => `/datacenters/${dc}${path}`;
const publicLan = () => contract.done('POST', at('/lans'), { properties: { name: 'internet', public: true } });
const volume = (more: object) => ({ properties: { name: 'v', size: 10, ...more } });

describe('a server', () => {
  it('is made with all of its parts, or not at all', async () => {
    const body = web(1);
    body.entities.nics.items.push({ properties: { lan: 1, ips: ['8.8.8.8'] } } as never);
    expect(await contract.refused(422, 'POST', at('/servers'), body)).toContain('8.8.8.8');
    expect((await contract.call('GET', at('/servers'))).body.items).toEqual([]);
    expect((await contract.call('GET', at('/volumes'))).body.items).toEqual([]);
  });

  it.each([
    ['cores', { cores: 0 }],
    ['cores', { cores: 61 }],
    ['ram', { ram: 1000 }],
    ['ram', { ram: 300_032 }],
    ['type', { type: 'CUBE' }],
    ['cpuFamily', { cpuFamily: 'AMD_EPYC' }],
    ['cpuFamily', { type: 'ENTERPRISE', cpuFamily: 'INTEL_ICELAKE' }],
  ])('has right %s: %j is refused', async (at_, properties) => {
    expect(await contract.refused(422, 'POST', at('/servers'), web(1, properties))).toContain(`properties.${at_}]`);
  });

  it('gives back what it was given when it is stopped, and gets another address when it is started', async () => {
    await publicLan();
    const { id } = await contract.done('POST', at('/servers'), web(1));
    const ip = async () =>
      (await contract.call('GET', at(`/servers/${id}?depth=2`))).body.entities.nics.items[0].properties.ips;
    const [first] = await ip();
    expect(first).toMatch(/^198\.1[89]\./);
    await contract.done('POST', at(`/servers/${id}/stop`));
    expect(await ip()).toEqual([]);
    expect((await contract.call('GET', at(`/servers/${id}`))).body.properties.vmState).toBe('SHUTOFF');
    await contract.refused(422, 'POST', at(`/servers/${id}/reboot`));
    await contract.done('POST', at(`/servers/${id}/start`));
    expect(await ip()).toEqual([expect.not.stringMatching(first)]);
  });

  it('leaves its volumes behind, unless they are to go too', async () => {
    const one = await contract.done('POST', at('/servers'), web(1));
    await contract.done('DELETE', at(`/servers/${one.id}`));
    expect((await contract.call('GET', at('/volumes?depth=1'))).body.items).toMatchObject([
      { properties: { bootServer: null } },
    ]);
    const two = await contract.done('POST', at('/servers'), web(1));
    await contract.done('DELETE', at(`/servers/${two.id}?deleteVolumes=true`));
    expect((await contract.call('GET', at('/volumes'))).body.items).toHaveLength(1);
  });

  it('takes 24 volumes and cards together', async () => {
    const { id } = await contract.done('POST', at('/servers'), web(1));
    for (let i = 0; i < 22; i += 1) await contract.done('POST', at(`/servers/${id}/nics`), { properties: { lan: 1 } });
    await contract.refused(422, 'POST', at(`/servers/${id}/nics`), { properties: { lan: 1 } });
    const data = await contract.done('POST', at('/volumes'), volume({ licenceType: 'OTHER' }));
    await contract.refused(422, 'POST', at(`/servers/${id}/volumes`), { id: data.id });
  });
});

describe('a volume', () => {
  it.each([
    ['an image, or what will be on it', {}],
    ['a key or a password with a public image', { imageAlias: 'debian:12' }],
    ['an image that is there', { imageAlias: 'plan9:4', sshKeys: [KEY] }],
    ['an image that is no CD-ROM', { imageAlias: 'debian:12_iso', sshKeys: [KEY] }],
    ['a password of letters and digits', { imageAlias: 'debian:12', imagePassword: 'with-dash' }],
    ['a public key', { imageAlias: 'debian:12', sshKeys: ['nonsense'] }],
    ['an image for its user data', { licenceType: 'OTHER', userData: 'I2Nsb3Vk' }],
    ['room for its image', { imageAlias: 'debian:12', sshKeys: [KEY], size: 1 }],
    ['at most 4,096 GB', { licenceType: 'OTHER', size: 4097 }],
    ['a type that is sold', { licenceType: 'OTHER', type: 'TAPE' }],
  ])('needs %s', async (_, properties) => {
    await contract.refused(422, 'POST', at('/volumes'), volume(properties));
  });

  it('never tells what it was made with', async () => {
    const secrets = { imageAlias: 'debian:12', sshKeys: [KEY], imagePassword: 'secret123', userData: 'I2Nsb3Vk' };
    const { id } = await contract.done('POST', at('/volumes'), volume(secrets));
    const { properties } = (await contract.call('GET', at(`/volumes/${id}`))).body;
    expect(properties).toMatchObject({ imageAlias: null, sshKeys: null, imagePassword: null, userData: null });
    expect(properties.image).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('grows, and does not shrink; is on one server at a time', async () => {
    const { id } = await contract.done('POST', at('/volumes'), volume({ licenceType: 'OTHER' }));
    await contract.done('PATCH', at(`/volumes/${id}`), { size: 20 });
    await contract.refused(422, 'PATCH', at(`/volumes/${id}`), { size: 10 });
    const [one, two] = [
      await contract.done('POST', at('/servers'), web(1)),
      await contract.done('POST', at('/servers'), web(1)),
    ];
    await contract.done('POST', at(`/servers/${one.id}/volumes`), { id });
    await contract.refused(422, 'POST', at(`/servers/${two.id}/volumes`), { id });
    await contract.done('DELETE', at(`/servers/${one.id}/volumes/${id}`));
    await contract.done('POST', at(`/servers/${two.id}/volumes`), { id });
    await contract.refused(404, 'DELETE', at(`/servers/${one.id}/volumes/${id}`));
  });
});

describe('a LAN', () => {
  it('gives addresses of its own block, and takes others that are private and free', async () => {
    const lan = await contract.done('POST', at('/lans'), { properties: { name: 'inner' } });
    const block = lan.properties.ipv4CidrBlock.replace('.0/24', '');
    const { id } = await contract.done('POST', at('/servers'), web(1));
    const card = (ips?: string[]) => contract.call('POST', at(`/servers/${id}/nics`), { properties: { lan: 1, ips } });
    expect((await card()).body.properties.ips).toEqual([`${block}.11`]);
    expect((await card(['192.168.9.7'])).body.properties.ips).toEqual(['192.168.9.7']);
    for (const [ip, why] of [
      ['192.168.9.7', 'in use'],
      ['8.8.8.8', 'no private address'],
      ['nonsense', 'no IPv4 address'],
    ] as const)
      expect((await card([ip])).body.messages[0].message).toContain(why);
  });

  it('that a card asks for and that is not there is made', async () => {
    await contract.done('POST', at('/servers'), web(7));
    expect((await contract.call('GET', at('/lans/7'))).body.properties).toMatchObject({ public: false });
    expect((await contract.done('POST', at('/lans'), { properties: {} })).id).toBe('8');
  });

  it('does not go, or turn to the Internet, while something is connected', async () => {
    const { id } = await contract.done('POST', at('/servers'), web(1));
    await contract.refused(422, 'DELETE', at('/lans/1'));
    await contract.refused(422, 'PATCH', at('/lans/1'), { public: true });
    await contract.done('DELETE', at(`/servers/${id}?deleteVolumes=true`));
    await contract.done('DELETE', at('/lans/1'));
  });
});

describe('reserved addresses', () => {
  it('are used where they were reserved, once, and keep their block', async () => {
    await publicLan();
    const { id } = await contract.done('POST', at('/servers'), web(1));
    const [{ id: card }] = (await contract.call('GET', at(`/servers/${id}/nics`))).body.items;
    const reserve = (location: string) => contract.done('POST', '/ipblocks', { properties: { location, size: 1 } });
    const [here, far] = [await reserve('de/fra'), await reserve('es/vit')];
    const path = at(`/servers/${id}/nics/${card}`);
    expect(await contract.refused(422, 'PATCH', path, { ips: far.properties.ips })).toContain('reserved in es/vit');
    expect(await contract.refused(422, 'PATCH', path, { ips: ['198.19.255.1'] })).toContain('of no reserved IP block');
    await contract.done('PATCH', path, { ips: here.properties.ips });
    expect((await contract.call('GET', `/ipblocks/${here.id}`)).body.properties.ipConsumers).toMatchObject([
      { ip: here.properties.ips[0], nicId: card, serverId: id, datacenterId: dc },
    ]);
    await contract.refused(422, 'POST', at(`/servers/${id}/nics`), {
      properties: { lan: 1, ips: here.properties.ips },
    });
    await contract.refused(422, 'DELETE', `/ipblocks/${here.id}`);
    await contract.done('POST', at(`/servers/${id}/stop`));
    expect((await contract.call('GET', path)).body.properties.ips).toEqual(here.properties.ips);
    await contract.done('PATCH', path, { ips: [] });
    await contract.done('DELETE', `/ipblocks/${here.id}`);
  });
});

describe('a security group', () => {
  const rule = (properties: object) => ({ properties: { protocol: 'TCP', ...properties } });

  it.each([
    ['a protocol', { protocol: 'SCTP' }],
    ['both ends of a range', { portRangeStart: 80 }],
    ['a range that goes up', { portRangeStart: 90, portRangeEnd: 80 }],
    ['ports for TCP and UDP alone', { protocol: 'ICMP', portRangeStart: 80, portRangeEnd: 80 }],
    ['an ICMP type for ICMP alone', { icmpType: 8 }],
    ['an address', { sourceIp: 'here' }],
    ['a direction', { type: 'ASIDE' }],
  ])('takes only rules with %s', async (_, properties) => {
    const group = { properties: { name: 'web' }, entities: { rules: { items: [rule(properties)] } } };
    await contract.refused(422, 'POST', at('/securitygroups'), group);
    expect((await contract.call('GET', at('/securitygroups'))).body.items).toEqual([]);
  });

  it('takes 100 rules, is on a card or off it, and does not go while it is on', async () => {
    const { id } = await contract.done('POST', at('/securitygroups'), {
      properties: { name: 'web' },
      entities: {
        rules: { items: Array.from({ length: 99 }, (_, i) => rule({ portRangeStart: i + 1, portRangeEnd: i + 1 })) },
      },
    });
    const rules = at(`/securitygroups/${id}/rules`);
    await contract.done('POST', rules, rule({ sourceIp: '2001:db8::/32' }));
    await contract.refused(422, 'POST', rules, rule({}));
    const last = (await contract.call('GET', `${rules}?depth=1`)).body.items.at(-1);
    expect(last.properties).toMatchObject({ ipVersion: 'IPv6', type: 'INGRESS' });
    await contract.refused(422, 'PATCH', `${rules}/${last.id}`, { protocol: 'UDP' });
    await contract.done('PATCH', `${rules}/${last.id}`, { sourceIp: '192.0.2.0/24' });
    await contract.done('DELETE', `${rules}/${last.id}`);

    const server = await contract.done('POST', at('/servers'), web(1));
    const [{ id: card }] = (await contract.call('GET', at(`/servers/${server.id}/nics`))).body.items;
    const on = (ids: string[]) =>
      contract.done('PUT', at(`/servers/${server.id}/nics/${card}/securitygroups`), { ids });
    await on([id]);
    expect((await contract.call('GET', at(`/securitygroups/${id}?depth=1`))).body.entities.nics.items).toMatchObject([
      { id: card },
    ]);
    await contract.refused(422, 'DELETE', at(`/securitygroups/${id}`));
    await on([]);
    await contract.done('DELETE', at(`/securitygroups/${id}`));
    await contract.refused(404, 'PUT', at(`/servers/${server.id}/nics/${card}/securitygroups`), { ids: [id] });
  });
});
