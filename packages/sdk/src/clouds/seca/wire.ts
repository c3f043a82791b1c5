/** SECA's resources as far as they are read here (go-sdk 793c4d0, specification 1.7, read 2026-11). */
export interface Wire<Spec = object, Status = object> {
  metadata: { name: string; resourceVersion: number };
  labels?: Record<string, string> | null;
  annotations?: Record<string, string> | null;
  spec: Spec;
  status?: Status & { state?: WireState; conditions?: { state: WireState; reason?: string; message?: string }[] };
}

export type WireState = 'pending' | 'creating' | 'active' | 'updating' | 'deleting' | 'error';

/** Sent as an object; a plain text is taken too. */
export type WireReference = string | { resource: string };

export interface WireRegion {
  metadata: { name: string };
  spec: { availableZones: string[]; providers: { name: string; version: string; url: string }[] };
}

export type WireInstance = Wire<
  {
    skuRef: WireReference;
    zone: string;
    bootVolume: { deviceRef: WireReference };
    dataVolumes?: { deviceRef: WireReference }[];
    primaryNicRef?: WireReference;
    additionalNicRefs?: WireReference[];
    securityGroupRef?: WireReference;
  },
  { powerState?: 'on' | 'off' }
>;

export type WireBlockStorage = Wire<
  { sizeGB: number; skuRef: WireReference; sourceImageRef?: WireReference },
  { attachedTo?: WireReference }
>;

export type WireNic = Wire<{
  addresses: string[];
  subnetRef: WireReference;
  publicIpRefs?: WireReference[];
  securityGroupRefs?: WireReference[];
}>;

export type WireNetwork = Wire<{ cidr: { ipv4?: string } }>;
export type WireSubnet = Wire<{ cidr: { ipv4?: string }; zone: string }>;
export type WirePublicIp = Wire<{ version: 'IPv4' | 'IPv6' }, { ipAddress?: string; attachedTo?: WireReference }>;

export interface WireRule {
  direction: 'ingress' | 'egress';
  protocol?: 'tcp' | 'udp' | 'tcp+udp' | 'icmp';
  ports?: { from?: number; to?: number; list?: number[] };
  version?: 'IPv4' | 'IPv6';
  sourceRef?: WireReference[];
}
export type WireSecurityGroup = Wire<{ rules?: WireRule[] }>;

export interface WireSku {
  metadata: { name: string };
  labels?: Record<string, string> | null;
  annotations?: Record<string, string> | null;
  spec?: { vCPU: number; ram: number };
}

export type WireImage = Wire<{ cpuArchitecture: 'amd64' | 'arm64' }>;

/** RFC 7807, with SECA's sources. */
export interface WireProblem {
  type?: string;
  title?: string;
  detail?: string;
  sources?: { pointer?: string; parameter?: string }[];
}
