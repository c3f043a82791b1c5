import type { InterfaceRecord, NetworkRecord, ServerRecord } from './records.js';
import type { World } from './world.js';

/** What lists tell of a server. */
export function serverInList(server: ServerRecord): Record<string, unknown> {
  return {
    core_number: String(server.cores),
    created: Math.floor(server.created / 1000),
    hostname: server.hostname,
    labels: { label: server.labels },
    license: 0,
    memory_amount: String(server.memory),
    plan: server.plan,
    plan_ipv4_bytes: '0',
    plan_ipv6_bytes: '0',
    simple_backup: server.simpleBackup,
    state: server.state,
    tags: { tag: server.tags },
    title: server.title,
    uuid: server.uuid,
    zone: server.zone,
  };
}

/** A server in full, in the form of 2025; numbers are text where they were recorded so. */
export function serverInFull(world: World, server: ServerRecord): Record<string, unknown> {
  const group = world.groups.find(({ servers }) => servers.includes(server.uuid));
  return {
    ...serverInList(server),
    boot_order: server.bootOrder,
    devices: { device: [] },
    firewall: server.firewall,
    // A stopped server has no host.
    ...(server.state === 'stopped' ? {} : { host: server.host }),
    ip_addresses: { ip_address: addressesOf(world, server) },
    metadata: server.metadata,
    networking: networkingOf(world, server),
    nic_model: server.nicModel,
    remote_access_enabled: server.remoteAccess,
    remote_access_password: server.remoteAccessPassword,
    remote_access_type: server.remoteAccessType,
    server_group: group?.uuid ?? null,
    storage_devices: { storage_device: devicesOf(world, server) },
    timezone: server.timezone,
    video_model: server.videoModel,
  };
}

export function networkingOf(world: World, server: ServerRecord): Record<string, unknown> {
  return { interfaces: { interface: server.interfaces.map((card) => interfaceView(world, card)) } };
}

export function interfaceView(world: World, card: InterfaceRecord): Record<string, unknown> {
  const network = world.allNetworks().find(({ uuid }) => uuid === card.network);
  const floating = world.floatingIps.filter(({ mac }) => mac === card.mac);
  const view = (address: string, family: string, moves: boolean) => ({
    address,
    dhcp_provided: !moves && network?.ipNetworks[0]?.dhcp !== 'no' ? 'yes' : 'no',
    family,
    floating: moves ? 'yes' : 'no',
    release_policy: moves ? 'keep' : 'release',
  });
  return {
    bootable: card.bootable,
    index: card.index,
    ip_addresses: {
      ip_address: [
        ...card.addresses.map(({ address, family }) => view(address, family, false)),
        ...floating.map(({ address, family }) => view(address, family, true)),
      ],
    },
    mac: card.mac,
    network: card.network,
    source_ip_filtering: card.sourceIpFiltering,
    type: card.type,
  };
}

/** Addresses in private networks do not stand in this list (recorded 2025-09). */
function addressesOf(world: World, server: ServerRecord): Record<string, unknown>[] {
  return server.interfaces
    .filter(({ type }) => type !== 'private')
    .flatMap(({ type, addresses, mac }) => [
      ...addresses.map(({ address, family }) => ({ access: type, address, family })),
      ...world.floatingIps
        .filter((ip) => ip.mac === mac)
        .map(({ address, family }) => ({ access: type, address, family })),
    ]);
}

function devicesOf(world: World, server: ServerRecord): Record<string, unknown>[] {
  return server.devices.map(({ address, type, storage }) => {
    const found = world.allStorages().find(({ uuid }) => uuid === storage);
    return {
      address,
      boot_disk: '0',
      labels: found?.labels ?? [],
      storage,
      ...(found ? { storage_encrypted: found.encrypted } : {}),
      storage_size: found?.size ?? 0,
      ...(found?.tier ? { storage_tier: found.tier } : {}),
      storage_title: found?.title ?? '',
      type,
    };
  });
}

/** The servers that have a card in a network. */
export function serversIn(world: World, network: NetworkRecord): ServerRecord[] {
  return world.servers.filter(({ interfaces }) => interfaces.some((card) => card.network === network.uuid));
}
