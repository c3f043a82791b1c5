import type { Offer } from '../catalogue/index.js';
import type { NativeImage } from '../images/index.js';
import { evaluateTotal, type Facts, findingText, objections, type SettledPolicy } from '../policy/index.js';
import { type Measure, measureOf } from '../sizes/index.js';
import { controlChains } from './chains.js';
import { type Candidate, type Context, consider } from './consider.js';
import { type Ground, Grounds, groundOf } from './ground.js';
import type { Choice, Exclusion, Placement } from './placement.js';
import { notApart, nothingFits } from './problem.js';
import { type Requirements, readRequirements, wishOf } from './requirements.js';
import { type Apart, countsAs, type Spot, spreadOver } from './spread.js';
import { standIns } from './stand-ins.js';
import { totalOf } from './total.js';
import { worthOf } from './worth.js';

/** What a placement is made of. */
export interface PlaceInput {
  requirements: Requirements;
  offers: readonly Offer[];
  /** What is known of clouds, and the day to judge by. */
  facts: Facts;
  policy?: SettledPolicy;
  /** The images of a place; null or absent where they are not known, and then none is missed. */
  images?(cloud: string, place: string): readonly NativeImage[] | null;
}

/**
 * Places instances among offers: what is asked, what the policy lets through, what is best. The same input has the same outcome; every
 * offer is a choice, an alternative, or excluded for reasons that are told.
 *
 * @throws CloudError `invalid` at a requirement that is none
 * @example
 * const { offers } = await hansa.offers({ clouds: ['hetzner'] });
 * const facts = { claims: { of: () => undefined }, today: '2026-11-26' };
 * placeOffers({ requirements: { size: 'SCS-2V-4', countries: ['DE'] }, offers, facts }).choices[0]?.country; // 'DE'
 */
export function placeOffers({ offers, facts, policy, images, ...input }: PlaceInput): Placement {
  const wanted = readRequirements(input.requirements);
  const measure = measureOf(wishOf(wanted)) as Measure;
  const context = { wanted, measure, policy, facts, images, worth: worthOf(offers, policy) };
  const grounds = new Grounds((offer) => groundOf(offer, wanted, policy, facts));
  const candidates: Candidate[] = [];
  const exclusions: Exclusion[] = [];
  for (const offer of offers) {
    const found = consider(offer, grounds.of(offer), context);
    if ('reasons' in found) exclusions.push(found);
    else candidates.push(found);
  }
  candidates.sort(byCost);
  return concluded(candidates, exclusions, context);
}

function byCost(a: Candidate, b: Candidate): number {
  for (let i = 0; i < a.cost.length; i += 1) if (a.cost[i] !== b.cost[i]) return (a.cost[i] ?? 0) - (b.cost[i] ?? 0);
  return (
    compare(a.choice.cloud, b.choice.cloud) ||
    compare(a.choice.region, b.choice.region) ||
    compare(a.choice.size, b.choice.size)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Chooses among the candidates, best first. */
function concluded(
  candidates: readonly Candidate[],
  exclusions: readonly Exclusion[],
  { wanted, policy, facts, worth }: Omit<Context, 'measure' | 'images'>,
): Placement {
  const { instances = 1, spread = {} } = wanted;
  const all = candidates.map(({ choice }) => choice);
  const without = (problem: Placement['problem']): Placement => ({
    choices: [],
    candidates: [],
    alternatives: all,
    exclusions,
    total: null,
    problem,
  });
  if (candidates.length === 0) return without(nothingFits(exclusions));
  const chains = controlChains([...new Set(all.map(({ cloud }) => cloud))], facts, policy);
  const spots = spotsOf(candidates, chains);
  const picked = spreadOver(spots, spread, instances);
  if (!picked) return without(notApart(spots, spread));
  const choices = Array.from({ length: instances }, (_, i) => picked[i % picked.length]?.choice as Choice);
  const costs = choices.map(({ cloud, offer: { price } }) => ({
    cloud,
    perMonth: price?.perMonth ?? null,
    currency: price?.currency ?? null,
  }));
  const whole = policy && evaluateTotal(policy, costs, facts.today);
  if (policy && whole && objections(policy, { findings: [whole] }).length > 0)
    return without({ because: findingText(whole), details: [], next: whole.next });
  const taken = new Set(choices.map(({ offer }) => offer));
  const alternatives = all.filter(({ offer }) => !taken.has(offer));
  const total = totalOf(choices, worth);
  const limit = policy?.price?.total;
  const reach = {
    likeness: (choice: Choice) => countsAs(placeOf(choice, chains), spread),
    worth: ({ offer }: Choice) => worth.of(offer),
    headroom: limit === undefined ? null : (limit - total.known) / instances,
  };
  return {
    choices,
    candidates: standIns(choices, alternatives, reach),
    alternatives,
    exclusions,
    total,
    problem: null,
  };
}

/** The best candidate of each place, the best first. */
function spotsOf(
  candidates: readonly Candidate[],
  chains: ReadonlyMap<string, number | null>,
): (Spot & { choice: Choice })[] {
  const spots = new Map<Ground, Spot & { choice: Choice }>();
  for (const { choice, cost, ground } of candidates)
    if (!spots.has(ground)) spots.set(ground, { ...placeOf(choice, chains), cost, choice });
  return [...spots.values()];
}

/** Where a choice stands, in each respect in which places can be apart. */
function placeOf({ cloud, country, region }: Choice, chains: ReadonlyMap<string, number | null>): Apart {
  return { chain: chains.get(cloud) ?? null, country, cloud, place: `${cloud}/${region}` };
}
