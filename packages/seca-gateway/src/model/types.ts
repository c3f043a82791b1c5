import type { TypeName } from './specs.js';

/** Below what a resource stands. */
export type Scope = 'tenant' | 'workspace' | 'network';

/** One type of resource: where it stands in the API. */
export interface ResourceType {
  /** `metadata.kind`. */
  kind: TypeName;
  /** `seca.compute`; with `/v1` it is `metadata.provider`. */
  provider: string;
  /** Its collection in paths: `instances`. */
  path: string;
  scope: Scope;
  /** Roles and their assignments stand in no region. */
  regional: boolean;
}

const type = (kind: TypeName, provider: string, path: string, scope: Scope, regional = true): ResourceType => ({
  kind,
  provider,
  path,
  scope,
  regional,
});

export const TYPES: readonly ResourceType[] = [
  type('role', 'seca.authorization', 'roles', 'tenant', false),
  type('role-assignment', 'seca.authorization', 'role-assignments', 'tenant', false),
  type('workspace', 'seca.workspace', 'workspaces', 'tenant'),
  type('image', 'seca.storage', 'images', 'tenant'),
  type('block-storage', 'seca.storage', 'block-storages', 'workspace'),
  type('instance', 'seca.compute', 'instances', 'workspace'),
  type('network', 'seca.network', 'networks', 'workspace'),
  type('subnet', 'seca.network', 'subnets', 'network'),
  type('routing-table', 'seca.network', 'route-tables', 'network'),
  type('internet-gateway', 'seca.network', 'internet-gateways', 'workspace'),
  type('nic', 'seca.network', 'nics', 'workspace'),
  type('public-ip', 'seca.network', 'public-ips', 'workspace'),
  type('security-group', 'seca.network', 'security-groups', 'workspace'),
  type('security-group-rule', 'seca.network', 'security-group-rules', 'workspace'),
];

export const VERSION = 'v1';
/** The providers that a region has, without those of the whole federation. */
export const REGIONAL_PROVIDERS = ['seca.workspace', 'seca.compute', 'seca.storage', 'seca.network'] as const;
export const PROVIDERS = ['seca.region', 'seca.authorization', ...REGIONAL_PROVIDERS] as const;

const BY_KIND = new Map(TYPES.map((one) => [one.kind, one]));

export function typeOf(kind: TypeName): ResourceType {
  const found = BY_KIND.get(kind);
  if (!found) throw new TypeError(`no type ${kind}`);
  return found;
}
