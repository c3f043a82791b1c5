import type { ErrorCode } from '../../errors/index.js';

/** What one refusal means, told by its code and words: HTTP statuses alone mix what differs. The first that fits counts. */
export interface Refusal {
  /** HTTP status. */
  status?: number;
  /** `errorCode` or `class` of the body. */
  vendor?: RegExp;
  message?: RegExp;
  /** Words of our own, where the vendor's mislead. */
  says?: string;
  code: ErrorCode;
  /** Of the model: settings are named in words. */
  attribute?: readonly string[];
  next?: readonly string[];
  /** Nothing was done, and the same request passes when what is under way has ended. */
  retryable?: boolean;
  /** It is not as we thought it to be, perhaps by what we did ourselves: look again before anything is repeated. */
  lookAgain?: boolean;
}

const keys = 'check application key, application secret and consumer key, and that they were made at this endpoint';

/** Codes of who asks, as the vendor's own clients tell them apart (github.com/ovh/python-ovh, ovh/client.py, read 2026-11). */
const WHO: Refusal[] = [
  {
    vendor: /^INVALID_SIGNATURE$/,
    code: 'unauthenticated',
    says: 'the signature is wrong: application secret and consumer key do not belong to the application key',
    next: [keys],
  },
  { vendor: /^INVALID_KEY$/, code: 'unauthenticated', next: [keys] },
  {
    vendor: /^(INVALID|NOT)_CREDENTIAL$/,
    code: 'unauthenticated',
    next: [keys, 'a consumer key must be validated in the browser once, and may have ended'],
  },
  {
    vendor: /^QUERY_TIME_OUT$/,
    code: 'unauthenticated',
    says: 'the API finds the time of the request wrong',
    next: ['run again: the time of the API is asked for anew'],
    retryable: true,
  },
  { vendor: /^NOT_GRANTED_CALL$/, code: 'forbidden' },
];

/** Words of 404 that do not say that the thing is gone (messages of github.com/ovh/terraform-provider-ovh's issues, read 2026-11). */
const WHERE: Refusal[] = [
  {
    message: /service does not exist/i,
    code: 'forbidden',
    says: 'the project does not exist, or these credentials may not see it',
    next: ['check project_id (OVH_CLOUD_PROJECT_SERVICE): 32 hexadecimal digits', 'or let the credentials see it'],
  },
  {
    message: /invalid \(or empty\) URL/i,
    code: 'unsupported',
    says: 'the API has no such path',
    next: ['check the endpoint: it ends in /1.0'],
  },
];

const invalid = (message: RegExp, attribute: string, next: string): Refusal => ({
  status: 400,
  message,
  code: 'invalid',
  attribute: [attribute],
  next: [next],
});

const THINGS: Refusal[] = [
  {
    vendor: /ServiceExpired|ServiceSuspended/,
    code: 'forbidden',
    next: ['see to the state of the project in the control panel'],
  },
  {
    message: /already exists|already used|already in use by another/i,
    code: 'already-exists',
    attribute: ['name'],
    next: ['choose another name'],
  },
  invalid(
    /invalid .*flavor|flavor.* (not found|does not exist|could not be found)/i,
    'size',
    'plan again: it is no longer offered',
  ),
  invalid(
    /invalid .*image|image.* (not found|does not exist|could not be found)/i,
    'image',
    'plan again: it is no longer offered',
  ),
  invalid(/ssh ?key|keypair|key pair/i, 'publicKey', 'use the whole content of a .pub file'),
  invalid(/fixed ip|not a valid ip/i, 'networks', 'use an address inside a subnet of that network'),
  invalid(/subnet.*overlap|overlap.*subnet/i, 'subnets', 'use subnets that share no address'),
  {
    message: /no longer available|out of stock|not available in (this )?region|No valid host/i,
    code: 'out-of-stock',
    attribute: ['size'],
  },
  {
    message:
      /task_state|in progress|being (created|deleted|updated)|not in a valid state|while it is in vm_state|status must be/i,
    code: 'conflict',
    lookAgain: true,
  },
];

export const REFUSALS: readonly Refusal[] = [...WHO, ...WHERE, ...THINGS];
