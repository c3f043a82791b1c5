import type { Json } from '../cty/json-text.js';
import type { Type } from '../cty/type.js';
import type { ProviderFunction } from '../framework/function.js';
import type { IdentitySchema } from '../framework/identity.js';
import type { Nesting } from '../framework/schema/attribute.js';

/** An attribute as its documentation tells it. */
export interface AttributeFacts {
  /** A plain type, or how objects with attributes of their own are held. */
  readonly type?: Type;
  readonly nested?: Nesting;
  /** Written as blocks. */
  readonly block?: boolean;
  readonly attributes?: AttributesFacts;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
  readonly description?: string;
  readonly deprecated?: string;
  readonly default?: Json;
  /** Whether a change of it replaces the resource. */
  readonly replaces?: 'always' | 'sometimes';
}
export type AttributesFacts = { readonly [name: string]: AttributeFacts };

export interface SchemaFacts {
  readonly description?: string;
  readonly deprecated?: string;
  readonly attributes: AttributesFacts;
}

export interface ResourceFacts extends SchemaFacts {
  /** Of the stored state. */
  readonly version: number;
  readonly identity?: IdentitySchema;
  readonly importsById: boolean;
  readonly importsByIdentity: boolean;
}

export type FunctionFacts = Omit<ProviderFunction, 'run'>;

/** All that a provider offers, as plain data: what its documentation is made of. Numbers are exact, so write it by `stringifyJson`. */
export interface ProviderSchema {
  /** `registry.terraform.io/acme/thing` */
  readonly address: string;
  readonly provider: SchemaFacts;
  readonly resources: { readonly [typeName: string]: ResourceFacts };
  readonly dataSources: { readonly [typeName: string]: SchemaFacts };
  readonly ephemeralResources: { readonly [typeName: string]: SchemaFacts };
  readonly listResources: { readonly [typeName: string]: SchemaFacts };
  readonly actions: { readonly [typeName: string]: SchemaFacts };
  readonly functions: { readonly [name: string]: FunctionFacts };
}
