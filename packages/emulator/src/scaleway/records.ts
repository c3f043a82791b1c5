// What the emulator keeps: plain JSON in the store, in the model's words. Each resource's file turns it into the vendor's shape.
// Times are milliseconds since 1970 on the emulator's clock.

export type ServerState = 'running' | 'stopped' | 'stopped in place' | 'starting' | 'stopping';

export interface AttachedVolume {
  id: string;
  kind: 'l_ssd' | 'scratch' | 'sbs_volume';
  boot: boolean;
  state: 'available' | 'attaching';
}

export interface Location {
  cluster_id: string;
  hypervisor_id: string;
  node_id: string;
  platform_id: string;
  zone_id: string;
}

export interface ServerRecord {
  id: string;
  zone: string;
  project: string;
  name: string;
  type: string;
  image: string | null;
  bootType: string;
  protected: boolean;
  tags: string[];
  dynamicIpRequired: boolean;
  dynamicIp: { id: string; address: string } | null;
  securityGroup: string;
  state: ServerState;
  stateDetail: string;
  mac: string;
  volumes: Record<string, AttachedVolume>;
  location: Location | null;
  userData: Record<string, string>;
  adminPasswordKey: string | null;
  created: number;
  modified: number;
}

export interface LocalVolumeRecord {
  id: string;
  zone: string;
  project: string;
  name: string;
  size: number;
  kind: 'l_ssd' | 'scratch';
  tags: string[];
  server: string | null;
  created: number;
  modified: number;
}

export interface BlockVolumeRecord {
  id: string;
  zone: string;
  project: string;
  name: string;
  size: number;
  iops: number;
  tags: string[];
  status: 'creating' | 'available' | 'in_use' | 'updating' | 'snapshotting';
  reference: { id: string; server: string; created: number; status: 'attaching' | 'attached' | 'detaching' } | null;
  /** What a running update will make of it. */
  wanted: { size?: number; iops?: number };
  snapshot: string | null;
  created: number;
  updated: number;
  lastDetached: number | null;
}

export interface BlockSnapshotRecord {
  id: string;
  zone: string;
  project: string;
  name: string;
  size: number;
  tags: string[];
  status: 'creating' | 'available';
  parent: { id: string; name: string; type: string } | null;
  created: number;
  updated: number;
}

export interface IpRecord {
  id: string;
  zone: string;
  project: string;
  type: 'routed_ipv4' | 'routed_ipv6';
  /** IPv4 only: a routed IPv6 is a prefix, of which the server takes an address. */
  address: string | null;
  prefix: string | null;
  reverse: string | null;
  tags: string[];
  server: string | null;
  created: number;
}

export interface SecurityGroupRecord {
  id: string;
  zone: string;
  project: string;
  name: string;
  description: string | null;
  stateful: boolean;
  inbound: 'accept' | 'drop';
  outbound: 'accept' | 'drop';
  defaultSecurity: boolean;
  projectDefault: boolean;
  tags: string[];
  state: 'available' | 'syncing';
  rules: RuleRecord[];
  created: number;
  modified: number;
}

export interface RuleRecord {
  id: string;
  protocol: 'TCP' | 'UDP' | 'ICMP' | 'ANY';
  direction: 'inbound' | 'outbound';
  action: 'accept' | 'drop';
  range: string;
  from: number | null;
  to: number | null;
}

export interface PrivateNicRecord {
  id: string;
  zone: string;
  server: string;
  network: string;
  mac: string;
  state: 'available' | 'syncing' | 'syncing_error';
  tags: string[];
  /** Addresses the user booked and handed over; they outlive the NIC. */
  booked: string[];
  created: number;
  modified: number;
}

export interface VpcRecord {
  id: string;
  region: string;
  project: string;
  name: string;
  tags: string[];
  isDefault: boolean;
  customRoutes: boolean;
  created: number;
  updated: number;
}

export interface SubnetRecord {
  id: string;
  cidr: string;
  created: number;
}

export interface PrivateNetworkRecord {
  id: string;
  region: string;
  project: string;
  vpc: string;
  name: string;
  tags: string[];
  subnets: SubnetRecord[];
  routePropagation: boolean;
  created: number;
  updated: number;
}

export interface AddressRecord {
  id: string;
  region: string;
  project: string;
  network: string;
  subnet: string;
  /** Without the mask. */
  address: string;
  v6: boolean;
  tags: string[];
  reverses: { hostname: string; address: string | null }[];
  nic: string | null;
  custom: { mac: string; name: string | null } | null;
  created: number;
  updated: number;
}

export interface SshKeyRecord {
  id: string;
  project: string;
  name: string;
  publicKey: string;
  fingerprint: string;
  disabled: boolean;
  created: number;
  updated: number;
}

export interface ProjectRecord {
  id: string;
  name: string;
  description: string;
  created: number;
  updated: number;
}
