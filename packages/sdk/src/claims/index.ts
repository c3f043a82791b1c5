/** Sourced, dated facts about clouds' sovereignty: who controls them, where their regions stand, what certificates they hold. */
export { type CheckOptions, checkRecords, type Finding, MAX_AGE_MONTHS } from './check.js';
export { Claim, ClaimScope, claimKey, holdsFor, STATUSES, type Status, statusOn } from './claim.js';
export { type ClaimSet, claimSet } from './claim-set.js';
export {
  Control,
  ControlLink,
  ControlStatement,
  controllersOf,
  OWNERS,
  ownersOf,
  STATEMENT_STATUSES,
  statementWords,
  ultimateOwnersOf,
} from './control.js';
export { ADEQUACY, type Adequacy, adequacyOf } from './facts/adequacy.js';
export { EEA, EFTA, EU } from './facts/countries.js';
export { INTERFACES, InterfaceFact, type InterfaceName } from './interface.js';
export { KEY_HOLDERS, type KeyHolder, KeysFact, keysWords } from './keys.js';
export { allClaims, claimsOf, type LoadOptions, loadClaims } from './load.js';
export { PlaceFact } from './place.js';
export { CloudId, CloudRecord, placeFactOf } from './record.js';
export { reachesLevel, SCHEME_IDS, SCHEMES, type Scheme, type SchemeId, schemeOf } from './schemes.js';
export { SERVICES, type Service } from './services.js';
export { CONFIDENCES, type Confidence, Country, Day, type Evidence } from './source.js';
