/** What every thing carries. */
export interface Base {
  id: string;
  /** ms since 1970. */
  createdAt: number;
  modifiedAt: number;
  /** Counts changes; the entity tag follows from it. */
  revision: number;
  /** Until then a request about it is pending, and it is `BUSY`. */
  busyUntil: number;
  /** A request that deletes it is pending. */
  leaving?: boolean;
}

export interface DatacenterRecord extends Base {
  name: string;
  description: string;
  location: string;
  secAuthProtection: boolean;
  nextLan: number;
  /** When the last request in its queue ends. */
  queueEndsAt: number;
}

interface Inside extends Base {
  datacenterId: string;
}

export type VmState = 'NOSTATE' | 'RUNNING' | 'SHUTOFF';

export interface ServerRecord extends Inside {
  name: string;
  cores: number;
  /** MB. */
  ram: number;
  type: 'ENTERPRISE' | 'VCPU';
  cpuFamily: string | null;
  availabilityZone: string;
  vmState: VmState;
  bootVolumeId: string | null;
}

export interface VolumeRecord extends Inside {
  name: string;
  type: string;
  /** GB. */
  size: number;
  image: string | null;
  licenceType: string;
  bus: string;
  availabilityZone: string;
  bootOrder: string;
  serverId: string | null;
  deviceNumber: number | null;
}

export interface NicRecord extends Inside {
  serverId: string;
  name: string;
  lan: number;
  dhcp: boolean;
  ips: string[];
  /** Its address is given by the vendor, and goes when the server is stopped. */
  automatic: boolean;
  firewallActive: boolean;
  firewallType: string;
  mac: string;
  securityGroups: string[];
}

export interface LanRecord extends Inside {
  /** Its number in the data center. */
  number: number;
  name: string;
  public: boolean;
  ipv4CidrBlock: string | null;
}

export interface RuleRecord extends Base {
  /** Id of the NIC or the security group. */
  parentId: string;
  name: string;
  protocol: string;
  sourceMac: string | null;
  sourceIp: string | null;
  targetIp: string | null;
  ipVersion: string | null;
  icmpCode: number | null;
  icmpType: number | null;
  portRangeStart: number | null;
  portRangeEnd: number | null;
  type: string;
}

export interface SecurityGroupRecord extends Inside {
  name: string;
  description: string;
}

export interface IpBlockRecord extends Base {
  name: string;
  location: string;
  size: number;
  ips: string[];
}

export interface LabelRecord {
  resourceType: 'datacenter' | 'server' | 'volume' | 'snapshot' | 'ipblock';
  resourceId: string;
  /** Path of the resource. */
  path: string;
  key: string;
  value: string;
}

/** What a request does when it ends. */
export type Effect =
  | { do: 'remove'; collection: Deletable; key: string }
  | { do: 'power'; serverId: string; to: VmState }
  | { do: 'detach'; volumeId: string };

export type Deletable =
  | 'datacenters'
  | 'servers'
  | 'volumes'
  | 'nics'
  | 'lans'
  | 'rules'
  | 'securityGroups'
  | 'ipBlocks';

export interface RequestRecord {
  id: string;
  createdAt: number;
  startsAt: number;
  endsAt: number;
  method: string;
  url: string;
  /** Says why, where it fails at its end. */
  failure?: string;
  targets: { type: string; id: string; path: string }[];
  effects: Effect[];
}
