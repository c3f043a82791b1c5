import type { Offer } from '../catalogue/index.js';
import { chooseImage } from '../images/index.js';
import { type Facts, type SettledPolicy, worst } from '../policy/index.js';
import type { Measure } from '../sizes/index.js';
import type { Ground } from './ground.js';
import { type Misfit, waste } from './misfit.js';
import type { PlaceInput } from './place.js';
import type { Choice, Exclusion, Reason } from './placement.js';
import type { PriceRule, PriceSaid } from './price-rule.js';
import type { Objective, Requirements } from './requirements.js';
import type { Worth } from './worth.js';

/** What every offer is held against. */
export interface Context {
  wanted: Requirements;
  measure: Measure;
  policy: SettledPolicy | undefined;
  facts: Facts;
  images: PlaceInput['images'];
  worth: Worth;
  price: PriceRule;
  misfit: Misfit;
}

/** What would do at a price (in the currency of the comparison), or an exclusion with its reasons. */
export function consider(offer: Offer, worth: number | null, ground: Ground, context: Context): Choice | Exclusion {
  const { cloud, place, size } = offer;
  const price = context.price.of(offer, worth, ground.priceException);
  const reasons = reasonsAgainst(offer, ground.reasons, price, context);
  if (reasons.length > 0) return { cloud, region: place.id, size, reasons };
  const { findings, verdict } = ground.evaluation;
  return {
    cloud,
    region: place.id,
    size,
    country: ground.country,
    offer,
    verdict: price && !price.finding.exception ? worst([verdict, price.finding.verdict]) : verdict,
    findings: price ? [...findings, price.finding] : findings,
  };
}

/** What stands against its place, and against this size. Nothing is allocated for an offer that there is nothing to say of. */
function reasonsAgainst(
  offer: Offer,
  ofPlace: readonly Reason[],
  price: PriceSaid | undefined,
  context: Context,
): readonly Reason[] {
  const { wanted, misfit } = context;
  let reasons = ofPlace;
  const unfit = misfit(offer);
  if (unfit) reasons = and(reasons, unfit);
  if (offer.available === false) reasons = and(reasons, SOLD_OUT);
  if (offer.deprecated) reasons = and(reasons, WITHDRAWN);
  if (wanted.exclude?.includes(`${offer.cloud}/${offer.place.id}/${offer.size}`)) reasons = and(reasons, EXCLUDED);
  if (price?.reason) reasons = and(reasons, price.reason);
  // Images are looked for where nothing else of the size is in the way.
  if (wanted.image === undefined || reasons.length > ofPlace.length) return reasons;
  return [...reasons, ...missingImage(offer, wanted.image, context)];
}

/** Spread would leave room for more, and make ten thousand lists three times as large. */
function and(reasons: readonly Reason[], one: Reason): readonly Reason[] {
  return reasons.length === 0 ? [one] : reasons.concat([one]);
}

const SOLD_OUT: Reason = { about: 'stock', because: 'is sold out' };
const WITHDRAWN: Reason = { about: 'stock', because: 'is being withdrawn by the vendor' };
const EXCLUDED: Reason = { about: 'excluded', because: 'is excluded by the requirements' };

function missingImage({ cloud, place, architecture }: Offer, name: string, { images }: Context): Reason[] {
  const there = images?.(cloud, place.id) ?? null;
  if (there === null) return [];
  const image = chooseImage(there, name, architecture, `${cloud} ${place.id}`);
  return 'severity' in image ? [{ about: 'image', because: `has no image ${name} for ${architecture}` }] : [];
}

/** All that an objective may look at. */
export interface Found {
  choice: Choice;
  ground: Ground;
  /** What it costs a month in the currency of the comparison. */
  worth: number | null;
  context: Context;
}

/** By what a placement is decided, the deciding first; how well it fits always decides before the names. */
export function objectivesOf({ objective }: Requirements): readonly Objective[] {
  return [...(objective ?? PRICE_ALONE), 'fit'];
}

/** What a choice costs by one objective. */
export function costBy(objective: Objective, found: Found): number {
  return COSTS[objective](found);
}

const PRICE_ALONE: readonly [Objective] = ['price'];

/** What nobody tells the price or the distance of comes after everything that has one. */
const UNTOLD = 1e12;

const COSTS: Readonly<Record<Objective, (found: Found) => number>> = {
  price: ({ worth }) => worth ?? UNTOLD,
  certainty: ({ choice }) => (choice.verdict === 'met' ? 0 : 1),
  clouds: ({ ground }) => ground.cloudRank,
  countries: ({ ground }) => ground.countryRank,
  distance: ({ ground }) => ground.distanceKm ?? UNTOLD,
  fit: ({ choice, context }) => waste(choice.offer, context.measure),
};
