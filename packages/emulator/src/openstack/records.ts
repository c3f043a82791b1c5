export interface TokenRecord {
  readonly token: string;
  readonly method: 'password' | 'application_credential';
  readonly issued: number;
  readonly ends: number;
}

export interface KeypairRecord {
  readonly name: string;
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly created: number;
  readonly serial: number;
}

export type ServerStatus = 'BUILD' | 'ACTIVE' | 'SHUTOFF' | 'RESIZE' | 'VERIFY_RESIZE' | 'REBOOT' | 'ERROR';

export interface ServerRecord {
  readonly id: string;
  readonly imageId: string | null;
  readonly keyName: string | null;
  readonly zone: string;
  readonly created: number;
  readonly userData: string | null;
  readonly configDrive: boolean;
  /** Id of the volume that it boots from, where it does. */
  readonly rootVolumeId: string | null;
  readonly tags: readonly string[];
  name: string;
  description: string | null;
  metadata: Record<string, string>;
  flavorId: string;
  /** The flavour before a resize that is not confirmed. */
  formerFlavorId: string | null;
  status: ServerStatus;
  /** The status to come back to: of a resize, ACTIVE or SHUTOFF. */
  formerStatus: ServerStatus | null;
  taskState: string | null;
  updated: number;
  launched: number | null;
  fault: { readonly code: number; readonly message: string; readonly created: number } | null;
  /** Ports in the order of its cards. */
  portIds: string[];
  /** Attached volumes in the order of their devices. */
  volumes: { readonly volumeId: string; readonly device: string; readonly goesWithServer: boolean }[];
}

export interface VolumeRecord {
  readonly id: string;
  readonly zone: string;
  readonly created: number;
  readonly imageId: string | null;
  readonly type: string;
  readonly snapshotId: string | null;
  name: string;
  description: string | null;
  size: number;
  status: string;
  metadata: Record<string, string>;
  updated: number;
  attachment: { readonly id: string; readonly serverId: string; readonly device: string; readonly at: number } | null;
}

export interface SnapshotRecord {
  readonly id: string;
  readonly volumeId: string;
  readonly size: number;
  readonly created: number;
  name: string;
  description: string | null;
  status: string;
  metadata: Record<string, string>;
}

export interface NetworkRecord {
  readonly id: string;
  readonly created: number;
  readonly external: boolean;
  name: string;
  description: string;
  adminUp: boolean;
  updated: number;
  tags: string[];
}

export interface SubnetRecord {
  readonly id: string;
  readonly networkId: string;
  readonly cidr: string;
  readonly created: number;
  readonly dhcp: boolean;
  name: string;
  description: string;
  gateway: string | null;
  dns: string[];
  /** The addresses that are given out by themselves, where somebody said which. */
  readonly pool?: { readonly start: string; readonly end: string };
  updated: number;
}

export interface PortRecord {
  readonly id: string;
  readonly networkId: string;
  readonly mac: string;
  readonly created: number;
  name: string;
  description: string;
  deviceId: string;
  deviceOwner: string;
  fixedIps: { readonly subnetId: string; readonly ip: string }[];
  groups: string[];
  updated: number;
}

export interface RouterRecord {
  readonly id: string;
  readonly created: number;
  name: string;
  description: string;
  adminUp: boolean;
  gateway: { readonly networkId: string; readonly ip: string } | null;
  updated: number;
}

export interface RuleRecord {
  readonly id: string;
  readonly groupId: string;
  readonly direction: 'ingress' | 'egress';
  readonly ethertype: 'IPv4' | 'IPv6';
  readonly protocol: string | null;
  readonly portMin: number | null;
  readonly portMax: number | null;
  readonly cidr: string | null;
  readonly remoteGroupId: string | null;
  readonly description: string | null;
  readonly created: number;
}

export interface GroupRecord {
  readonly id: string;
  readonly created: number;
  name: string;
  description: string;
  updated: number;
}

export interface FloatingIpRecord {
  readonly id: string;
  readonly networkId: string;
  readonly ip: string;
  readonly created: number;
  description: string;
  portId: string | null;
  fixedIp: string | null;
  updated: number;
}
