import type { TypeName } from '../model/specs.js';
import { blockStorage } from './block-storage.js';
import { securityGroup, securityGroupRule } from './firewall.js';
import type { Embodiment } from './ground.js';
import { instance } from './instance.js';
import { network, subnet } from './network.js';
import { nic } from './nic.js';
import { publicIp } from './public-ip.js';

const EMBODIMENTS: { readonly [T in TypeName]?: Embodiment<T> } = {
  'block-storage': blockStorage,
  instance,
  network,
  subnet,
  nic,
  'public-ip': publicIp,
  'security-group': securityGroup,
  'security-group-rule': securityGroupRule,
};

/** How a type stands at the cloud; undefined for what the gateway alone keeps (workspaces, roles, images, route tables, gateways). */
export function embodimentOf(kind: TypeName): Embodiment<TypeName> | undefined {
  return EMBODIMENTS[kind] as Embodiment<TypeName> | undefined;
}
