import { runningClock } from '../core/clock.js';
import { type Account, coverage, newAccount, PUBLIC_KEY } from './scaleway.fixture.js';

/** The vendor's own client drives the emulator: its unmarshallers, its waiters, its error classes. */
let account: Account;
let api: ReturnType<Account['clients']>;
beforeEach(async () => {
  // An hour in two seconds: the client's waiters sleep for real.
  account = await newAccount({ clock: runningClock({ scale: 2000 }) });
  api = account.clients();
});
afterEach(() => account.close());

/** The client counts in seconds and takes none below one. */
const quick = { minDelay: 1, maxDelay: 1 };

it('deploys a workload, changes it and takes it down', async () => {
  const key = await api.iam.createSSHKey({ name: 'me', publicKey: PUBLIC_KEY });
  const network = await api.vpc.createPrivateNetwork({
    name: 'net',
    subnets: ['10.0.0.0/24'],
    defaultRoutePropagationEnabled: false,
  });
  const { securityGroup } = await api.instance.createSecurityGroup({
    name: 'fw',
    description: 'web',
    stateful: true,
    inboundDefaultPolicy: 'drop',
    outboundDefaultPolicy: 'accept',
  });
  const { rules } = await api.instance.setSecurityGroupRules({
    securityGroupId: securityGroup!.id,
    rules: [
      { protocol: 'TCP', direction: 'inbound', action: 'accept', ipRange: '0.0.0.0/0', destPortFrom: 443, position: 1 },
    ],
  });
  expect(rules.filter(({ editable }) => editable)).toMatchObject([{ destPortFrom: 443, position: 1 }]);
  const { ip } = await api.instance.createIp({ type: 'routed_ipv4' });
  const volume = await api.block.createVolume({ name: 'data', fromEmpty: { size: 10e9 }, perfIops: 5000 });
  expect(volume.createdAt).toBeInstanceOf(Date);
  expect((await api.block.waitForVolume({ volumeId: volume.id }, quick)).status).toBe('available');

  const { localImages } = await api.marketplace.listLocalImages({
    imageLabel: 'ubuntu_noble',
    zone: 'fr-par-1',
    type: 'instance_sbs',
  });
  const image = localImages.find(({ arch }) => arch === 'x86_64')!;
  const created = await api.instance.createServer({
    name: 'web',
    commercialType: 'PRO2-XXS',
    image: image.id,
    publicIps: [ip!.id],
    securityGroup: securityGroup!.id,
    dynamicIpRequired: false,
    protected: false,
    tags: ['env=test'],
  });
  const serverId = created.server!.id;
  await api.instance.setServerUserData({ serverId, key: 'cloud-init', content: '#cloud-config\n' });
  expect(await api.instance.getServerUserData({ serverId, key: 'cloud-init' })).toBe('#cloud-config\n');
  const { privateNic } = await api.instance.createPrivateNIC({ serverId, privateNetworkId: network.id });
  const running = await api.instance.serverActionAndWait({ serverId, action: 'poweron' }, quick);
  expect(running).toMatchObject({ state: 'running', publicIps: [{ address: ip!.address }], maintenances: [] });
  await api.instance.waitForPrivateNIC({ serverId, privateNicId: privateNic!.id }, quick);
  const addresses = await api.ipam.listIPs({
    resourceId: privateNic!.id,
    resourceType: 'instance_private_nic',
    isIpv6: false,
  });
  expect(addresses.ips).toMatchObject([{ address: '10.0.0.2/24', resource: { type: 'instance_private_nic' } }]);

  await api.instance.attachServerVolume({ serverId, volumeId: volume.id, volumeType: 'sbs_volume' });
  const attached = await api.instance.waitForServer({ serverId }, quick);
  expect(Object.values(attached.volumes).map(({ volumeType }) => volumeType)).toEqual(['sbs_volume', 'sbs_volume']);
  await api.instance.updateServer({ serverId, name: 'renamed', tags: [] });
  expect((await api.instance.listServers({ name: 'rena' }).all()).map(({ id }) => id)).toEqual([serverId]);
  while ((await api.block.getVolume({ volumeId: volume.id })).references[0]?.status !== 'attached');
  await api.instance.detachServerVolume({ serverId, volumeId: volume.id });

  const root = attached.volumes['0']!.id;
  await api.instance.serverAction({ serverId, action: 'terminate' });
  await expect(api.instance.waitForServer({ serverId }, quick)).rejects.toMatchObject({ status: 404 });
  for (const volumeId of [root, volume.id]) {
    await api.block.waitForVolume({ volumeId }, quick);
    await api.block.deleteVolume({ volumeId });
  }
  await api.instance.deleteIp({ ip: ip!.id });
  await api.instance.deleteSecurityGroup({ securityGroupId: securityGroup!.id });
  await api.vpc.deletePrivateNetwork({ privateNetworkId: network.id });
  await api.iam.deleteSSHKey({ sshKeyId: key.id });
  const left = [
    await api.instance.listServers().all(),
    await api.instance.listIps().all(),
    await api.block.listVolumes({ includeDeleted: false }).all(),
    await api.vpc.listPrivateNetworks().all(),
    await api.ipam.listIPs().all(),
    await api.iam.listSSHKeys().all(),
  ];
  expect(left.flat()).toEqual([]);
});

it('reads pages to the end', async () => {
  for (let index = 0; index < 7; index += 1) await api.instance.createIp({ type: 'routed_ipv4' });
  expect(await api.instance.listIps({ perPage: 3 }).all()).toHaveLength(7);
  expect(
    await api.catalog.listPublicCatalogProducts({ productTypes: ['instance'], zone: 'nl-ams-1' }).all(),
  ).toHaveLength(125);
  const { totalCount, servers } = await api.instance.listServersTypes({ perPage: 100 });
  expect(totalCount).toBe(136);
  expect(servers['DEV1-S']).toMatchObject({ ncpus: 2, hourlyPrice: 0.008976 });
  const availability = await api.instance.getServerTypesAvailability({ perPage: 100 });
  expect(availability.servers['DEV1-S']).toEqual({ availability: 'available' });
  expect(await api.projects.listProjects().all()).toHaveLength(1);
  expect((await api.block.listVolumeTypes()).volumeTypes[0]!.pricing).toMatchObject({ currencyCode: 'EUR' });
});

it('throws the client’s own error classes', async () => {
  const id = '11111111-0000-4000-8000-000000000000';
  await expect(api.instance.getServer({ serverId: id })).rejects.toMatchObject({
    name: 'ResourceNotFoundError',
    resource: 'instance_server',
    resourceId: id,
  });
  await expect(api.iam.createSSHKey({ name: 'x', publicKey: 'bad' })).rejects.toMatchObject({
    name: 'InvalidArgumentsError',
    details: [{ argumentName: 'public_key', reason: 'format' }],
  });
  account.emulator.quotas.set('scaleway', 'ips', 0);
  await expect(api.instance.createIp({ type: 'routed_ipv4' })).rejects.toMatchObject({
    name: 'QuotasExceededError',
    list: [{ resource: 'ips', quota: 0, current: 0, scope: { kind: 'organization' } }],
  });
  account.emulator.stock.soldOut('scaleway', 'DEV1-S');
  const wanted = { name: 'x', commercialType: 'DEV1-S', protected: false };
  await expect(api.instance.createServer(wanted)).rejects.toMatchObject({
    name: 'OutOfStockError',
    resource: 'DEV1-S',
  });
  const { server } = await api.instance.createServer({ ...wanted, commercialType: 'DEV1-M' });
  const serverId = server!.id;
  await expect(api.instance.serverAction({ serverId, action: 'poweroff' })).rejects.toMatchObject({
    name: 'ScalewayError',
    rawMessage: 'server should be running',
  });
  const vpc = (await api.vpc.listVPCs()).vpcs[0]!;
  await expect(api.vpc.deleteVPC({ vpcId: vpc.id })).rejects.toMatchObject({ name: 'PreconditionFailedError' });
  account.emulator.faults.add({ kind: 'status', status: 401 });
  await expect(api.instance.listServers()).rejects.toMatchObject({
    name: 'DeniedAuthenticationError',
    reason: 'not_found',
  });
  account.emulator.faults.add({ kind: 'status', status: 403 });
  await expect(api.block.listVolumes({ includeDeleted: false })).rejects.toMatchObject({
    name: 'PermissionsDeniedError',
    list: [{ action: 'read', resource: 'volume' }],
  });
  account.emulator.faults.add({ kind: 'status', status: 409 });
  await expect(api.vpc.listVPCs()).rejects.toMatchObject({ name: 'TransientStateError' });
  account.emulator.faults.add({ kind: 'status', status: 429 });
  await expect(api.vpc.listVPCs()).rejects.toMatchObject({ name: 'ScalewayError', status: 429 });
});

afterAll(() => console.info(coverage()));
