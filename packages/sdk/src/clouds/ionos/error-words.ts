import type { CloudErrorDetails, ErrorCode } from '../../errors/index.js';

/** What a refusal means in the model. */
export interface Meaning extends Pick<CloudErrorDetails, 'next' | 'attribute' | 'retryable'> {
  code: ErrorCode;
}

const NEW_TOKEN = 'check IONOS_TOKEN, or make a new one in dcd.ionos.com, Management, Token Manager; tokens run out';
const GRANT =
  'give the user the privilege in dcd.ionos.com, Management, Users & Groups, and share the data center with its group';
const RAISE = 'ask IONOS support for higher limits; dcd.ionos.com, Management, Resource Overview shows them';
const LATER = 'run again later: status.ionos.cloud tells of disturbances';
const ELSEWHERE = 'use another size or location: `hansa offers` lists what can be ordered where';

/** Statuses of the API (description of 2023-02), and 423 for a data center that somebody else's request holds. */
const BY_STATUS: Readonly<Record<number, Meaning>> = {
  401: { code: 'unauthenticated', next: [NEW_TOKEN] },
  402: { code: 'forbidden', next: ['the contract is a trial: end it in dcd.ionos.com, or leave this out'] },
  403: { code: 'forbidden', next: [GRANT] },
  404: { code: 'not-found' },
  409: { code: 'conflict' },
  423: { code: 'locked', retryable: true },
  429: { code: 'rate-limited', retryable: true },
};

/**
 * IONOS tells most refusals as 422, and why a request failed in the background in words alone: there is no list of its codes. So the
 * words decide; the first that fits.
 */
const BY_WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/\block(ed)?\b|being provisioned|another (provisioning|request)|\bis busy\b/, { code: 'locked', retryable: true }],
  [
    /resource limit|contract.*(limit|exceed)|limit.*(contract|exceed|reached)|quota/,
    { code: 'quota-exceeded', next: [RAISE, 'or delete what is no longer needed'] },
  ],
  [
    /not enough resources|insufficient (resources|capacity)|no capacity|out of (stock|resources)/,
    { code: 'out-of-stock', attribute: ['size'], next: [ELSEWHERE] },
  ],
  [/(exists already|already exists)/, { code: 'already-exists' }],
  [/\b(still has|are in use|is in use|still attached|is attached)\b/, { code: 'conflict' }],
];

export function meaningOf(status: number, message: string): Meaning {
  if (status >= 500) return { code: 'unavailable', next: [LATER] };
  const known = BY_STATUS[status];
  return known ?? meaningInWords(message) ?? { code: 'invalid' };
}

/** What a message says by its words; undefined where they say nothing known. */
export function meaningInWords(message: string): Meaning | undefined {
  return BY_WORDS.find(([words]) => words.test(message.toLowerCase()))?.[1];
}
