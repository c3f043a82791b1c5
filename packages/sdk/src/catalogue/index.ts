export { type CloudAnswer, isWithoutCredentials, type OfferAnswers, type SnapshotUse } from './ask.js';
export { INCLUDES_UNKNOWN, type Offer, type OfferPrice, offerOf } from './offer.js';
export { type ByPrice, byPrice, commonCurrency, type PriceOrder, priceIn } from './price-order.js';
export type { Snapshot, SnapshotPrice, SnapshotSize, SnapshotSource } from './snapshot.js';
export type { OfferWish } from './wish.js';
