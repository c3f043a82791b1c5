import type { CallContext, ClientContext, Deferrable } from './context.js';
import type { Schema, SchemaSource } from './schema/attribute.js';
import type { ConfigOf, SettingsOf } from './schema/infer.js';

export interface InvokeContext<Client> extends ClientContext<Client> {
  /** Tells the user how far it has come. Resolves when there is room for more. */
  progress(message: string): Promise<void>;
}

/** Something that is done and leaves no state: restart, flush, notify. Needs Terraform 1.14; OpenTofu 1.12 has none. */
export interface Action<S extends Schema = Schema, Client = unknown> {
  readonly schema: SchemaSource<S>;
  validate?(config: ConfigOf<S>, context: CallContext): void | Promise<void>;
  /** Runs at plan, to warn or (by an error) to refuse. Values may be unknown. */
  plan?(config: ConfigOf<S>, context: ClientContext<Client> & Deferrable): void | Promise<void>;
  invoke(config: SettingsOf<S>, context: InvokeContext<Client>): Promise<void>;
}

/** An action whose schema is known at once while its code is loaded when first needed. */
export interface LazyAction<Client = unknown> {
  readonly schema: SchemaSource;
  load(): Promise<Action<Schema, Client>>;
}

/** Infers the types of an action from its schema; `defineAction<Client>()` fixes the client's type first. */
export function defineAction<Client = unknown>(): <const S extends Schema>(
  action: Action<S, Client>,
) => Action<Schema, Client> {
  return (action) => action as unknown as Action<Schema, Client>;
}
