import type { Path } from '../cty/path.js';
import type { ObjectValue } from '../cty/value.js';
import type { Logger } from '../goplugin/log.js';
import type { Diagnostics } from './diagnostics.js';
import type { PrivateState } from './private-state.js';
import type { Schema } from './schema/attribute.js';
import type { StateOf } from './schema/infer.js';

/** What every call gets. */
export interface CallContext {
  /** Aborted when the user presses Ctrl-C (StopProvider), when core gives up this call, or when core is gone. */
  readonly signal: AbortSignal;
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
  /**
   * Work done once the reply has left and core had time to record it, at the latest at shutdown, where it is awaited for at most 1.5 s.
   * It is not done when core was killed before. Errors are logged.
   */
  afterReply(work: () => void | Promise<void>): void;
}

/** Why something cannot be planned in this run: its own configuration, the provider's, or something that must be there first. */
export type DeferReason = 'config-unknown' | 'provider-config-unknown' | 'absent-prerequisite';

/** For calls whose outcome may be put off to a later run. */
export interface Deferrable {
  /** Whether the Terraform that calls can do that. */
  readonly deferralAllowed: boolean;
  /**
   * Puts it off; where that is not possible, it is an error that says why, for the provider's configuration at each value that is not known.
   * What the call returns beside it is a forecast.
   */
  defer(reason: DeferReason): void;
}

/** For the provider's own `configure`. `defer` there is for everything: no resource is planned in this run. */
export interface ConfigureContext extends CallContext, Deferrable {
  /** Of the Terraform or OpenTofu that calls, as in `1.11.4`. */
  readonly terraformVersion: string;
}

/** For data sources: `client` is what the provider's `configure` returned. */
export interface ClientContext<Client> extends CallContext {
  readonly client: Client;
  /** What the module that calls says of itself (`provider_meta`), where the provider has a schema for it. */
  readonly meta: ObjectValue | null;
}

/** While something is read. */
export interface ReadContext<Client> extends ResourceContext<Client>, Deferrable {}

/** For resources: private state goes with the resource, unseen by the user. */
export interface ResourceContext<Client> extends ClientContext<Client> {
  readonly privateState: PrivateState;
}

/** While planning. */
export interface PlanContext<Client> extends ResourceContext<Client>, Deferrable {
  /** Marks this path as one whose change replaces the resource. */
  requiresReplace(path: Path): void;
}

/** While creating and updating. */
export interface ApplyContext<Client, S extends Schema> extends ResourceContext<Client> {
  /**
   * Reports what exists by now. Should the call fail later, this is stored: a failed create leaves a tainted resource
   * in place of an orphan. May be called again; later calls add to earlier ones. Attributes left out are taken from
   * the plan (create) or the prior state (update); what is still unknown is stored as null.
   */
  saved(state: Partial<StateOf<S>>): void;
}
