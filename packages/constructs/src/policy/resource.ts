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

/** The Hansa resources below a construct that say at which cloud they stand, or may: once for each place. */
export function resourcesIn(scope: Construct): Written[] {
  return scope.node.findAll().flatMap((construct) => {
    if (!TerraformResource.isTerraformResource(construct) || !construct.terraformResourceType.startsWith(PREFIX))
      return [];
    const kind = construct.terraformResourceType.slice(PREFIX.length);
    return spotsOf(construct).flatMap(({ cloud: where, region: place }) => {
      const [cloud, region] = [known(where), known(place)];
      if (cloud === undefined) return [];
      return [{ construct, path: construct.node.path, kind, cloud, ...(region !== undefined && { region }) }];
    });
  });
}

/** Where a resource says that it stands, or, where it has candidates, each place where it may. */
function spotsOf(construct: object): { cloud?: unknown; region?: unknown }[] {
  const { cloudInput, regionInput, candidatesInput } = construct as Inputs;
  const candidates = Array.isArray(candidatesInput) ? candidatesInput : [];
  return candidates.length > 0 ? candidates : [{ cloud: cloudInput, region: regionInput }];
}

interface Inputs {
  cloudInput?: unknown;
  regionInput?: unknown;
  candidatesInput?: unknown;
}

function known(value: unknown): string | undefined {
  return typeof value === 'string' && !Token.isUnresolved(value) ? value : undefined;
}
