/**
 * Shapes of UpCloud's API 1.3, as far as they are used here (developers.upcloud.com/1.3; types of UpCloudLtd/upcloud-go-api v8 and v9; both
 * read 2026-11). The older resources wrap their lists twice (`{servers: {server: […]}}`) and write numbers and booleans as text, the newer
 * ones are plain; some mix both. Sizes are what UpCloud calls GB and means as GiB.
 */

/** `yes` or `no`: the older dialect's boolean. */
export type WireYesNo = 'yes' | 'no';

export interface WireLabel {
  key: string;
  value: string;
}

/** Servers and server groups wrap their labels, networks, routers and storages do not. */
export type WireLabels = readonly WireLabel[] | { label?: readonly WireLabel[] };

export interface WireZone {
  id: string;
  description: string;
  public: WireYesNo;
}

export interface WirePlan {
  name: string;
  core_number: number;
  /** MiB. */
  memory_amount: number;
  /** Storage that the price holds; 0 where it holds none. */
  storage_size?: number | null;
  storage_tier?: string | null;
  /** Traffic that the price holds, GiB a month. */
  public_traffic_out?: number;
  /** `no` for plans that are not sold any more; older answers leave it out. */
  current_offering?: WireYesNo;
}

/** Prices of a zone: beside its name, by what is sold, for so many of it an hour, in hundredths of the currency. */
export type WirePrices = { name: string } & Record<string, string | { amount: number; price: number }>;

export interface WireStorage {
  uuid: string;
  title: string;
  type: 'normal' | 'backup' | 'cdrom' | 'template';
  access: 'public' | 'private';
  state: 'online' | 'maintenance' | 'cloning' | 'backuping' | 'syncing' | 'error';
  size: number;
  tier?: string;
  /** Public templates stand in every zone. */
  zone?: string;
  labels?: readonly WireLabel[];
  template_type?: 'cloud-init' | 'native';
  /** In the details alone. */
  servers?: { server: readonly string[] };
}

export interface WireStorageDevice {
  /** Where it sits, which is also its name while it is attached: `virtio:0`. */
  address: string;
  type: 'disk' | 'cdrom';
  storage: string;
  storage_size: number;
  storage_title: string;
  labels?: readonly WireLabel[];
}

export interface WireAddress {
  address: string;
  family: 'IPv4' | 'IPv6';
  floating?: WireYesNo;
}

export interface WireInterface {
  index: number;
  mac: string;
  type: 'public' | 'utility' | 'private';
  network: string;
  ip_addresses: { ip_address: readonly WireAddress[] };
}

export type WireServerState = 'started' | 'stopped' | 'maintenance' | 'error';

export interface WireServer {
  uuid: string;
  title: string;
  hostname: string;
  zone: string;
  state: WireServerState;
  plan: string;
  /** Text in the API. */
  core_number: string | number;
  /** MiB; text in the API. */
  memory_amount: string | number;
  /** Whether its rules are looked at. */
  firewall?: 'on' | 'off';
  labels?: WireLabels;
  storage_devices: { storage_device: readonly WireStorageDevice[] };
  networking: { interfaces: { interface: readonly WireInterface[] } };
}

/** A rule of a server's firewall; the first that fits counts. What is left out, or empty in answers, is every one. All is text. */
export interface WireFirewallRule {
  direction: 'in' | 'out';
  action: 'accept' | 'reject' | 'drop';
  family?: string;
  protocol?: string;
  icmp_type?: string;
  source_address_start?: string;
  source_address_end?: string;
  source_port_start?: string;
  source_port_end?: string;
  destination_address_start?: string;
  destination_address_end?: string;
  destination_port_start?: string;
  destination_port_end?: string;
  comment?: string;
}

export interface WireNetwork {
  uuid: string;
  name: string;
  type: 'public' | 'utility' | 'private';
  zone: string;
  router?: string | null;
  ip_networks: { ip_network: readonly { address: string; family: 'IPv4' | 'IPv6' }[] };
  labels?: WireLabels;
  servers?: { server: readonly { uuid: string; title: string }[] };
}

export interface WireRouter {
  uuid: string;
  name: string;
  type: 'normal' | 'service';
  labels?: WireLabels;
  attached_networks: { network: readonly { uuid: string }[] };
}

export interface WireServerGroup {
  uuid: string;
  title: string;
  labels?: WireLabels;
  servers: { server: readonly string[] };
}

export interface WireIpAddress {
  address: string;
  access: 'public' | 'private' | 'utility';
  family: 'IPv4' | 'IPv6';
  floating?: WireYesNo;
  mac?: string | null;
  server?: string | null;
  zone?: string;
}

/** The older resources' refusal. */
export interface WireError {
  error?: { error_code?: string; error_message?: string };
}

/** The newer resources' refusal, RFC 7807. */
export interface WireProblem {
  /** `https://developers.upcloud.com/1.3/errors#ERROR_RESOURCE_NOT_FOUND`. */
  type?: string;
  title?: string;
  status?: number;
  correlation_id?: string;
  invalid_params?: { name?: string; reason?: string }[];
}
