import type { Action, LazyAction } from './action.js';
import type { CallContext, ConfigureContext } from './context.js';
import type { DataSource, LazyDataSource } from './data-source.js';
import type { Diagnostic } from './diagnostics.js';
import type { EphemeralResource, LazyEphemeralResource } from './ephemeral-resource.js';
import type { ProviderFunction } from './function.js';
import type { LazyListResource, ListResource } from './list-resource.js';
import type { LazyResource, Resource } from './resource.js';
import type { Schema, SchemaSource } from './schema/attribute.js';
import type { ConfigOf } from './schema/infer.js';

/** A provider: its configuration, and what it offers by full type names (`acme_thing`). */
export interface Provider<S extends Schema = Schema, Client = unknown> {
  readonly schema: SchemaSource<S>;
  readonly resources: { readonly [typeName: string]: Resource<Schema, Client> | LazyResource<Client> };
  readonly dataSources?: { readonly [typeName: string]: DataSource<Schema, Client> | LazyDataSource<Client> };
  readonly ephemeralResources?: {
    readonly [typeName: string]: EphemeralResource<Schema, Client> | LazyEphemeralResource<Client>;
  };
  /** By the name of the resource type that they list. */
  readonly listResources?: { readonly [typeName: string]: ListResource<Schema, Client> | LazyListResource<Client> };
  readonly actions?: { readonly [typeName: string]: Action<Schema, Client> | LazyAction<Client> };
  /** By the name after `provider::<provider>::`. */
  readonly functions?: { readonly [name: string]: ProviderFunction };
  /** What modules may say of themselves (`provider_meta` in their `terraform` block). */
  readonly meta?: SchemaSource;

  /** Checks what single attributes cannot; values may be unknown. */
  validate?(config: ConfigOf<S>, context: CallContext): void | Promise<void>;

  /** Returns the client that resources get. At plan values may be unknown: say so with `at`, or do without them. */
  configure(config: ConfigOf<S>, context: ConfigureContext): Client | Promise<Client>;

  /**
   * Turns an error of the provider's own domain into diagnostics; `undefined` leaves it to the framework. `typeName` is what was called
   * (`acme_thing`), undefined for the provider itself.
   */
  diagnose?(error: unknown, of: { readonly typeName: string | undefined }): Diagnosis | Promise<Diagnosis>;
}

type Diagnosis = Diagnostic | readonly Diagnostic[] | undefined;

/** Infers the types of a provider's configuration from its schema, and its client from `configure`. */
export function defineProvider<const S extends Schema, Client>(provider: Provider<S, Client>): Provider {
  return provider as unknown as Provider;
}
