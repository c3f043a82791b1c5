import { type Emulator, startEmulator } from '@hansa/emulator';
import { type Clock, type CloudHandle, Hansa, jumpingClock } from '@hansa/sdk';
import { ionosClient } from './ionos-client.js';
import { driftOf, makeWorkload, nativeId, putBack, type Thing, type Workload } from './workload.js';

let emulator: Emulator;
let clock: Clock;
let api: ReturnType<typeof ionosClient>;
const pass = () => clock.sleep(500);

beforeAll(async () => {
  clock = jumpingClock();
  emulator = await startEmulator({ clouds: ['ionos'], clock });
  api = ionosClient(emulator.env);
});
afterAll(async () => {
  await emulator.close();
  expect(emulator.failures).toEqual([]);
});

/** The vendor's own client, which nobody here wrote, alone: every sort of thing that the driver uses, from its making to its end. */
describe("IONOS's own client lives through", () => {
  let datacenterId = '';
  const at = () => ({ datacenterId });
  const order = <T>(promise: Promise<{ data: T }>) => api.done(promise as never, pass) as Promise<T>;

  test('the catalogue: locations, images, the contract', async () => {
    const locations = (await api.locations.locationsGet({ depth: 1 })).data.items ?? [];
    expect(locations.map(({ id }) => id)).toEqual(expect.arrayContaining(['de/fra', 'fr/par']));
    const berlin = await api.locations.locationsFindByRegionIdAndId({ regionId: 'de', locationId: 'txl' });
    expect(berlin.data.properties.cpuArchitecture?.[0]?.cpuFamily).toMatch(/^(INTEL|AMD)_/);
    const images = (await api.images.imagesGet({ depth: 1 })).data.items ?? [];
    expect(images.flatMap(({ properties }) => properties.imageAliases ?? [])).toContain('debian:12');
    const contract = (await api.contracts.contractsGet({ depth: 1 })).data.items?.[0]?.properties;
    expect(contract).toMatchObject({ contractNumber: 31000001, resourceLimits: { coresPerServer: 60 } });
  });

  test('a data center, made with a LAN to the Internet in the same request', async () => {
    const lans = { items: [{ properties: { name: 'internet', public: true } as object }] };
    const ordered = await api.datacenters.datacentersPost({
      datacenter: { properties: { name: 'dc', location: 'de/txl', description: 'by hand' }, entities: { lans } },
    });
    datacenterId = ordered.data.id ?? '';
    expect(ordered.status).toBe(202);
    expect(ordered.data.metadata?.state).toBe('BUSY');
    await api.done(Promise.resolve(ordered) as never, pass);
    const { data } = await api.datacenters.datacentersFindById({ ...at(), depth: 2 });
    expect(data).toMatchObject({ metadata: { state: 'AVAILABLE' }, properties: { name: 'dc', location: 'de/txl' } });
    expect(data.entities?.lans?.items).toMatchObject([{ id: '1', properties: { name: 'internet', public: true } }]);
    await order(api.datacenters.datacentersPatch({ ...at(), datacenter: { description: 'staging' } as never }));
    expect((await api.datacenters.datacentersFindById(at())).data.properties.description).toBe('staging');
  });

  test('a private LAN, a server with volume and cards, and what is changed of them', async () => {
    const lan = await order(api.lans.datacentersLansPost({ ...at(), lan: { properties: { name: 'inner' } } }));
    const server = await order(
      api.servers.datacentersServersPost({
        ...at(),
        server: {
          properties: { name: 'web', cores: 2, ram: 4096, type: 'VCPU' },
          entities: {
            volumes: {
              items: [
                {
                  properties: {
                    name: 'root',
                    size: 10,
                    type: 'SSD Standard',
                    imageAlias: 'debian:12',
                    sshKeys: ['ssh-ed25519 AAAA me'],
                  } as never,
                },
              ],
            },
            nics: {
              items: [
                { properties: { name: 'a', lan: 1 } },
                { properties: { lan: Number(lan.id), ips: ['10.9.0.7'] } },
              ],
            },
          },
        },
      }),
    );
    const serverId = server.id ?? '';
    const seen = async () => (await api.servers.datacentersServersFindById({ ...at(), serverId, depth: 3 })).data;
    const { properties, entities } = await seen();
    expect(properties).toMatchObject({
      vmState: 'RUNNING',
      cores: 2,
      bootVolume: { id: entities?.volumes?.items?.[0]?.id },
    });
    expect(entities?.nics?.items?.map((nic) => nic.properties.ips?.[0])).toEqual([
      expect.stringMatching(/^198\.1[89]\./),
      '10.9.0.7',
    ]);
    expect((await api.lans.datacentersLansNicsGet({ ...at(), lanId: lan.id ?? '', depth: 1 })).data.items).toHaveLength(
      1,
    );

    await order(api.servers.datacentersServersStopPost({ ...at(), serverId }));
    const off = await seen();
    expect(off.properties.vmState).toBe('SHUTOFF');
    expect(off.entities?.nics?.items?.[0]?.properties.ips).toEqual([]);
    await order(api.servers.datacentersServersPatch({ ...at(), serverId, server: { cores: 4, name: 'www' } as never }));
    await order(api.servers.datacentersServersStartPost({ ...at(), serverId }));
    await order(api.servers.datacentersServersRebootPost({ ...at(), serverId }));
    expect((await seen()).properties).toMatchObject({ vmState: 'RUNNING', cores: 4, name: 'www' });

    const nicId = entities?.nics?.items?.[1]?.id ?? '';
    const card = { ...at(), serverId, nicId };
    await order(api.nics.datacentersServersNicsPatch({ ...card, nic: { ips: ['10.9.0.8'], lan: Number(lan.id) } }));
    const rule = await order(
      api.rules.datacentersServersNicsFirewallrulesPost({
        ...card,
        firewallrule: { properties: { protocol: 'TCP' as never, portRangeStart: 22, portRangeEnd: 22 } },
      }),
    );
    const firewallruleId = rule.id ?? '';
    expect((await api.rules.datacentersServersNicsFirewallrulesGet({ ...card, depth: 1 })).data.items).toHaveLength(1);
    await order(api.rules.datacentersServersNicsFirewallrulesDelete({ ...card, firewallruleId }));
    await order(api.nics.datacentersServersNicsDelete(card));
    await expect(api.nics.datacentersServersNicsFindById(card)).rejects.toMatchObject({ response: { status: 404 } });
    const again = await order(
      api.nics.datacentersServersNicsPost({ ...at(), serverId, nic: { properties: { lan: Number(lan.id) } } }),
    );
    expect((await seen()).entities?.nics?.items?.map(({ id }) => id)).toContain(again.id);
    await order(api.nics.datacentersServersNicsDelete({ ...card, nicId: again.id ?? '' }));
    await order(api.lans.datacentersLansPatch({ ...at(), lanId: lan.id ?? '', lan: { name: 'renamed' } }));
    expect((await api.lans.datacentersLansFindById({ ...at(), lanId: lan.id ?? '' })).data.properties.name).toBe(
      'renamed',
    );
    await order(api.lans.datacentersLansDelete({ ...at(), lanId: lan.id ?? '' }));

    const data = await order(
      api.volumes.datacentersVolumesPost({
        ...at(),
        volume: { properties: { name: 'data', size: 5, licenceType: 'OTHER' as never } },
      }),
    );
    const volumeId = data.id ?? '';
    await order(api.volumes.datacentersVolumesPatch({ ...at(), volumeId, volume: { size: 8 } }));
    await order(api.servers.datacentersServersVolumesPost({ ...at(), serverId, volume: { id: volumeId } as never }));
    expect(
      (await api.servers.datacentersServersVolumesGet({ ...at(), serverId, depth: 1 })).data.items?.map(({ id }) => id),
    ).toContain(volumeId);
    await order(api.servers.datacentersServersVolumesDelete({ ...at(), serverId, volumeId }));
    expect((await api.volumes.datacentersVolumesFindById({ ...at(), volumeId })).data.properties).toMatchObject({
      size: 8,
      bootServer: null,
    });
    await order(api.volumes.datacentersVolumesDelete({ ...at(), volumeId }));

    await order(api.servers.datacentersServersDelete({ ...at(), serverId, deleteVolumes: true }));
    expect((await api.volumes.datacentersVolumesGet(at())).data.items).toEqual([]);
  });

  test('a security group with its rules', async () => {
    const properties = { name: 'web', description: 'by hand' };
    const rules = {
      items: [
        { properties: { protocol: 'TCP' as never, portRangeStart: 80, portRangeEnd: 80, sourceIp: '10.0.0.0/8' } },
      ],
    };
    const group = await order(
      api.groups.datacentersSecuritygroupsPost({ ...at(), securityGroup: { properties, entities: { rules } } }),
    );
    const where = { ...at(), securityGroupId: group.id ?? '' };
    const rule = await order(
      api.groups.datacentersSecuritygroupsFirewallrulesPost({
        ...where,
        firewallRule: { properties: { protocol: 'ICMP' as never } },
      }),
    );
    await order(api.groups.datacentersSecuritygroupsPatch({ ...where, securityGroup: { name: 'www' } }));
    const seen = (await api.groups.datacentersSecuritygroupsFindById({ ...where, depth: 2 })).data;
    expect(seen.properties).toMatchObject({ name: 'www', description: 'by hand' });
    expect(seen.entities?.rules?.items?.map((one) => one.properties.protocol)).toEqual(['TCP', 'ICMP']);
    await order(api.groups.datacentersSecuritygroupsFirewallrulesDelete({ ...where, ruleId: rule.id ?? '' }));
    expect((await api.groups.datacentersSecuritygroupsRulesGet({ ...where, depth: 1 })).data.items).toHaveLength(1);
    await order(api.groups.datacentersSecuritygroupsDelete(where));
    expect((await api.groups.datacentersSecuritygroupsGet(at())).data.items).toEqual([]);
  });

  test('an IP block, and labels', async () => {
    const block = await order(
      api.ipBlocks.ipblocksPost({ ipblock: { properties: { name: 'ips', location: 'de/txl', size: 2 } } }),
    );
    const ipblockId = block.id ?? '';
    expect(block.properties.ips).toHaveLength(2);
    const label = (key: string, value: string) => ({ properties: { key, value } });
    expect((await api.labels.ipblocksLabelsPost({ ipblockId, label: label('env', 'test') })).status).toBe(201);
    await expect(api.labels.ipblocksLabelsPost({ ipblockId, label: label('env', 'prod') })).rejects.toMatchObject({
      response: { status: 422, data: { httpStatus: 422, messages: [{ message: expect.stringContaining('env') }] } },
    });
    await api.labels.ipblocksLabelsPut({ ipblockId, key: 'env', label: label('env', 'prod') });
    await api.labels.datacentersLabelsPost({ ...at(), label: label('tier', 'front') });
    const all = (await api.labels.labelsGet({ depth: 1 })).data.items ?? [];
    expect(all.map(({ properties }) => [properties.resourceType, properties.key, properties.value])).toEqual(
      expect.arrayContaining([
        ['ipblock', 'env', 'prod'],
        ['datacenter', 'tier', 'front'],
      ]),
    );
    await api.labels.ipblocksLabelsDelete({ ipblockId, key: 'env' });
    await order(api.ipBlocks.ipblocksPatch({ ipblockId, ipblock: { name: 'renamed' } as never }));
    expect((await api.ipBlocks.ipblocksFindById({ ipblockId })).data.properties.name).toBe('renamed');
    await order(api.ipBlocks.ipblocksDelete({ ipblockId }));
  });

  test('requests, one after the other in a data center; at the end the data center with all that is in it', async () => {
    const orders = await Promise.all(
      ['a', 'b'].map((name) => api.lans.datacentersLansPost({ ...at(), lan: { properties: { name } } })),
    );
    const status = async () => {
      const { data } = await api.requests.requestsGet({ depth: 2, limit: 2 });
      return data.items?.map(({ metadata }) => metadata?.requestStatus?.metadata?.status);
    };
    expect(await status()).toEqual(['QUEUED', 'RUNNING']);
    for (const one of orders) await api.done(Promise.resolve(one) as never, pass);
    expect(await status()).toEqual(['DONE', 'DONE']);
    await order(api.datacenters.datacentersDelete(at()));
    await expect(api.datacenters.datacentersFindById(at())).rejects.toMatchObject({
      response: { status: 404, data: { httpStatus: 404, messages: [{ errorCode: '309' }] } },
    });
  });
});

/** The same client sees what the SDK made, changes it, and the SDK sees that. */
describe("IONOS's own client and the SDK", () => {
  let cloud: CloudHandle;
  let made: Workload;
  let datacenterId = '';
  let id: Record<keyof Workload, string>;
  const order = <T>(promise: Promise<{ data: T }>) => api.done(promise as never, pass) as Promise<T>;
  const server = async () =>
    (await api.servers.datacentersServersFindById({ datacenterId, serverId: id.server, depth: 4 })).data;
  const internet = async () =>
    (await server()).entities!.nics!.items!.find(({ properties }) => properties.name === 'internet')!;
  const all = (): Thing[] => Object.values(made);

  beforeAll(async () => {
    cloud = new Hansa({ env: emulator.env, clock, owner: 'shop' }).cloud('ionos');
    made = await makeWorkload(cloud, 'de/fra', 'SCS-2V-4');
    datacenterId = made.server.state.id.split('/')[1] ?? '';
    id = Object.fromEntries(Object.entries(made).map(([kind, thing]) => [kind, nativeId(thing)])) as typeof id;
  });

  test('see the data center, with all that stands in it', async () => {
    const { data } = await api.datacenters.datacentersFindById({ datacenterId, depth: 1 });
    expect(data.properties).toMatchObject({ name: 'hansa-shop', location: 'de/fra' });
    expect(data.properties.description).toContain('hansa-owner=shop');
    expect(data.entities?.servers?.items?.map((one) => one.id)).toEqual([id.server]);
    expect(data.entities?.lans?.items?.map((one) => one.id)).toEqual(['1', id.network]);
  });

  test('see the server, its disk, its cards, and what it stands behind', async () => {
    const { properties, entities } = await server();
    expect(properties).toMatchObject({ name: 'web-1', type: 'VCPU', cores: 2, ram: 4096, vmState: 'RUNNING' });
    const labels = (await api.labels.datacentersServersLabelsGet({ datacenterId, serverId: id.server, depth: 1 })).data
      .items;
    expect(Object.fromEntries(labels!.map((one) => [one.properties.key, one.properties.value]))).toEqual({
      role: 'web',
      'hansa-owner': 'shop',
    });
    expect(entities?.volumes?.items).toMatchObject([
      { properties: { size: 20, type: 'SSD Standard' } },
      { id: id.volume },
    ]);
    const [card, inner] = entities?.nics?.items ?? [];
    expect(card?.properties).toMatchObject({ lan: 1, firewallActive: true, ips: [made.public_ip.state['address']] });
    expect(card?.entities?.securitygroups?.items?.map((one) => one.id)).toEqual([id.firewall]);
    expect(inner?.properties).toMatchObject({
      lan: Number(id.network),
      ips: [expect.stringMatching(/^10\.1\.1\.\d+$/)],
    });
  });

  test('see the firewall with its rules, and what goes out', async () => {
    const { data } = await api.groups.datacentersSecuritygroupsFindById({
      datacenterId,
      securityGroupId: id.firewall,
      depth: 2,
    });
    const rules = data.entities?.rules?.items?.map(({ properties: one }) => [
      one.type,
      one.protocol,
      one.ipVersion,
      one.sourceIp,
      one.portRangeStart,
    ]);
    expect(rules).toEqual([
      ['INGRESS', 'TCP', 'IPv4', null, 443],
      ['INGRESS', 'TCP', 'IPv6', null, 443],
      ['INGRESS', 'ICMP', 'IPv4', '10.0.0.0/8', null],
      ['EGRESS', 'ANY', 'IPv4', null, null],
      ['EGRESS', 'ANY', 'IPv6', null, null],
    ]);
  });

  test('see the volume and the address, by their own names', async () => {
    const volume = (await api.volumes.datacentersVolumesFindById({ datacenterId, volumeId: id.volume })).data;
    expect(volume.properties).toMatchObject({ name: 'data', size: 20, bootServer: id.server });
    const block = (await api.ipBlocks.ipblocksFindById({ ipblockId: id.public_ip })).data;
    expect(block.properties).toMatchObject({
      name: 'ip',
      size: 1,
      location: 'de/fra',
      ipConsumers: [{ serverId: id.server }],
    });
  });

  test('to begin with, nothing has drifted', async () => {
    expect(await Promise.all(all().map((thing) => driftOf(cloud, thing)))).toEqual(all().map(() => []));
  });

  test.each<[string, keyof Workload, string[], () => Promise<unknown>]>([
    [
      'a label put on',
      'server',
      ['labels'],
      () =>
        api.labels.datacentersServersLabelsPost({
          datacenterId,
          serverId: id.server,
          label: { properties: { key: 'tier', value: 'front' } },
        }),
    ],
    [
      'a label taken off',
      'server',
      ['labels'],
      () => api.labels.datacentersServersLabelsDelete({ datacenterId, serverId: id.server, key: 'role' }),
    ],
    [
      'power switched off',
      'server',
      ['power'],
      () => order(api.servers.datacentersServersStopPost({ datacenterId, serverId: id.server })),
    ],
    [
      'a new name',
      'server',
      ['name'],
      () =>
        order(
          api.servers.datacentersServersPatch({ datacenterId, serverId: id.server, server: { name: 'www' } as never }),
        ),
    ],
    [
      'more cores',
      'server',
      ['size'],
      () =>
        order(
          api.servers.datacentersServersPatch({ datacenterId, serverId: id.server, server: { cores: 4 } as never }),
        ),
    ],
    [
      'a network left',
      'server',
      ['networks'],
      async () => {
        const card = (await server()).entities!.nics!.items!.find(
          ({ properties }) => properties.lan === Number(id.network),
        );
        return order(api.nics.datacentersServersNicsDelete({ datacenterId, serverId: id.server, nicId: card!.id! }));
      },
    ],
    [
      'out of its security group',
      'server',
      ['firewallIds'],
      async () =>
        order(
          api.groups.datacentersServersNicsSecuritygroupsPut({
            datacenterId,
            serverId: id.server,
            nicId: (await internet()).id!,
            securitygroups: { ids: [] },
          } as never),
        ),
    ],
    [
      'a rule more',
      'firewall',
      ['rules'],
      () =>
        order(
          api.groups.datacentersSecuritygroupsFirewallrulesPost({
            datacenterId,
            securityGroupId: id.firewall,
            firewallRule: { properties: { protocol: 'UDP' as never, portRangeStart: 53, portRangeEnd: 53 } },
          }),
        ),
    ],
    [
      'a network renamed',
      'network',
      ['name', 'labels'],
      () =>
        order(
          api.lans.datacentersLansPatch({
            datacenterId,
            lanId: id.network,
            lan: { name: 'net-2 hansa-ip-range=10.1.0.0/16 hansa-subnets=10.1.1.0/24' },
          }),
        ),
    ],
    [
      'a volume detached',
      'volume',
      ['serverId'],
      () =>
        order(api.servers.datacentersServersVolumesDelete({ datacenterId, serverId: id.server, volumeId: id.volume })),
    ],
    [
      'a volume renamed',
      'volume',
      ['name'],
      () => order(api.volumes.datacentersVolumesPatch({ datacenterId, volumeId: id.volume, volume: { name: 'date' } })),
    ],
    [
      'an address taken away',
      'public_ip',
      ['serverId'],
      async () =>
        order(
          api.nics.datacentersServersNicsPatch({
            datacenterId,
            serverId: id.server,
            nicId: (await internet()).id!,
            nic: { ips: [], lan: 1 },
          }),
        ),
    ],
    [
      'an address renamed',
      'public_ip',
      ['name'],
      () => order(api.ipBlocks.ipblocksPatch({ ipblockId: id.public_ip, ipblock: { name: 'pi' } as never })),
    ],
  ])('%s is seen, and undone', async (_, kind, drift, change) => {
    await change();
    expect(await driftOf(cloud, made[kind])).toEqual(drift);
    await putBack(cloud, made[kind]);
    expect(await driftOf(cloud, made[kind])).toEqual([]);
  });

  test('a volume grown, which no plan takes back unsaid', async () => {
    await order(api.volumes.datacentersVolumesPatch({ datacenterId, volumeId: id.volume, volume: { size: 33 } }));
    expect(await driftOf(cloud, made.volume)).toContainEqual(expect.stringContaining('sizeGib'));
  });

  test('what the client deletes is gone for the SDK; what the SDK deletes last takes the data center along', async () => {
    await order(api.servers.datacentersServersDelete({ datacenterId, serverId: id.server }));
    expect(await driftOf(cloud, made.server)).toBe('gone');
    expect(await driftOf(cloud, made.volume)).toEqual(expect.arrayContaining(['serverId']));
    // Without `deleteVolumes` the root volume stays.
    const rest = (await api.volumes.datacentersVolumesGet({ datacenterId, depth: 1 })).data.items ?? [];
    const root = rest.find((one) => one.id !== id.volume);
    expect(root?.properties?.name).toMatch(/^web-1 hansa-root=shop:/);
    await order(api.volumes.datacentersVolumesDelete({ datacenterId, volumeId: root?.id ?? '' }));
    for (const kind of ['public_ip', 'volume', 'firewall', 'network'] as const) {
      expect((await api.datacenters.datacentersFindById({ datacenterId })).status).toBe(200);
      await cloud.kind(kind).delete(made[kind].state.id);
    }
    await expect(api.datacenters.datacentersFindById({ datacenterId })).rejects.toMatchObject({
      response: { status: 404 },
    });
    expect((await api.ipBlocks.ipblocksGet({})).data.items).toEqual([]);
  });
});
