/** Scaleway's own shapes, as far as they are used (api.scaleway.com descriptions: instance v1, block v1, vpc v2, ipam v1, iam v1alpha1, marketplace v2, product-catalog v2alpha1, read 2026-11). */

export interface WireServer {
  id: string;
  name: string;
  tags: string[];
  commercial_type: string;
  arch: WireArch;
  state: 'running' | 'stopped' | 'stopped in place' | 'starting' | 'stopping' | 'locked';
  state_detail: string;
  dynamic_ip_required: boolean;
  image: WireImage | null;
  /** By index: "0" is the root volume. Block volumes come without size and name. */
  volumes: Record<string, { id: string; volume_type: string; size?: number | null }>;
  public_ips: { id: string; address: string; family: 'inet' | 'inet6'; dynamic: boolean }[];
  security_group: { id: string; name: string } | null;
  private_nics: WirePrivateNic[];
  zone: string;
}

export type WireArch = 'unknown_arch' | 'x86_64' | 'arm' | 'arm64';

export interface WirePrivateNic {
  id: string;
  private_network_id: string;
  state: 'available' | 'syncing' | 'syncing_error';
  creation_date?: string | null;
}

export interface WireImage {
  id: string;
  name: string;
  arch: WireArch;
  public?: boolean;
  root_volume?: { size?: number | null } | null;
}

export interface WireServerType {
  ncpus: number;
  /** Bytes. */
  ram: number;
  arch: WireArch;
  hourly_price?: number | null;
  /** Announced to go (deprecated in the description). */
  monthly_price?: number | null;
  end_of_service?: boolean;
}

export interface WireSecurityGroup {
  id: string;
  name: string;
  tags: string[];
  inbound_default_policy: 'accept' | 'drop';
  outbound_default_policy: 'accept' | 'drop';
  project_default: boolean;
  servers: { id: string; name: string }[];
  state: 'available' | 'syncing' | 'syncing_error';
  zone: string;
}

export interface WireRule {
  direction: 'inbound' | 'outbound';
  protocol: 'TCP' | 'UDP' | 'ICMP' | 'ANY';
  action: 'accept' | 'drop';
  /** A block of one address comes back without its prefix length. */
  ip_range: string;
  dest_port_from: number | null;
  /** Null where it is the same as `dest_port_from`. */
  dest_port_to: number | null;
  position: number;
  editable?: boolean;
}

export interface WireIp {
  id: string;
  /** Null for version 6, which is a block. */
  address: string | null;
  prefix: string | null;
  type: 'routed_ipv4' | 'routed_ipv6' | string;
  state: 'unknown_state' | 'detached' | 'attached' | 'pending' | 'error';
  server: { id: string; name: string } | null;
  tags: string[];
  zone: string;
}

export interface WireVolume {
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  status: string;
  references: { product_resource_type: string; product_resource_id: string; status: string }[];
  tags: string[];
  zone: string;
}

export interface WireVpc {
  id: string;
  name: string;
  tags: string[];
  is_default: boolean;
  region: string;
}

export interface WirePrivateNetwork {
  id: string;
  name: string;
  tags: string[];
  subnets: { id: string; subnet: string }[];
  vpc_id: string;
  region: string;
}

export interface WireIpamIp {
  id: string;
  /** With the prefix length of its subnet: `10.0.0.7/22`. */
  address: string;
  is_ipv6: boolean;
  resource: { type: string; id: string; name?: string | null } | null;
  tags: string[];
}

export interface WireSshKey {
  id: string;
  name: string;
  public_key: string;
  /** `256 MD5:fd:2d:… (ssh-ed25519)`. */
  fingerprint: string;
  project_id: string;
  disabled: boolean;
}

export interface WireMoney {
  currency_code: string;
  units: number;
  nanos: number;
}
