import { safeCause } from './cause.js';
import type { ErrorCode } from './codes.js';
import { redactText } from './redact.js';

/** All that an error knows besides its code and message. Every field is optional: what is unknown stays out. */
export interface CloudErrorDetails {
  /** What went wrong, in one sentence, without a full stop at its end. */
  message: string;
  /** Id of the cloud as the user configured it. */
  cloud?: string;
  /** Kind of the resource: `server`, `volume`, … */
  kind?: string;
  /** Id of the resource where there is one already. */
  id?: string;
  /** Path of the attribute in the model (camelCase) that is to blame: `['networks', 0, 'networkId']`. */
  attribute?: readonly (string | number)[];
  /** What a person can do next, each a phrase that stands alone: `use fsn1, nbg1 or hel1`. */
  next?: readonly string[];
  /** The vendor's own words, for a support ticket. */
  vendor?: { code?: string; status?: number; requestId?: string; message?: string };
  /** The request may have been carried out although its reply is missing: look before repeating it. */
  ambiguous?: boolean;
  /** The vendor says that nothing was done and that the same request may pass later. */
  retryable?: boolean;
  /** Milliseconds the vendor asks us to wait. */
  retryAfterMs?: number;
  cause?: unknown;
}

const BRAND = Symbol.for('hansa.CloudError');

/**
 * The one error of the SDK. Told apart by `code`, not by `instanceof`, since packages get duplicated.
 *
 * @example
 * try { await hansa.cloud('hetzner').servers.read('hetzner/1'); }
 * catch (error) { if (isCloudError(error, 'unauthenticated')) console.error(error.message); else throw error; }
 */
export class CloudError extends Error {
  readonly code: ErrorCode;
  /** All that is known, without any secret; `cause` stands on the error itself. */
  readonly details: Readonly<CloudErrorDetails>;

  constructor(code: ErrorCode, { cause, ...given }: CloudErrorDetails) {
    const details = withoutSecrets(given);
    const safe = safeCause(cause, isCloudError);
    super(compose(code, details), safe === undefined ? undefined : { cause: safe });
    this.code = code;
    this.details = details;
  }

  /** The same error with more known about where it happened; what was known already wins. */
  with(more: Partial<CloudErrorDetails>): CloudError {
    const known = { ...stripUndefined(this.details), message: this.details.message };
    const next = new CloudError(this.code, { ...more, ...known, cause: this.cause ?? more.cause });
    // Where it was thrown stays, under the words that are known now.
    next.stack = `${next.name}: ${next.message}${framesOf(this)}`;
    return next;
  }

  /** What a log gets: everything but stack and cause. */
  toJSON(): object {
    const { name, code, message, details } = this;
    return { name, code, ...details, message };
  }
}
// Not own properties: neither is anything to print or to compare.
Object.defineProperties(CloudError.prototype, { name: { value: 'CloudError' }, [BRAND]: { value: true } });

/**
 * Whether `error` is a {@link CloudError}, of one of `codes` when any are given.
 *
 * @example
 * isCloudError(new CloudError('locked', { message: 'busy' }), 'locked', 'conflict'); // true
 */
export function isCloudError(error: unknown, ...codes: ErrorCode[]): error is CloudError {
  if (typeof error !== 'object' || error === null || !(BRAND in error)) return false;
  return codes.length === 0 || codes.includes((error as unknown as CloudError).code);
}

/** `hetzner server web: cx22 is sold out in fsn1 (resource_unavailable, request 1b2…). Next: …` */
function compose(code: ErrorCode, d: CloudErrorDetails): string {
  const where = [d.cloud, d.kind?.replace('_', ' '), d.id].filter(Boolean).join(' ');
  const vendor = [
    d.vendor?.code ?? code,
    d.vendor?.status && `HTTP ${d.vendor.status}`,
    d.vendor?.requestId && `request ${d.vendor.requestId}`,
  ].filter(Boolean);
  const next = d.next?.length ? `. Next: ${d.next.join('; ')}` : '';
  return redactText(`${where ? `${where}: ` : ''}${d.message} (${vendor.join(', ')})${next}`);
}

/** The frames of a stack, without the message above them. */
function framesOf({ stack = '' }: Error): string {
  const start = stack.search(/\n\s+at /);
  return start < 0 ? '' : stack.slice(start);
}

/** Drivers quote what vendors say, and vendors may quote what they were sent. */
function withoutSecrets(details: CloudErrorDetails): CloudErrorDetails {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return redactText(value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
  };
  return clean(details) as CloudErrorDetails;
}

function stripUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>;
}
