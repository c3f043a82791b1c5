import type { CallContext, ClientContext, Deferrable } from './context.js';
import type { PrivateState } from './private-state.js';
import type { Schema, SchemaSource } from './schema/attribute.js';
import type { ConfigOf, StateOf } from './schema/infer.js';

export interface EphemeralContext<Client> extends ClientContext<Client> {
  /** Goes from `open` to `renew` and `close`, and nowhere else. */
  readonly privateState: PrivateState;
}

export interface OpenContext<Client> extends EphemeralContext<Client>, Deferrable {
  /** When `renew` has to be called at the latest, should it still be in use. */
  renewAt(time: Date): void;
}

export type RenewContext<Client> = Omit<OpenContext<Client>, keyof Deferrable>;

/** Something that is there during one run and in no state and no plan: a token, a password, a tunnel. Needs Terraform 1.10. */
export interface EphemeralResource<S extends Schema = Schema, Client = unknown> {
  readonly schema: SchemaSource<S>;
  validate?(config: ConfigOf<S>, context: CallContext): void | Promise<void>;
  /** Defaults are filled in. Attributes left out are as configured, else null. */
  open(config: StateOf<S>, context: OpenContext<Client>): Promise<Partial<StateOf<S>>>;
  /** Called at the time that `renewAt` said; it may say another one. */
  renew?(context: RenewContext<Client>): Promise<void>;
  /** Called when nothing needs it any more. */
  close?(context: EphemeralContext<Client>): Promise<void>;
}

/** An ephemeral resource whose schema is known at once while its code is loaded when first needed. */
export interface LazyEphemeralResource<Client = unknown> {
  readonly schema: SchemaSource;
  load(): Promise<EphemeralResource<Schema, Client>>;
}

/** Infers the types of an ephemeral resource from its schema; `defineEphemeralResource<Client>()` fixes the client's type first. */
export function defineEphemeralResource<Client = unknown>(): <const S extends Schema>(
  resource: EphemeralResource<S, Client>,
) => EphemeralResource<Schema, Client> {
  return (resource) => resource as unknown as EphemeralResource<Schema, Client>;
}
