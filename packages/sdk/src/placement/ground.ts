import type { Offer } from '../catalogue/index.js';
import { placeFactOf } from '../claims/index.js';
import {
  type Candidate,
  concluded,
  countriesHold,
  countryName,
  type Evaluation,
  evaluate,
  exceptionFor,
  type Facts,
  type Finding,
  objections,
  type PolicyException,
  RULES,
  type RuleId,
  type SettledPolicy,
} from '../policy/index.js';
import { distanceKm } from './cities.js';
import type { Reason } from './placement.js';
import type { Requirements } from './requirements.js';

/** All that holds for every size at one place. */
export interface Ground {
  country: string | null;
  /** How far from where it should be near to; null where that is not known or not asked. */
  distanceKm: number | null;
  /** How early its country stands in the list of countries. */
  countryRank: number;
  cloudRank: number;
  evaluation: Evaluation;
  /** What the policy excepts of its limit of the price at this cloud. */
  priceException: PolicyException | undefined;
  reasons: readonly Reason[];
}

/** All rules but that of the price, which each size has for itself, and of the cloud. */
const OF_THE_PLACE = RULES.filter((rule) => rule !== 'price' && rule !== 'control');
/** Who decides at a cloud is the same at all its places, and takes longest to tell. */
const OF_THE_CLOUD: readonly RuleId[] = ['control'];
const NO_RULES: Evaluation = { verdict: 'met', admitted: true, findings: [] };

/** What is to be said of a place for every size that is sold there. */
export function groundOf(
  { cloud, place }: Offer,
  wanted: Requirements,
  policy: SettledPolicy | undefined,
  facts: Facts,
  ofClouds: Map<string, readonly Finding[]>,
): Ground {
  const record = facts.claims.of(cloud);
  const within = Object.values(place.scopes);
  const country = place.country ?? (record && placeFactOf(record, place.id, ...within)?.country) ?? null;
  const candidate = {
    cloud,
    service: 'server',
    place: { id: place.id, country: place.country, within },
    price: null,
  } as const;
  const evaluation = policy ? evaluationAt(policy, candidate, facts, ofClouds) : NO_RULES;
  const distance = wanted.near && place.city ? distanceKm(wanted.near.city, place.city) : null;
  const countryRank = (wanted.countries ?? []).findIndex(
    (one) => country !== null && countriesHold([one], country, facts.today),
  );
  const cloudRank = (wanted.clouds ?? []).indexOf(cloud);
  const reasons: Reason[] = [];
  if (wanted.clouds && cloudRank < 0)
    reasons.push({ about: 'cloud', because: 'is at none of the clouds that are wanted' });
  if (wanted.countries && countryRank < 0)
    reasons.push({ about: 'country', because: elsewhere(country, wanted.countries) });
  if (wanted.exclude?.some((one) => one === cloud || one === `${cloud}/${place.id}`))
    reasons.push({ about: 'excluded', because: 'is excluded by the requirements' });
  const far = tooFar(distance, wanted.near);
  if (far) reasons.push({ about: 'distance', because: far });
  if (policy)
    for (const finding of objections(policy, evaluation))
      reasons.push({ about: 'policy', because: finding.because, finding });
  const priceException = policy && exceptionFor(policy, { rule: 'price', cloud }, facts.today);
  return { country, distanceKm: distance, countryRank, cloudRank, evaluation, priceException, reasons };
}

/** What the policy says of a place, in the order of its rules; what holds for the whole cloud is judged once there. */
function evaluationAt(
  policy: SettledPolicy,
  candidate: Candidate,
  facts: Facts,
  ofClouds: Map<string, readonly Finding[]>,
): Evaluation {
  const { cloud } = candidate;
  const once = ofClouds.get(cloud) ?? evaluate(policy, candidate, facts, OF_THE_CLOUD).findings;
  ofClouds.set(cloud, once);
  const own = evaluate(policy, candidate, facts, OF_THE_PLACE).findings;
  const findings = [...own, ...once].sort((a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule));
  return concluded(policy, findings);
}

/** The grounds of offers, each made once. */
export class Grounds {
  private readonly made = new Map<string, Map<string, Ground>>();

  constructor(private readonly make: (offer: Offer) => Ground) {}

  of(offer: Offer): Ground {
    const { cloud, place } = offer;
    const known = this.made.get(cloud)?.get(place.id);
    if (known) return known;
    const ground = this.make(offer);
    const there = this.made.get(cloud) ?? new Map<string, Ground>();
    this.made.set(cloud, there.set(place.id, ground));
    return ground;
  }
}

function elsewhere(country: string | null, wanted: readonly string[]): string {
  if (country === null) return `stands in a country that is not known; ${wanted.join(' or ')} is wanted`;
  return `stands in ${countryName(country)}; ${wanted.join(' or ')} is wanted`;
}

function tooFar(distance: number | null, near: Requirements['near']): string | undefined {
  if (near?.withinKm === undefined) return undefined;
  if (distance === null)
    return `is at a distance from ${near.city} that is not known; at most ${near.withinKm} km are wanted`;
  return distance > near.withinKm
    ? `is ${distance} km from ${near.city}; at most ${near.withinKm} km are wanted`
    : undefined;
}
