/** What is used of the answers of Nova, Neutron, Cinder and Glance (OpenStack's API reference and a Zed cloud, read 2026-11). */

export interface WireFlavor {
  id: string;
  name: string;
  vcpus: number;
  /** MiB. */
  ram: number;
  /** GiB; 0: the server must boot from a volume. */
  disk: number;
  'OS-FLV-DISABLED:disabled'?: boolean;
  /** From microversion 2.61 on, where the policy lets us see them. */
  extra_specs?: Record<string, string>;
}

export interface WireImage {
  id: string;
  name: string | null;
  status: string;
  visibility: string;
  created_at: string;
  min_disk: number;
  disk_format?: string | null;
  os_hidden?: boolean;
  os_distro?: string;
  os_version?: string;
  os_purpose?: string;
  architecture?: string;
  image_type?: string;
  base_image_ref?: string;
}

export interface WireAddress {
  addr: string;
  version: 4 | 6;
  'OS-EXT-IPS:type'?: 'fixed' | 'floating';
  'OS-EXT-IPS-MAC:mac_addr'?: string;
}

export interface WireServer {
  id: string;
  name: string;
  status: string;
  'OS-EXT-STS:task_state'?: string | null;
  'OS-EXT-AZ:availability_zone'?: string;
  metadata: Record<string, string>;
  /** Empty text when it boots from a volume. */
  image: { id: string } | '' | null;
  flavor: { original_name: string; vcpus: number; ram: number; disk: number; extra_specs?: Record<string, string> };
  addresses: Record<string, WireAddress[]>;
  'os-extended-volumes:volumes_attached'?: { id: string; delete_on_termination?: boolean }[];
  fault?: { code: number; message: string };
}

export interface WireVolume {
  id: string;
  name: string | null;
  status: string;
  /** GiB. */
  size: number;
  /** The words `true` and `false`. */
  bootable: string;
  availability_zone: string | null;
  metadata: Record<string, string>;
  attachments: { server_id: string; device?: string | null }[];
  volume_image_metadata?: Record<string, string>;
}

export interface WireNetwork {
  id: string;
  name: string;
  status: string;
  description?: string;
  subnets: string[];
  'router:external'?: boolean;
  is_default?: boolean;
}

export interface WireSubnet {
  id: string;
  network_id: string;
  cidr: string;
  ip_version: 4 | 6;
}

export interface WirePort {
  id: string;
  network_id: string;
  mac_address: string;
  device_id: string;
  device_owner: string;
  fixed_ips: { subnet_id: string; ip_address: string }[];
  security_groups: string[];
}

export interface WireRouter {
  id: string;
  name: string;
  description?: string;
  external_gateway_info: { network_id: string } | null;
}

export interface WireSecurityGroup {
  id: string;
  name: string;
  description?: string;
  security_group_rules: WireRule[];
}

export interface WireRule {
  id: string;
  direction: 'ingress' | 'egress';
  ethertype: 'IPv4' | 'IPv6';
  protocol: string | null;
  port_range_min: number | null;
  port_range_max: number | null;
  remote_ip_prefix: string | null;
  remote_group_id: string | null;
  remote_address_group_id?: string | null;
}

export interface WireFloatingIp {
  id: string;
  status: string;
  description?: string;
  floating_ip_address: string;
  floating_network_id: string;
  port_id: string | null;
  /** Absent where Neutron lacks the extension `fip-port-details`. */
  port_details?: { device_id: string; device_owner: string } | null;
}

export interface WireKeypair {
  keypair: { name: string; public_key: string; fingerprint: string };
}

export interface WireZone {
  zoneName: string;
  zoneState: { available: boolean };
}
