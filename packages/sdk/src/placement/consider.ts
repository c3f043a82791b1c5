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

/** What every offer is held against. */
export interface Context {
  wanted: Requirements;
  measure: Measure;
  policy: SettledPolicy | undefined;
  facts: Facts;
  images: PlaceInput['images'];
  worth: Worth;
}

/** What would do, or an exclusion with its reasons. */
export function consider(offer: Offer, ground: Ground, context: Context): Choice | Exclusion {
  const { cloud, place, size } = offer;
  const price = priceRule(offer, ground, context);
  const own = ownReasons(offer, price, context);
  const reasons = together(ground.reasons, own);
  if (reasons.length > 0) return { cloud, region: place.id, size, reasons };
  const { findings, verdict } = ground.evaluation;
  return {
    cloud,
    region: place.id,
    size,
    country: ground.country,
    offer,
    verdict: price && !price.exception ? worst([verdict, price.verdict]) : verdict,
    findings: price ? [...findings, price] : findings,
  };
}

function together(a: readonly Reason[], b: readonly Reason[]): readonly Reason[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

const NO_REASONS: readonly Reason[] = [];

/** What stands against this size, whatever its place. */
function ownReasons(offer: Offer, price: Finding | undefined, context: Context): readonly Reason[] {
  const { wanted, measure, policy } = context;
  const unfit = misfit(offer, measure);
  const isPlain = unfit === undefined && offer.available !== false && !offer.deprecated && price === undefined;
  // Most of ten thousand are: nothing is allocated for them.
  if (isPlain && wanted.exclude === undefined && wanted.image === undefined) return NO_REASONS;
  const reasons: Reason[] = [];
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
  { priceException: exception }: Ground,
  { policy, worth }: Context,
): Finding | undefined {
  const limit = policy?.price?.perResource;
  if (!policy || limit === undefined || (worth.of(offer) ?? Number.POSITIVE_INFINITY) <= limit) return undefined;
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
