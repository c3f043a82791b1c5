import type { Type } from '../cty/type.js';

/** An attribute of an identity: a string, number or boolean, or a list of them. */
export interface IdentityAttribute {
  readonly type: 'string' | 'number' | 'bool' | readonly ['list', 'string' | 'number' | 'bool'];
  readonly description?: string;
  /** May be left out of an `import` block, since the provider's configuration says it too. Default: it must be given. */
  readonly optionalForImport?: boolean;
}

/** Which one of its kind a resource is, in as few words as that takes: for import, lists and moves. Needs Terraform or OpenTofu 1.12. */
export interface IdentitySchema {
  /** Raise it and give `upgradeIdentity` when the attributes change. Default 0. */
  readonly version?: number;
  readonly attributes: { readonly [name: string]: IdentityAttribute };
}

/** An identity as code gives and gets it. */
export type Identity = { readonly [name: string]: unknown };

export function identityType({ attributes }: IdentitySchema): Type {
  return ['object', Object.fromEntries(Object.entries(attributes).map(([name, { type }]) => [name, type]))];
}
