import type { CloudErrorDetails, ErrorCode } from '../../errors/index.js';

/** What one of UpCloud's codes means in the model. */
export interface Meaning extends Pick<CloudErrorDetails, 'next' | 'retryable' | 'ambiguous'> {
  code: ErrorCode;
}

const NEW_CREDENTIALS =
  'check UPCLOUD_TOKEN, or UPCLOUD_USERNAME and UPCLOUD_PASSWORD; tokens are made in hub.upcloud.com, Account, API tokens';
const GRANT = 'give the (sub)account the permission, and API access from this address, in hub.upcloud.com, People';
const LATER = 'run again later: status.upcloud.com tells of disturbances';
const ELSEWHERE = 'use another size or zone: `hansa offers` lists what can be ordered where';
const RAISE = 'ask UpCloud for a higher limit: hub.upcloud.com, Support';
const DETACH = 'detach it from what uses it, then run again';

const NO_CREDENTIALS: Meaning = { code: 'unauthenticated', next: [NEW_CREDENTIALS] };
const FORBIDDEN: Meaning = { code: 'forbidden', next: [GRANT] };
const IN_USE: Meaning = { code: 'conflict', next: [DETACH] };
const THERE: Meaning = { code: 'already-exists', next: ['take another name', 'or import the one that is there'] };
const BROKEN: Meaning = { code: 'unavailable', ambiguous: true, next: [LATER] };

/**
 * UpCloud's codes by their form; the first that fits counts. Their list is long (two hundred in UpCloudLtd/upcloud-go-api,
 * `error_codes.go`, read 2026-11) and regular: what is wrong with an attribute ends in `_INVALID`, `_MISSING` and the like.
 * `retryable` only where nothing was done and waiting helps: something else is under way on the server or storage.
 */
const MEANINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/^AUTHENTICATION_FAILED$|^UNAUTHORIZED$/, NO_CREDENTIALS],
  [/^TRIAL_PLAN$/, { code: 'forbidden', next: ['the account is on trial: upgrade it in hub.upcloud.com, Billing'] }],
  [/^INSUFFICIENT_CREDITS$/, { code: 'quota-exceeded', next: ['add credit in hub.upcloud.com, Billing'] }],
  [/FORBIDDEN$/, FORBIDDEN],
  [/LIMIT_REACHED$|^NO_AVAILABLE_/, { code: 'quota-exceeded', next: [RAISE, 'or delete what is no longer needed'] }],
  [
    /RESOURCES_UNAVAILABLE$|^FLOATING_IP_NOT_AVAILABLE$|^WINDOWS_NOT_AVAILABLE$/,
    { code: 'out-of-stock', next: [ELSEWHERE] },
  ],
  [/NOT_FOUND$/, { code: 'not-found' }],
  [/^(SERVER|STORAGE)_STATE_ILLEGAL$/, { code: 'locked', retryable: true }],
  [/^TAG_EXISTS$|ALREADY_EXISTS$|^DUPLICATE_RESOURCE$|^(DB|SERVICE)_EXISTS$/, THERE],
  [/ATTACHED(_AS_\w+)?$|IN_USE$|NOT_EMPTY$|^ALREADY_IN_|CONFLICT$|^INTERFACE_EXISTS$|^FIREWALL_RULE_EXISTS$/, IN_USE],
  [/^SERVICE_ERROR$|_FAILED$|^IMPORT_UNAVAILABLE$/, BROKEN],
  [/^METHOD_NOT_ALLOWED$|UNSUPPORTED$|_NOT_SUPPORTED$|^STORAGE_TIER_ILLEGAL$/, { code: 'unsupported' }],
];

const BY_STATUS: Readonly<Record<number, Meaning>> = {
  401: NO_CREDENTIALS,
  402: { code: 'quota-exceeded', next: ['add credit in hub.upcloud.com, Billing'] },
  403: FORBIDDEN,
  404: { code: 'not-found' },
  405: { code: 'unsupported' },
  409: { code: 'conflict' },
  423: { code: 'locked', retryable: true },
  429: { code: 'rate-limited', retryable: true },
};

/** By status where that says it all, else by code, else by status. */
export function meaningOf(status: number, code: string | undefined): Meaning {
  if (status === 429) return { code: 'rate-limited', retryable: true };
  const known = MEANINGS.find(([form]) => code !== undefined && form.test(code))?.[1];
  // Of a 5xx nobody knows what was done, but that nothing was left to give is an answer.
  if (status >= 500) return known?.code === 'out-of-stock' ? known : BROKEN;
  return known ?? BY_STATUS[status] ?? { code: 'invalid' };
}
