import type { Address } from './record.js';
import type { Reference } from './specs.js';
import { TYPES, VERSION } from './types.js';

/**
 * What a reference means, seen from the resource that refers: a URN, a part of one, or the parts in fields of their own. Undefined where the
 * text names no type of resource that the gateway knows.
 */
export function resolve(reference: Reference, from: Address): Address | undefined {
  const { tail, tenant, workspace } = partsOf(reference);
  const at = {
    tenant: tenant ?? reference.tenant ?? from.tenant,
    region: reference.region || from.region,
    workspace: workspace ?? (reference.workspace || from.workspace),
  };
  const segments = tail.split('/');
  const network = segments.length === 4 && segments[0] === 'networks' ? segments[1] : undefined;
  const [path, name] = network === undefined ? segments : segments.slice(2);
  if (segments.length !== (network === undefined ? 2 : 4) || !name) return undefined;
  const type = TYPES.find((one) => one.path === path && (one.scope === 'network') === (network !== undefined));
  if (!type) return undefined;
  const { workspace: where, ...tenantAt } = at;
  return {
    kind: type.kind,
    ...tenantAt,
    ...(type.scope === 'tenant' ? {} : { workspace: where }),
    ...(network === undefined ? {} : { network }),
    name,
  };
}

/** The name of a SKU that a reference means; its provider must be the one given, where it says one. */
export function skuName(reference: Reference, provider: string): string | undefined {
  const { tail, provider: said = reference.provider } = partsOf(reference);
  if (said && said !== provider && said !== `${provider}/${VERSION}`) return undefined;
  return /^skus\/([^/]+)$/.exec(tail)?.[1];
}

interface Parts {
  provider?: string;
  tenant?: string;
  workspace?: string;
  tail: string;
}

/** Takes `seca.x/v1/`, `tenants/t/` and `workspaces/w/` off, as far as they are there. */
function partsOf({ resource }: Reference): Parts {
  const match = /^(?:(seca\.[a-z.]+\/v\d+)\/)?(?:tenants\/([^/]+)\/)?(?:workspaces\/([^/]+)\/(?=.))?(.*)$/.exec(
    resource,
  );
  const [, provider, tenant, workspace, tail = ''] = match ?? [];
  return {
    ...(provider ? { provider } : {}),
    ...(tenant ? { tenant } : {}),
    ...(workspace ? { workspace } : {}),
    tail,
  };
}
