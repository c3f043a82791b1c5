import { TerraformResource, Token } from 'cdktf';
import type { Construct } from 'constructs';

/** A Hansa resource as it is written; what is only known when Terraform runs is absent. */
export interface Written {
  construct: Construct;
  path: string;
  /** `server` of `hansa_server`. */
  kind: string;
  cloud: string;
  region?: string;
}

const PREFIX = 'hansa_';

/** The Hansa resources below a construct that say at which cloud they stand. */
export function resourcesIn(scope: Construct): Written[] {
  return scope.node.findAll().flatMap((construct) => {
    if (!TerraformResource.isTerraformResource(construct) || !construct.terraformResourceType.startsWith(PREFIX))
      return [];
    const { cloudInput, regionInput } = construct as { cloudInput?: unknown; regionInput?: unknown };
    const cloud = known(cloudInput);
    const region = known(regionInput);
    if (cloud === undefined) return [];
    const kind = construct.terraformResourceType.slice(PREFIX.length);
    return [{ construct, path: construct.node.path, kind, cloud, ...(region !== undefined && { region }) }];
  });
}

function known(value: unknown): string | undefined {
  return typeof value === 'string' && !Token.isUnresolved(value) ? value : undefined;
}
