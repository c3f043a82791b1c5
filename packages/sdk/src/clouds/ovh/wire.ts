/** What is used of the answers of OVHcloud's API (its own description of /cloud and /order, read 2026-11). */

/** A refusal: the first two before it is known who asks, `class` after. */
export interface WireError {
  errorCode?: string;
  httpCode?: string;
  class?: string;
  message: string;
}

export interface WireRegion {
  name: string;
  type: 'region' | 'region-3-az' | 'localzone';
  status: 'UP' | 'DOWN' | 'MAINTENANCE';
  /** Two letters, small. */
  countryCode: string;
  datacenterLocation: string;
  availabilityZones: string[];
  services: { name: string; status: 'UP' | 'DOWN'; endpoint: string }[];
}

export interface WireFlavor {
  id: string;
  name: string;
  region: string;
  vcpus: number;
  /** GB by the description (`Gio`), MB by the API's answers: see `memoryGib`. */
  ram: number;
  /** GB of the root disk. */
  disk: number;
  osType: string;
  type: string;
  available: boolean;
  quota: number;
  planCodes: { hourly: string | null; monthly: string | null };
}

export interface WireImage {
  id: string;
  name: string;
  region: string;
  status: string;
  visibility: string;
  type: string;
  /** GB. */
  minDisk: number;
  /** Only for flavours of this type, where it is not null. */
  flavorType: string | null;
  creationDate: string;
}

export interface WireKey {
  id: string;
  name: string;
  publicKey: string;
  /** In the answer about one key alone. */
  fingerPrint?: string;
}

export interface WireAddress {
  ip: string;
  type: 'public' | 'private';
  version: 4 | 6;
  networkId: string;
}

export interface WireInstance {
  id: string;
  name: string;
  region: string;
  status: string;
  availabilityZone: string | null;
  flavorId: string;
  imageId: string;
  /** In the answer about one instance alone. */
  flavor?: WireFlavor | null;
  image?: Pick<WireImage, 'name'> | null;
  ipAddresses: WireAddress[];
}

export interface WireInterface {
  id: string;
  networkId: string;
  /** `public` or `private`. */
  type: string;
  fixedIps: { ip: string; subnetId: string }[];
}

export interface WireVolume {
  id: string;
  name: string;
  description: string;
  region: string;
  status: string;
  /** GiB. */
  size: number;
  type: string;
  planCode: string | null;
  attachedTo: string[];
}

/** A network of one region, as its own API there tells it. */
export interface WireNetwork {
  id: string;
  name: string;
  status: 'ACTIVE' | 'BUILDING' | 'DELETING' | 'ERROR';
  visibility: 'public' | 'private';
  subnetIds: string[];
}

/** A network over all regions that it reaches, as the older API tells it. */
export interface WireWideNetwork {
  id: string;
  name: string;
  status: WireNetwork['status'];
  regions: { region: string; status: 'ACTIVE' | 'BUILDING'; openstackId: string | null }[];
}

export interface WireSubnet {
  id: string;
  name: string;
  cidr: string;
  ipVersion: 4 | 6;
  gatewayIp: string | null;
}

export interface WireGateway {
  id: string;
  name: string;
  status: 'active' | 'building' | 'down' | 'error';
  interfaces: { id: string; ip: string; networkId: string; subnetId: string }[];
}

export interface WireOperation {
  id: string;
  action: string;
  status: 'created' | 'in-progress' | 'completed' | 'in-error' | 'canceled' | 'unknown';
  resourceId: string | null;
  regions: string[] | null;
  subOperations: { action: string; status: WireOperation['status']; resourceId: string | null }[] | null;
}

export interface WireUser {
  id: number;
  username: string;
  status: string;
}

/** What the project's OpenStack gave for a user's password. */
export interface WireToken {
  'X-Auth-Token': string;
  token: {
    expires_at: string;
    issued_at: string;
    project: { id: string };
    catalog: { type: string; endpoints: { interface: string; region_id: string; url: string }[] }[];
  };
}

export interface WireCatalogue {
  locale: { currencyCode: string };
  addons: {
    planCode: string;
    /** `price` in 1/100,000,000 of the currency. */
    pricings: { price: number; capacities: string[]; intervalUnit: string; interval: number }[];
  }[];
}
