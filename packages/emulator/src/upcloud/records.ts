// What the emulator keeps: plain JSON in the store. Each resource's file turns it into the vendor's shape.
import type { Label } from './labels.js';

export type ServerState = 'started' | 'stopped' | 'maintenance';

export interface DeviceRecord {
  address: string;
  type: 'disk' | 'cdrom';
  /** Empty where a CD-ROM drive holds nothing. */
  storage: string;
}

export interface InterfaceRecord {
  index: number;
  mac: string;
  network: string;
  type: 'public' | 'utility' | 'private';
  sourceIpFiltering: 'yes' | 'no';
  bootable: 'yes' | 'no';
  /** Addresses of its own; floating ones are found by its MAC. */
  addresses: { address: string; family: 'IPv4' | 'IPv6' }[];
}

export interface FirewallRuleRecord {
  direction: 'in' | 'out';
  action: 'accept' | 'reject' | 'drop';
  family: string;
  protocol: string;
  icmp_type: string;
  source_address_start: string;
  source_address_end: string;
  source_port_start: string;
  source_port_end: string;
  destination_address_start: string;
  destination_address_end: string;
  destination_port_start: string;
  destination_port_end: string;
  comment: string;
}

export interface ServerRecord {
  uuid: string;
  zone: string;
  title: string;
  hostname: string;
  plan: string;
  cores: number;
  memory: number;
  state: ServerState;
  labels: Label[];
  tags: string[];
  devices: DeviceRecord[];
  interfaces: InterfaceRecord[];
  rules: FirewallRuleRecord[];
  firewall: 'on' | 'off';
  metadata: 'yes' | 'no';
  bootOrder: string;
  nicModel: string;
  videoModel: string;
  timezone: string;
  simpleBackup: string;
  remoteAccess: 'yes' | 'no';
  remoteAccessPassword: string;
  remoteAccessType: string;
  host: number;
  created: number;
  /** As given at creation: never shown, like at the vendor; kept for tests that look into the state. */
  userData: string | null;
  sshKeys: string[];
}

export interface StorageRecord {
  uuid: string;
  /** Empty for public ones, which stand in every zone. */
  zone: string;
  title: string;
  type: 'normal' | 'backup' | 'cdrom' | 'template';
  access: 'public' | 'private';
  state: 'online' | 'maintenance' | 'cloning' | 'backuping';
  size: number;
  tier: string;
  encrypted: 'yes' | 'no';
  labels: Label[];
  origin: string | null;
  templateType: 'cloud-init' | 'native' | null;
  backupRule: Record<string, string>;
  created: number;
}

export interface IpNetworkRecord {
  address: string;
  family: 'IPv4' | 'IPv6';
  dhcp: 'yes' | 'no';
  dhcp_default_route: 'yes' | 'no';
  gateway: string;
  dhcp_dns?: string[];
  dhcp_routes?: string[];
  dhcp_routes_configuration?: { effective_routes_auto_population: Record<string, unknown> };
}

export interface NetworkRecord {
  uuid: string;
  zone: string;
  name: string;
  type: 'public' | 'utility' | 'private';
  router: string | null;
  labels: Label[];
  ipNetworks: IpNetworkRecord[];
}

export interface RouterRecord {
  uuid: string;
  name: string;
  type: 'normal' | 'service';
  labels: Label[];
  staticRoutes: { name: string; route: string; nexthop: string }[];
}

export interface ServerGroupRecord {
  uuid: string;
  title: string;
  labels: Label[];
  servers: string[];
  antiAffinity: 'strict' | 'yes' | 'no';
}

/** An address that moves from server to server; those that belong to one stand in its interfaces. */
export interface FloatingIpRecord {
  address: string;
  family: 'IPv4';
  zone: string;
  mac: string | null;
  ptr: string | null;
  releasePolicy: 'keep' | 'release';
}

export interface TagRecord {
  name: string;
  description: string;
}
