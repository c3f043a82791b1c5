import { absent, Problem } from '../model/problem.js';
import type { Address } from '../model/record.js';
import { type ResourceType, TYPES } from '../model/types.js';

/** What a path below `/v1` names: a collection, one of its resources, or something to do with one. */
export interface Target {
  tenant: string;
  workspace?: string;
  network?: string;
  /** Undefined for SKUs, which are no resources of the user's. */
  type?: ResourceType;
  /** The collection: `instances`. */
  path: string;
  name?: string;
  action?: string;
}

/** @param segments what follows `/v1`, decoded. @throws Problem where there is no such path */
export function targetOf(provider: string, segments: readonly string[]): Target {
  const [tenants, tenant, ...below] = segments;
  if (tenants !== 'tenants' || !tenant) throw absent(`path ${segments.join('/')}`);
  let rest = below;
  const inside: Pick<Target, 'workspace' | 'network'> = {};
  if (rest[0] === 'workspaces' && rest.length > 2) {
    inside.workspace = rest[1] ?? '';
    rest = rest.slice(2);
    if (rest[0] === 'networks' && rest.length > 2) {
      inside.network = rest[1] ?? '';
      rest = rest.slice(2);
    }
  }
  const [path = '', name, action, ...more] = rest;
  const scope = inside.network !== undefined ? 'network' : inside.workspace !== undefined ? 'workspace' : 'tenant';
  const type = TYPES.find((one) => one.provider === provider && one.path === path && one.scope === scope);
  const isSku = path === 'skus' && scope === 'tenant';
  if ((!type && !isSku) || more.length > 0 || name === '') throw absent(`path ${segments.join('/')}`);
  return {
    tenant,
    ...inside,
    ...(type ? { type } : {}),
    path,
    ...(name === undefined ? {} : { name }),
    ...(action === undefined ? {} : { action }),
  };
}

/** The resource that a target names, seen from a region. */
export function addressOf({ tenant, workspace, network, type, name }: Target, region: string | undefined): Address {
  if (!type || name === undefined) throw new Problem('resource-not-found', 'the path names no resource');
  return {
    kind: type.kind,
    tenant,
    ...(region === undefined ? {} : { region }),
    ...(workspace === undefined ? {} : { workspace }),
    ...(network === undefined ? {} : { network }),
    name,
  };
}
