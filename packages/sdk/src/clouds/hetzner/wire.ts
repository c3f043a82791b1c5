/** Shapes of the Hetzner Cloud API, as far as they are used here (docs.hetzner.cloud, read 2026-11). Sizes are what Hetzner calls GB. */

export type WireLabels = Record<string, string>;

export interface WireAction {
  id: number;
  command: string;
  status: 'running' | 'success' | 'error';
  error: { code: string; message: string } | null;
}

/** Whatever starts work answers with one action, several, or both. */
export interface WireStarted {
  action?: WireAction | null;
  actions?: WireAction[];
  next_actions?: WireAction[];
}

export interface WireErrorBody {
  error?: {
    code?: string;
    message?: string;
    details?: { fields?: { name: string; messages?: string[] }[]; limits?: { name: string }[] } | null;
  };
}

export interface WirePagination {
  next_page: number | null;
  last_page: number | null;
}

export interface WireLocation {
  name: string;
  city: string;
  country: string;
  network_zone: string;
}

export interface WirePrice {
  /** Decimal number as text, without VAT. */
  net: string;
  gross: string;
}

export interface WireServerType {
  name: string;
  cores: number;
  memory: number;
  disk: number;
  cpu_type: 'shared' | 'dedicated';
  architecture: 'x86' | 'arm';
  /** `included_traffic` is bytes a month out of the cloud. */
  prices: { location: string; price_hourly: WirePrice; price_monthly: WirePrice; included_traffic?: number }[];
  /** `available` since the move away from data centers in 2026. */
  locations: { name: string; available?: boolean; deprecation: object | null }[];
}

export interface WirePricing {
  currency: string;
  volume: { price_per_gb_month: WirePrice };
  floating_ips: { type: 'ipv4' | 'ipv6'; prices: { location: string; price_monthly: WirePrice }[] }[];
}

export interface WireImage {
  id: number;
  type: 'system' | 'app' | 'snapshot' | 'backup';
  name: string | null;
  os_flavor: string;
  os_version: string | null;
  architecture: 'x86' | 'arm';
  disk_size: number;
  deprecated: string | null;
}

export interface WireSshKey {
  id: number;
  name: string;
  fingerprint: string;
  public_key: string;
  labels: WireLabels;
}

export interface WireSubnet {
  type: 'cloud' | 'server' | 'vswitch';
  ip_range: string;
  network_zone: string;
}

export interface WireNetwork {
  id: number;
  name: string;
  ip_range: string;
  subnets: WireSubnet[];
  labels: WireLabels;
}

export interface WireRule {
  direction: 'in' | 'out';
  protocol: 'tcp' | 'udp' | 'icmp' | 'esp' | 'gre';
  port?: string | null;
  source_ips?: string[];
  destination_ips?: string[];
  description?: string | null;
}

export interface WireApplied {
  type: 'server' | 'label_selector';
  server?: { id: number };
  label_selector?: { selector: string };
}

export interface WireFirewall {
  id: number;
  name: string;
  rules: WireRule[];
  applied_to: WireApplied[];
  labels: WireLabels;
}

export interface WireVolume {
  id: number;
  name: string;
  size: number;
  server: number | null;
  status: 'creating' | 'available';
  location: WireLocation;
  labels: WireLabels;
}

export interface WireFloatingIp {
  id: number;
  name: string;
  type: 'ipv4' | 'ipv6';
  /** An address for version 4, a /64 block for version 6. */
  ip: string;
  server: number | null;
  home_location: WireLocation;
  labels: WireLabels;
}

export interface WireServer {
  id: number;
  name: string;
  status:
    | 'initializing'
    | 'starting'
    | 'running'
    | 'stopping'
    | 'off'
    | 'deleting'
    | 'rebuilding'
    | 'migrating'
    | 'unknown';
  server_type: WireServerType;
  image: WireImage | null;
  location: WireLocation;
  primary_disk_size: number;
  private_net: { network: number; ip: string }[];
  public_net: {
    ipv4: { ip: string } | null;
    ipv6: { ip: string } | null;
    firewalls: { id: number; status: 'applied' | 'pending' }[];
  };
  labels: WireLabels;
}
