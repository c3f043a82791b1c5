/** The closed set of what can go wrong at a cloud. Every vendor's code is mapped to one of these. */
export const ERROR_CODES = [
  'not-found', // the thing, or something it refers to, is not there
  'conflict', // something else refers to it or changes it; the vendor did nothing
  'already-exists', // a name or key that must be unique is taken
  'invalid', // the request is wrong and stays wrong
  'unauthenticated', // no credentials, or wrong ones
  'forbidden', // credentials that may not do this
  'quota-exceeded', // the account's own limit
  'out-of-stock', // the cloud has none left there
  'rate-limited', // too many requests; later works
  'locked', // an operation is under way on it; later works
  'unavailable', // the cloud or the way to it is broken; later may work
  'timeout', // it took longer than the deadline; it may still happen
  'unsupported', // the cloud does not offer this
  'policy-violated', // allowed by the cloud, not by the user's own rules
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
