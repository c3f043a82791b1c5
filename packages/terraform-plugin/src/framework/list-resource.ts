import type { CallContext, ClientContext } from './context.js';
import type { Identity } from './identity.js';
import type { Schema, SchemaSource } from './schema/attribute.js';
import type { ConfigOf, SettingsOf } from './schema/infer.js';

export interface ListContext<Client> extends ClientContext<Client> {
  /** How many the user wants at most. The framework stops there by itself; a provider that pages may ask for less. */
  readonly limit: number;
  /** Whether the user wants the whole resource of each, and not its identity alone. */
  readonly includeResource: boolean;
}

/** One thing that was found. */
export interface Listed {
  readonly identity: Identity;
  /** As a person would call it. */
  readonly displayName: string;
  /** The state of the resource, wanted where `includeResource` is set; without it `read` of the resource type is asked. */
  readonly resource?: { readonly [name: string]: unknown };
}

/** Finds what exists of a resource type (`terraform query`). Stands under the name of the type, which has an identity. Needs Terraform 1.14. */
export interface ListResource<S extends Schema = Schema, Client = unknown> {
  /** What narrows the search. */
  readonly schema: SchemaSource<S>;
  validate?(config: ConfigOf<S>, context: CallContext): void | Promise<void>;
  /** Gives them as they come: an async generator that asks for the next page when this one is through. */
  list(
    config: SettingsOf<S>,
    context: ListContext<Client>,
  ): AsyncIterable<Listed> | Iterable<Listed> | Promise<Iterable<Listed>>;
}

/** A list resource whose schema is known at once while its code is loaded when first needed. */
export interface LazyListResource<Client = unknown> {
  readonly schema: SchemaSource;
  load(): Promise<ListResource<Schema, Client>>;
}

/** Infers the types of a list resource from its schema; `defineListResource<Client>()` fixes the client's type first. */
export function defineListResource<Client = unknown>(): <const S extends Schema>(
  resource: ListResource<S, Client>,
) => ListResource<Schema, Client> {
  return (resource) => resource as unknown as ListResource<Schema, Client>;
}
