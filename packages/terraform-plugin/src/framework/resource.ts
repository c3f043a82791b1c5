import type { Json } from '../cty/json-text.js';
import type { ApplyContext, CallContext, PlanContext, ReadContext, ResourceContext } from './context.js';
import type { Identity, IdentitySchema } from './identity.js';
import type { Schema, SchemaSource } from './schema/attribute.js';
import type { ConfigOf, PlannedOf, PlanOf, SettingsOf, StateOf } from './schema/infer.js';

/** Given to `plan`. `prior` is null when the resource is to be created. */
export interface PlanInput<S extends Schema> {
  readonly config: ConfigOf<S>;
  readonly prior: StateOf<S> | null;
  /** What will be planned: defaults, kept values and unknowns are in it already. */
  readonly proposed: PlanOf<S>;
  /** Whether anything differs from `prior`. */
  readonly changed: boolean;
}

/** Given to `create`. Write-only values stand in `config` alone. */
export interface CreateInput<S extends Schema> {
  readonly config: SettingsOf<S>;
  readonly plan: PlannedOf<S>;
}

/** Given to `update`. */
export interface UpdateInput<S extends Schema> extends CreateInput<S> {
  readonly state: StateOf<S>;
}

/**
 * The life of one resource type. Plan semantics are the framework's: a resource says what its attributes are and how
 * to create, read, update and delete. Errors thrown become diagnostics.
 */
export interface Resource<S extends Schema = Schema, Client = unknown> {
  readonly schema: SchemaSource<S>;
  /** Of the stored state; raise it and give `upgrade` when the schema changes incompatibly. Default 0. */
  readonly version?: number;

  /** Checks what single attributes cannot; values may be unknown. Runs without a client. */
  validate?(config: ConfigOf<S>, context: CallContext): void | Promise<void>;

  /** Sets computed values early, marks replacements, warns. Returned attributes are laid over `proposed`. */
  plan?(
    input: PlanInput<S>,
    context: PlanContext<Client>,
    // biome-ignore lint/suspicious/noConfusingVoidType: a hook that only warns returns nothing
  ): Partial<PlanOf<S>> | undefined | void | Promise<Partial<PlanOf<S>> | undefined | void>;

  /** Runs when a destroy is planned, to warn or (by an error) to refuse. */
  planDelete?(state: StateOf<S>, context: ResourceContext<Client>): void | Promise<void>;

  /** Attributes left out are as planned; every attribute planned as unknown must get a value. */
  create(input: CreateInput<S>, context: ApplyContext<Client, S>): Promise<Partial<StateOf<S>>>;

  /** Null when it is gone. After an import only what `import` returned is set. */
  read(state: StateOf<S>, context: ReadContext<Client>): Promise<StateOf<S> | null>;

  /** Without it every change replaces. Attributes left out are as planned. */
  update?(input: UpdateInput<S>, context: ApplyContext<Client, S>): Promise<Partial<StateOf<S>>>;

  /** Gone already counts as done. Without it Terraform only forgets the resource. */
  delete?(state: StateOf<S>, context: ResourceContext<Client>): Promise<void>;

  /** From the id that the user gave to what `read` needs. Null: no such thing. */
  import?(id: string, context: ReadContext<Client>): Promise<Partial<StateOf<S>> | null>;

  /**
   * What a user would write to get what there is (`plan -generate-config-out`; Terraform 1.14). `config` is what the schema says of it:
   * the state without what is only computed, write-only, deprecated or the default. Attributes returned are laid over it; null leaves out.
   */
  generateConfig?(
    state: StateOf<S>,
    config: ConfigOf<S>,
    context: CallContext,
  ): Partial<ConfigOf<S>> | Promise<Partial<ConfigOf<S>>>;

  /** Which one it is: small, and the same for its whole life. Needs {@link identify}. */
  readonly identity?: IdentitySchema;

  /** The identity of what a state describes. */
  identify?(state: StateOf<S>): Identity;

  /** From an identity to what `read` needs. Null: no such thing. Without it `import` blocks with an identity are refused. */
  importIdentity?(identity: Identity, context: ReadContext<Client>): Promise<Partial<StateOf<S>> | null>;

  /** From the identity of an older version of its schema to the present one. */
  upgradeIdentity?(
    stored: { readonly version: number; readonly identity: { [key: string]: Json } },
    context: CallContext,
  ): Identity | Promise<Identity>;

  /**
   * Takes over what another resource type has in the state (a `moved` block between types). Null: not from there. Runs without a client;
   * core reads next.
   */
  move?(source: MoveSource, context: CallContext): Promise<Partial<StateOf<S>> | null> | Partial<StateOf<S>> | null;

  /** From the JSON state of an older `version` to the present one. Numbers are exact. */
  upgrade?(
    stored: { readonly version: number; readonly state: { [key: string]: Json } },
    context: CallContext,
  ): { [key: string]: unknown } | Promise<{ [key: string]: unknown }>;
}

/** What is moved, in the words of the type that it had. */
export interface MoveSource {
  /** `registry.terraform.io/acme/old` */
  readonly providerAddress: string;
  readonly typeName: string;
  readonly schemaVersion: number;
  /** Numbers are exact. */
  readonly state: { readonly [key: string]: Json };
  readonly identity: { readonly [key: string]: Json } | null;
}

/** A resource whose schema is known at once while its code is loaded when first needed. */
export interface LazyResource<Client = unknown> {
  readonly schema: SchemaSource;
  readonly version?: number;
  readonly identity?: IdentitySchema;
  load(): Promise<Resource<Schema, Client>>;
}

/** Infers the types of a resource from its schema; `defineResource<Client>()` fixes the client's type first. */
export function defineResource<Client = unknown>(): <const S extends Schema>(
  resource: Resource<S, Client>,
) => Resource<Schema, Client> {
  return (resource) => resource as unknown as Resource<Schema, Client>;
}
