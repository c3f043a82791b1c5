import type { Offer } from '../catalogue/index.js';
import { chooseImage } from '../images/index.js';
import { type Facts, type Finding, judgePrice, objects, type SettledPolicy, worst } from '../policy/index.js';
import type { Measure } from '../sizes/index.js';
import type { Ground } from './ground.js';
import { misfit, waste } from './misfit.js';
import type { PlaceInput } from './place.js';
import type { Choice, Exclusion, Reason } from './placement.js';
import type { Objective, Requirements } from './requirements.js';
import type { Worth } from './worth.js';

/** What would do, and what it costs by each objective. */
export interface Candidate {
  choice: Choice;
  cost: readonly number[];
  ground: Ground;
}

/** What every offer is held against. */
export interface Context {
  wanted: Requirements;
  measure: Measure;
  policy: SettledPolicy | undefined;
  facts: Facts;
  images: PlaceInput['images'];
  worth: Worth;
}

/** A candidate with what it costs by each objective, or an exclusion with its reasons. */
export function consider(offer: Offer, ground: Ground, context: Context): Candidate | Exclusion {
  const { cloud, place, size } = offer;
  const worth = context.worth.of(offer);
  const price = priceRule(offer, worth, ground, context);
  const own = ownReasons(offer, price, context);
  const reasons = ground.reasons.length === 0 ? own : [...ground.reasons, ...own];
  if (reasons.length > 0) return { cloud, region: place.id, size, reasons };
  const { findings, verdict } = ground.evaluation;
  const choice: Choice = {
    cloud,
    region: place.id,
    size,
    country: ground.country,
    offer,
    verdict: price && !price.exception ? worst([verdict, price.verdict]) : verdict,
    findings: price ? [...findings, price] : findings,
  };
  return { choice, cost: costOf({ choice, ground, worth, context }), ground };
}

/** What stands against this size, whatever its place. */
function ownReasons(offer: Offer, price: Finding | undefined, context: Context): Reason[] {
  const { wanted, measure, policy } = context;
  const reasons: Reason[] = [];
  const unfit = misfit(offer, measure);
  if (unfit) reasons.push({ about: 'size', because: unfit });
  if (offer.available === false) reasons.push({ about: 'stock', because: 'is sold out' });
  if (offer.deprecated) reasons.push({ about: 'stock', because: 'is being withdrawn by the vendor' });
  if (wanted.exclude?.includes(`${offer.cloud}/${offer.place.id}/${offer.size}`))
    reasons.push({ about: 'excluded', because: 'is excluded by the requirements' });
  if (price && policy && objects(policy, price))
    reasons.push({ about: 'price', because: price.because, finding: price });
  if (reasons.length === 0 && wanted.image !== undefined) reasons.push(...missingImage(offer, wanted.image, context));
  return reasons;
}

/** What the policy says of the price; undefined where it is plainly low enough, or there is no limit. */
function priceRule(
  offer: Offer,
  worth: number | null,
  { priceException: exception }: Ground,
  { policy }: Context,
): Finding | undefined {
  const limit = policy?.price?.perResource;
  if (!policy || limit === undefined || (worth ?? Number.POSITIVE_INFINITY) <= limit) return undefined;
  const price = { perMonth: offer.price?.perMonth ?? null, currency: offer.price?.currency ?? null };
  const found = judgePrice(policy, price);
  return found && { rule: 'price', ...found, ...(exception && { exception }) };
}

function missingImage({ cloud, place, architecture }: Offer, name: string, { images }: Context): Reason[] {
  const there = images?.(cloud, place.id) ?? null;
  if (there === null) return [];
  const image = chooseImage(there, name, architecture, `${cloud} ${place.id}`);
  return 'severity' in image ? [{ about: 'image', because: `has no image ${name} for ${architecture}` }] : [];
}

/** All that an objective may look at. */
interface Found {
  choice: Choice;
  ground: Ground;
  /** What it costs a month in the currency of the comparison. */
  worth: number | null;
  context: Context;
}

/** What a choice costs by each objective, the deciding first; how well it fits always decides before the names. */
function costOf(found: Found): number[] {
  const cost = (found.context.wanted.objective ?? PRICE_ALONE).map((name) => COSTS[name](found));
  cost.push(COSTS.fit(found));
  return cost;
}

const PRICE_ALONE: readonly Objective[] = ['price'];

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
