import { Firewall } from './firewall/index.js';
import type { AnyKind } from './model/index.js';
import { Network } from './network/index.js';
import { PublicIp } from './public-ip/index.js';
import { Server } from './server/index.js';
import { SshKey } from './ssh-key/index.js';
import { Volume } from './volume/index.js';

/** Every kind of the model, in the order in which a workload is made. */
export const KINDS = [SshKey, Network, Firewall, Server, Volume, PublicIp] as const;

/**
 * The kind of that name, if there is one.
 *
 * @example
 * kindNamed('public_ip')?.collection; // 'publicIps'
 */
export function kindNamed(name: string): AnyKind | undefined {
  return KINDS.find((kind) => kind.name === name);
}

export * from './firewall/index.js';
export type { AnyKind, Attribute, Attributes, Kind, Spec, State } from './model/index.js';
export { Network } from './network/index.js';
export { PublicIp } from './public-ip/index.js';
export { Server } from './server/index.js';
export * from './ssh-key/index.js';
export { Volume } from './volume/index.js';
