import type { Offer } from '../catalogue/index.js';
import type { NativeImage } from '../images/index.js';
import {
  evaluateTotal,
  type Facts,
  type Finding,
  findingText,
  objections,
  type SettledPolicy,
} from '../policy/index.js';
import { type Measure, measureOf } from '../sizes/index.js';
import { controlChains } from './chains.js';
import { type Context, consider, costBy, objectivesOf } from './consider.js';
import { type Ground, Grounds, groundOf } from './ground.js';
import { misfitBy } from './misfit.js';
import { Costs } from './order.js';
import type { Choice, Exclusion, Placement } from './placement.js';
import { PriceRule } from './price-rule.js';
import { notApart, nothingFits } from './problem.js';
import { type Objective, type Requirements, readRequirements, wishOf } from './requirements.js';
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
  const context = {
    ...{ wanted, measure, policy, facts, images },
    worth: worthOf(offers, policy),
    price: new PriceRule(policy),
    misfit: misfitBy(measure),
  };
  const ofClouds = new Map<string, readonly Finding[]>();
  const grounds = new Grounds((offer) => groundOf(offer, wanted, policy, facts, ofClouds));
  const candidates: Choice[] = [];
  const at: Ground[] = [];
  const exclusions: Exclusion[] = [];
  const objectives = objectivesOf(wanted);
  const costs = new Costs(objectives.length, offers.length);
  const found = {
    choice: undefined as never as Choice,
    ground: undefined as never as Ground,
    context,
    worth: null as number | null,
  };
  for (const offer of offers) {
    const ground = grounds.of(offer);
    const worth = context.worth.of(offer);
    const one = consider(offer, worth, ground, context);
    if ('reasons' in one) {
      exclusions.push(one);
      continue;
    }
    found.choice = one;
    found.ground = ground;
    found.worth = worth;
    for (let i = 0; i < objectives.length; i += 1)
      costs.set(candidates.length, i, costBy(objectives[i] as Objective, found));
    candidates.push(one);
    at.push(ground);
  }
  const order = costs.order(candidates.length, (a, b) => byName(candidates[a] as Choice, candidates[b] as Choice));
  const all: Choice[] = [];
  for (const i of order) all.push(candidates[i] as Choice);
  const ranked: Ranked = {
    all,
    spots: (chains) => spotsOf(order, { candidates, at, costs, chains }),
  };
  return concluded(ranked, exclusions, context);
}

/** Candidates, the best first. */
interface Ranked {
  all: readonly Choice[];
  /** The best of each place, the best first. */
  spots(chains: Chains): (Spot & { choice: Choice })[];
}

type Chains = ReadonlyMap<string, number | null>;

function byName(a: Choice, b: Choice): number {
  return compare(a.cloud, b.cloud) || compare(a.region, b.region) || compare(a.size, b.size);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Chooses among the candidates, best first. */
function concluded(
  { all, spots: spotsBy }: Ranked,
  exclusions: readonly Exclusion[],
  { wanted, policy, facts, worth }: Pick<Context, 'wanted' | 'policy' | 'facts' | 'worth'>,
): Placement {
  const { instances = 1, spread = {} } = wanted;
  const without = (problem: Placement['problem']): Placement => ({
    choices: [],
    candidates: [],
    alternatives: all,
    exclusions,
    total: null,
    problem,
  });
  if (all.length === 0) return without(nothingFits(exclusions));
  const chains = controlChains([...new Set(all.map(({ cloud }) => cloud))], facts, policy);
  const spots = spotsBy(chains);
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

function spotsOf(
  order: Uint32Array,
  {
    candidates,
    at,
    costs,
    chains,
  }: { candidates: readonly Choice[]; at: readonly Ground[]; costs: Costs; chains: Chains },
): (Spot & { choice: Choice })[] {
  const spots = new Map<Ground, Spot & { choice: Choice }>();
  for (const i of order) {
    const ground = at[i] as Ground;
    if (spots.has(ground)) continue;
    const choice = candidates[i] as Choice;
    spots.set(ground, { ...placeOf(choice, chains), cost: costs.of(i), choice });
  }
  return [...spots.values()];
}

/** Where a choice stands, in each respect in which places can be apart. */
function placeOf({ cloud, country, region }: Choice, chains: Chains): Apart {
  return { chain: chains.get(cloud) ?? null, country, cloud, place: `${cloud}/${region}` };
}
