import { formatPath, type Path } from '../cty/path.js';
import { type ClientCapabilities, type Deferred, Deferred_Reason } from '../protocol/value.gen.js';
import type { DeferReason, Deferrable } from './context.js';
import type { Diagnostics } from './diagnostics.js';

const REASONS: Readonly<Record<DeferReason, { wire: Deferred_Reason; words: string }>> = {
  'config-unknown': {
    wire: Deferred_Reason.RESOURCE_CONFIG_UNKNOWN,
    words: 'a value in its configuration that is not known yet',
  },
  'provider-config-unknown': {
    wire: Deferred_Reason.PROVIDER_CONFIG_UNKNOWN,
    words: "a value in the provider's configuration that is not known yet",
  },
  'absent-prerequisite': { wire: Deferred_Reason.ABSENT_PREREQ, words: 'something that does not exist yet' },
};

/** One call that may be put off to a later run, where the client can do that (Terraform's experiment; OpenTofu cannot). */
export class Deferral implements Deferrable {
  readonly deferralAllowed: boolean;
  #reason: DeferReason | undefined;

  constructor(
    capabilities: ClientCapabilities | undefined,
    readonly diagnostics: Diagnostics,
    /** What is not known of the provider's configuration, where that is what is looked at. */
    readonly unknown: readonly Path[] = [],
  ) {
    this.deferralAllowed = capabilities?.deferralAllowed === true;
  }

  readonly defer = (reason: DeferReason): void => {
    if (this.deferralAllowed) this.#reason = reason;
    else if (reason === 'provider-config-unknown' && this.unknown.length > 0) {
      for (const at of this.unknown) {
        this.diagnostics.error(`${formatPath(at)} is not known before apply`, {
          at,
          detail:
            'The provider is configured while planning, so its settings must be known then. Give a variable, a data source or a file in place of ' +
            "another resource's attribute, or apply what it depends on first (-target).",
        });
      }
    } else {
      this.diagnostics.error(`This depends on ${REASONS[reason].words}`, {
        detail: 'It cannot be planned before that is known. Apply what it depends on first (-target), then the rest.',
      });
    }
  };

  get deferred(): Deferred | undefined {
    return this.#reason && { reason: REASONS[this.#reason].wire };
  }

  /** For the context of a call. */
  get hooks(): Deferrable {
    const { deferralAllowed, defer } = this;
    return { deferralAllowed, defer };
  }
}
