import { cardsOn } from './addresses.js';
import { LOCATIONS } from './locations.data.js';
import type {
  DatacenterRecord,
  IpBlockRecord,
  LanRecord,
  NicRecord,
  RuleRecord,
  SecurityGroupRecord,
  ServerRecord,
  VolumeRecord,
} from './records.js';
import { metadataOf, type Node } from './render.js';
import type { World } from './world.js';

// One file for all, beyond the usual length: a card shows its security groups, and they show their cards.

export function datacenterNode(world: World, record: DatacenterRecord): Node {
  const { id, name, description, location, secAuthProtection, revision } = record;
  const families = LOCATIONS.find((one) => one.id === location)?.cpuFamilies ?? [];
  const inside = <T extends { datacenterId: string }>(list: readonly T[]) =>
    list.filter(({ datacenterId }) => datacenterId === id);
  return {
    id,
    type: 'datacenter',
    path: `/datacenters/${id}`,
    record: record,
    metadata: metadataOf(world, record),
    properties: {
      name,
      description,
      location,
      version: revision,
      features: ['SSD', 'SSD_STORAGE_ZONING'],
      secAuthProtection,
      cpuArchitecture: families,
    },
    entities: () => {
      const part = (name: string, items: Node[]) => ({ path: `/datacenters/${id}/${name}`, items });
      return {
        servers: part(
          'servers',
          inside(world.servers.list()).map((one) => serverNode(world, one)),
        ),
        volumes: part(
          'volumes',
          inside(world.volumes.list()).map((one) => volumeNode(world, one)),
        ),
        lans: part(
          'lans',
          inside(world.lans.list()).map((one) => lanNode(world, one)),
        ),
        loadbalancers: part('loadbalancers', []),
        natgateways: part('natgateways', []),
        networkloadbalancers: part('networkloadbalancers', []),
        securitygroups: part(
          'securitygroups',
          inside(world.securityGroups.list()).map((one) => securityGroupNode(world, one)),
        ),
      };
    },
  };
}

export function lanNode(world: World, lan: LanRecord): Node {
  const path = `/datacenters/${lan.datacenterId}/lans/${lan.number}`;
  return {
    id: String(lan.number),
    type: 'lan',
    path,
    record: lan,
    metadata: metadataOf(world, lan),
    properties: { name: lan.name, ipFailover: [], pcc: null, public: lan.public, ipv4CidrBlock: lan.ipv4CidrBlock },
    entities: () => ({
      nics: { path: `${path}/nics`, items: cardsOn(world, lan).map((nic) => nicNode(world, nic)) },
    }),
  };
}

export function serverNode(world: World, server: ServerRecord): Node {
  const path = `/datacenters/${server.datacenterId}/servers/${server.id}`;
  const { name, cores, ram, type, cpuFamily, availabilityZone, vmState, bootVolumeId } = server;
  return {
    id: server.id,
    type: 'server',
    path,
    record: server,
    metadata: metadataOf(world, server),
    properties: (base) => ({
      name,
      cores,
      ram,
      type,
      cpuFamily,
      availabilityZone,
      vmState,
      bootCdrom: null,
      bootVolume: bootVolumeId
        ? {
            id: bootVolumeId,
            type: 'volume',
            href: `${base}/datacenters/${server.datacenterId}/volumes/${bootVolumeId}`,
          }
        : null,
      templateUuid: null,
    }),
    entities: () => ({
      cdroms: { path: `${path}/cdroms`, items: [] },
      volumes: { path: `${path}/volumes`, items: world.volumesOf(server.id).map((one) => volumeNode(world, one)) },
      nics: { path: `${path}/nics`, items: world.nicsOf(server.id).map((one) => nicNode(world, one)) },
    }),
  };
}

export function volumeNode(world: World, volume: VolumeRecord): Node {
  const { id, name, type, size: gb, image, licenceType, bus, availabilityZone, bootOrder, serverId } = volume;
  const fromImage = image !== null;
  return {
    id,
    type: 'volume',
    path: `/datacenters/${volume.datacenterId}/volumes/${volume.id}`,
    record: volume,
    metadata: metadataOf(world, volume),
    properties: {
      name,
      type,
      size: gb,
      availabilityZone,
      image,
      // Set once, when a volume is made, and never read again.
      imageAlias: null,
      imagePassword: null,
      sshKeys: null,
      userData: null,
      bus,
      licenceType,
      cpuHotPlug: fromImage,
      ramHotPlug: fromImage,
      nicHotPlug: fromImage,
      nicHotUnplug: fromImage,
      discVirtioHotPlug: fromImage,
      discVirtioHotUnplug: fromImage,
      deviceNumber: volume.deviceNumber,
      pciSlot: volume.deviceNumber === null ? null : volume.deviceNumber + 6,
      bootServer: serverId,
      bootOrder,
    },
  };
}

export function nicNode(world: World, nic: NicRecord): Node {
  const path = `/datacenters/${nic.datacenterId}/servers/${nic.serverId}/nics/${nic.id}`;
  const { name, mac, dhcp, lan, firewallActive, firewallType: type } = nic;
  return {
    id: nic.id,
    type: 'nic',
    path,
    record: nic,
    metadata: metadataOf(world, nic),
    properties: {
      name,
      mac,
      ips: [...nic.ips],
      dhcp,
      lan,
      firewallActive,
      firewallType: type,
      deviceNumber: null,
      pciSlot: null,
    },
    entities: () => ({
      firewallrules: {
        path: `${path}/firewallrules`,
        items: world.rules
          .filter(({ parentId }) => parentId === nic.id)
          .map((rule) => ruleNode(world, rule, `${path}/firewallrules`)),
      },
      flowlogs: { path: `${path}/flowlogs`, items: [] },
      securitygroups: {
        path: `${path}/securitygroups`,
        items: nic.securityGroups.flatMap((id) => {
          const group = world.securityGroups.get(id);
          return group ? [securityGroupNode(world, group)] : [];
        }),
      },
    }),
  };
}

export function ruleNode(world: World, rule: RuleRecord, under: string): Node {
  const { id, name, protocol, sourceMac, sourceIp, targetIp, ipVersion, icmpCode, icmpType, type } = rule;
  const { portRangeStart, portRangeEnd } = rule;
  return {
    id,
    type: 'firewall-rule',
    path: `${under}/${id}`,
    record: rule,
    metadata: metadataOf(world, rule),
    properties: {
      name,
      protocol,
      sourceMac,
      ipVersion,
      sourceIp,
      targetIp,
      icmpCode,
      icmpType,
      portRangeStart,
      portRangeEnd,
      type,
    },
  };
}

export function securityGroupNode(world: World, group: SecurityGroupRecord): Node {
  const path = `/datacenters/${group.datacenterId}/securitygroups/${group.id}`;
  return {
    id: group.id,
    type: 'security-group',
    path,
    record: group,
    metadata: metadataOf(world, group),
    properties: { name: group.name, description: group.description },
    entities: () => ({
      rules: {
        path: `${path}/rules`,
        items: world.rules
          .filter(({ parentId }) => parentId === group.id)
          .map((rule) => ruleNode(world, rule, `${path}/rules`)),
      },
      nics: { path: `${path}/nics`, items: members(world, group).map((nic) => nicNode(world, nic)) },
      servers: { path: `${path}/servers`, items: [] },
    }),
  };
}

export function ipBlockNode(world: World, block: IpBlockRecord): Node {
  const { id, name, location, size, ips } = block;
  return {
    id,
    type: 'ipblock',
    path: `/ipblocks/${id}`,
    record: block,
    metadata: metadataOf(world, block),
    properties: { name, location, size, ips: [...ips], ipConsumers: consumers(world, block) },
  };
}

/** Who has which address of a block. */
export function consumers(world: World, { ips }: IpBlockRecord): object[] {
  return world.nics.list().flatMap((nic) =>
    nic.ips
      .filter((ip) => ips.includes(ip))
      .map((ip) => ({
        ip,
        mac: nic.mac,
        nicId: nic.id,
        serverId: nic.serverId,
        serverName: world.servers.get(nic.serverId)?.name ?? '',
        datacenterId: nic.datacenterId,
        datacenterName: world.datacenters.get(nic.datacenterId)?.name ?? '',
      })),
  );
}

/** The cards behind a security group. */
export function members(world: World, group: SecurityGroupRecord): NicRecord[] {
  return world.nics.filter((nic) => nic.securityGroups.includes(group.id));
}
