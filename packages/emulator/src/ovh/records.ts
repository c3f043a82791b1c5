/** What the emulator keeps, in its own words. */

export interface KeyRecord {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly regions: string[];
}

export type InstanceStatus =
  | 'BUILD'
  | 'ACTIVE'
  | 'SHUTOFF'
  | 'REBOOT'
  | 'RESIZE'
  | 'VERIFY_RESIZE'
  | 'DELETING'
  | 'ERROR';

export interface InstanceRecord {
  readonly id: string;
  name: string;
  readonly region: string;
  readonly zone: string | null;
  flavorId: string;
  /** Flavour that it is becoming, while it is resized. */
  nextFlavorId: string | null;
  readonly imageId: string;
  readonly sshKeyId: string | null;
  readonly userData: string | null;
  status: InstanceStatus;
  /** What it was before a resize. */
  before: InstanceStatus;
  /** What is under way that the status does not show. */
  task: string | null;
  monthly: number | null;
  /** The cards it was asked for, until they are there. */
  wanted: { networkId: string; ip: string | null }[];
  readonly created: number;
}

export interface NetworkRecord {
  readonly id: string;
  readonly region: string;
  readonly vlanId: number;
}

export interface GatewayRecord {
  readonly id: string;
  readonly region: string;
  model: string;
  status: 'active' | 'building' | 'down';
}

export interface VolumeRecord {
  readonly id: string;
  name: string;
  description: string;
  readonly region: string;
  readonly type: string;
  size: number;
  status: 'creating' | 'available' | 'attaching' | 'in-use' | 'detaching' | 'extending' | 'deleting';
  attachedTo: string[];
  readonly bootable: boolean;
  readonly created: number;
}

export interface SnapshotRecord {
  readonly id: string;
  readonly volumeId: string;
  readonly region: string;
  readonly name: string;
  readonly description: string;
  readonly size: number;
  status: 'creating' | 'available';
  readonly created: number;
}

export interface OperationRecord {
  readonly id: string;
  readonly action: string;
  status: 'in-progress' | 'completed' | 'in-error';
  resourceId: string | null;
  readonly region: string;
  readonly created: number;
  ended: number | null;
}

export interface UserRecord {
  readonly id: number;
  readonly username: string;
  readonly openstackId: string;
  readonly description: string;
  readonly roles: string[];
  password: string;
  readonly created: number;
}

/** A token of OpenStack, or one of a service account. */
export interface TokenRecord {
  readonly token: string;
  readonly userId: number | null;
  readonly ends: number;
}
