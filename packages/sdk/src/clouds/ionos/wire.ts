/** Shapes of Cloud API v6, as far as they are used (description of 2023-02; ionos-cloud/sdk-go 6.3.11 for what came later; read 2026-11). */

export interface WireError {
  httpStatus?: number;
  messages?: { errorCode?: string; message?: string }[];
}

/** Everything comes so: what it is, how it is, what is in it as deep as was asked for. */
export interface Wire<P, E = object> {
  id: string;
  metadata?: { state?: 'AVAILABLE' | 'BUSY' | 'INACTIVE' | string; createdDate?: string };
  properties: P;
  entities?: E;
}

export interface WireList<T> {
  items?: T[];
}

/** What is in something, where it is only named. */
export interface WireReference {
  id: string;
}

export type WireDatacenter = Wire<{ name?: string | null; description?: string | null; location: string }>;

export type WireLan = Wire<{
  name?: string | null;
  public?: boolean | null;
  /** Block from which the vendor gives addresses; read only, newer than the description of 2023-02. */
  ipv4CidrBlock?: string | null;
}>;

export type WireNic = Wire<
  {
    name?: string | null;
    lan: number;
    ips?: string[] | null;
    dhcp?: boolean | null;
    firewallActive?: boolean | null;
  },
  { securitygroups?: WireList<WireReference> }
>;

export type WireVolume = Wire<{
  name?: string | null;
  type?: string | null;
  /** GB. */
  size: number;
  image?: string | null;
  /** The server that it is attached to. */
  bootServer?: string | null;
  deviceNumber?: number | null;
}>;

export type WireServer = Wire<
  {
    name?: string | null;
    cores: number;
    /** MB. */
    ram: number;
    type?: string | null;
    cpuFamily?: string | null;
    vmState?: string | null;
    bootVolume?: WireReference | null;
  },
  { volumes?: WireList<WireVolume>; nics?: WireList<WireNic> }
>;

export type WireRule = Wire<{
  name?: string | null;
  protocol: string;
  type?: 'INGRESS' | 'EGRESS' | null;
  ipVersion?: 'IPv4' | 'IPv6' | null;
  sourceIp?: string | null;
  targetIp?: string | null;
  sourceMac?: string | null;
  portRangeStart?: number | null;
  portRangeEnd?: number | null;
  icmpType?: number | null;
  icmpCode?: number | null;
}>;

export type WireSecurityGroup = Wire<
  { name?: string | null; description?: string | null },
  { rules?: WireList<WireRule>; nics?: WireList<WireReference> }
>;

export type WireIpBlock = Wire<{
  name?: string | null;
  location: string;
  size: number;
  ips?: string[] | null;
  ipConsumers?: { ip?: string; nicId?: string | null; serverId?: string | null; datacenterId?: string | null }[] | null;
}>;

export type WireLabel = Wire<{
  key: string;
  value: string;
  resourceId?: string;
  resourceType?: string;
  resourceHref?: string;
}>;

export type WireLocation = Wire<{
  name?: string | null;
  cpuArchitecture?: { cpuFamily?: string; maxCores?: number; maxRam?: number }[] | null;
}>;

export type WireImage = Wire<{
  name?: string | null;
  location?: string | null;
  /** GB. */
  size?: number | null;
  imageType?: string | null;
  public?: boolean | null;
  imageAliases?: string[] | null;
}>;

export interface WireContract {
  properties?: {
    contractNumber?: number;
    resourceLimits?: { coresPerServer?: number; ramPerServer?: number };
  };
}

export interface WireRequestStatus {
  metadata?: { status?: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'; message?: string };
}
