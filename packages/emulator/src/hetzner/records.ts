import type { Labels } from './labels.js';

/** What the state keeps of each resource, in the API's own names. What can be derived is not kept. */
interface Labelled {
  id: number;
  name: string;
  created: string;
  labels: Labels;
}

export type ServerStatus =
  | 'initializing'
  | 'starting'
  | 'running'
  | 'stopping'
  | 'off'
  | 'deleting'
  | 'rebuilding'
  | 'migrating'
  | 'unknown';

export interface Attachment {
  network: number;
  ip: string;
  alias_ips: string[];
  mac_address: string;
  /** Reserved by an action that is still running: not shown yet. */
  pending: boolean;
}

export interface Server extends Labelled {
  status: ServerStatus;
  server_type: number;
  image: number | null;
  location: string;
  primary_disk_size: number;
  private_net: Attachment[];
  placement_group: number | null;
  protection: { delete: boolean; rebuild: boolean };
  backup_window: string | null;
  iso: number | null;
  rescue_enabled: boolean;
  /** As given at creation: never shown, like at the vendor; kept for tests that look into the state. */
  user_data: string | null;
  ssh_keys: number[];
}

export interface Subnet {
  type: 'cloud' | 'server' | 'vswitch';
  ip_range: string;
  network_zone: string;
  vswitch_id: number | null;
}

export interface Route {
  destination: string;
  gateway: string;
}

export interface Network extends Labelled {
  ip_range: string;
  subnets: Subnet[];
  routes: Route[];
  protection: { delete: boolean };
  expose_routes_to_vswitch: boolean;
}

export interface Rule {
  direction: 'in' | 'out';
  protocol: 'tcp' | 'udp' | 'icmp' | 'esp' | 'gre';
  port: string | null;
  source_ips: string[];
  destination_ips: string[];
  description: string | null;
}

export type Application =
  | { type: 'server'; server: { id: number }; pending: boolean }
  | { type: 'label_selector'; label_selector: { selector: string }; pending: boolean };

export interface Firewall extends Labelled {
  rules: Rule[];
  applied_to: Application[];
}

export interface Volume extends Labelled {
  size: number;
  status: 'creating' | 'available';
  format: string | null;
  location: string;
  server: number | null;
  protection: { delete: boolean };
}

export interface DnsPtr {
  ip: string;
  dns_ptr: string;
}

export interface FloatingIp extends Labelled {
  type: 'ipv4' | 'ipv6';
  ip: string;
  description: string | null;
  home_location: string;
  server: number | null;
  dns_ptr: DnsPtr[];
  protection: { delete: boolean };
}

export interface PrimaryIp extends Labelled {
  type: 'ipv4' | 'ipv6';
  ip: string;
  location: string;
  assignee_id: number | null;
  auto_delete: boolean;
  dns_ptr: DnsPtr[];
  protection: { delete: boolean };
}

export interface PlacementGroup extends Labelled {
  type: 'spread';
}

export interface SshKey extends Labelled {
  public_key: string;
  fingerprint: string;
}

export interface Image {
  id: number;
  name: string | null;
  type: 'system' | 'app' | 'snapshot' | 'backup';
  status: 'available' | 'creating' | 'unavailable';
  description: string;
  image_size: number | null;
  disk_size: number;
  created: string;
  created_from: { id: number; name: string } | null;
  bound_to: number | null;
  os_flavor: string;
  os_version: string | null;
  rapid_deploy: boolean;
  protection: { delete: boolean };
  deprecated: string | null;
  deleted: string | null;
  labels: Labels;
  architecture: 'x86' | 'arm';
}
