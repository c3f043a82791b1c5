import type { CallContext, ClientContext, Deferrable } from './context.js';
import type { Schema, SchemaSource } from './schema/attribute.js';
import type { ConfigOf, StateOf } from './schema/infer.js';

/** Something that is looked up. `read` gets known values only: core waits until they are. */
export interface DataSource<S extends Schema = Schema, Client = unknown> {
  readonly schema: SchemaSource<S>;
  validate?(config: ConfigOf<S>, context: CallContext): void | Promise<void>;
  /** Defaults are filled in. Attributes left out are as configured, else null. */
  read(config: StateOf<S>, context: ClientContext<Client> & Deferrable): Promise<Partial<StateOf<S>>>;
}

/** A data source whose schema is known at once while its code is loaded when first needed. */
export interface LazyDataSource<Client = unknown> {
  readonly schema: SchemaSource;
  load(): Promise<DataSource<Schema, Client>>;
}

/** Infers the types of a data source from its schema; `defineDataSource<Client>()` fixes the client's type first. */
export function defineDataSource<Client = unknown>(): <const S extends Schema>(
  source: DataSource<S, Client>,
) => DataSource<Schema, Client> {
  return (source) => source as unknown as DataSource<Schema, Client>;
}
