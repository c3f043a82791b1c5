import { CloudError, type Issue, isCloudError } from '../errors/index.js';
import type { AnyKind } from '../kinds/model/index.js';
import type { Spot } from '../places/index.js';
import type { Plan } from '../runtime/change/plan.js';
import type { CallOptions, Collection } from '../runtime/collection.js';
import { missingReferences, referencesAt } from './references.js';
import { spotName, wordsOf } from './spot.js';

/** What is to be made at one of several spots. */
export interface AtSpots {
  kind: AnyKind;
  spots: readonly Spot[];
  spec: Readonly<Record<string, unknown>>;
  /** Every cloud that references may name things of. */
  clouds: readonly string[];
  collection(cloud: string): Collection<AnyKind>;
}

/** What a create would do at one spot. */
export interface PlanAt {
  spot: Spot;
  plan: Plan;
  /** It has none left there, by what the cloud tells now. */
  soldOut: boolean;
}

/** The name under which spots are told of: `candidates`, 2, `region` is where an issue of one of them stands. */
export const CANDIDATES = 'candidates';

const SOLD_OUT: readonly Issue['code'][] = ['out-of-stock', 'quota-exceeded'];

/**
 * What a create would do at each spot, and everything that is wrong with it. A spot that has none left is passed by, and so is an error only
 * where all are; whatever else is wrong with one of them is, since that one may be used.
 */
export async function planAtSpots(
  at: AtSpots,
  unknown: ReadonlySet<string>,
  options: CallOptions = {},
): Promise<{ plans: PlanAt[]; issues: Issue[] }> {
  const plans = await Promise.all(at.spots.map((spot) => planAt(at, spot, unknown, options)));
  const issues = plans.every(({ soldOut }) => soldOut) ? told(at, plans) : told(at, plans.map(passedBy));
  return { plans, issues };
}

/** What has none left is worth a warning where another spot has. */
function passedBy(planned: PlanAt): PlanAt {
  if (!planned.soldOut) return planned;
  const issues = planned.plan.issues.map((one) => ({ ...one, severity: 'warning' as const }));
  return { ...planned, plan: { ...planned.plan, issues } };
}

async function planAt(
  { kind, spec, clouds, collection }: AtSpots,
  spot: Spot,
  unknown: ReadonlySet<string>,
  options: CallOptions,
): Promise<PlanAt> {
  const missing = missingReferences(kind.attributes, spec, spot.cloud, clouds);
  const there = { ...referencesAt(kind.attributes, spec, spot.cloud, clouds), ...wordsOf(spot) };
  const asked = await ask(collection, spot, { spec: there, unknown, prior: null }, options);
  const plan = missing.length > 0 ? { ...asked, issues: [...missing, ...asked.issues] } : asked;
  const errors = plan.issues.filter(({ severity }) => severity === 'error');
  return { spot, plan, soldOut: errors.length > 0 && errors.every(({ code }) => SOLD_OUT.includes(code)) };
}

/** A cloud that is not configured is wrong with the spot, as any other mistake in it. */
async function ask(
  collection: AtSpots['collection'],
  { cloud }: Spot,
  request: Parameters<Collection<AnyKind>['plan']>[0],
  options: CallOptions,
): Promise<Plan> {
  try {
    return await collection(cloud).plan(request, options);
  } catch (error) {
    if (!isCloudError(error)) throw error;
    const { attribute = [], message, next } = error.details;
    const issues: Issue[] = [{ severity: 'error', code: error.code, attribute, message, ...(next && { next }) }];
    return { issues, values: {}, changed: [], replace: [], touched: [], disruption: 'none', place: null };
  }
}

/** Each issue once, with how many spots it is about: what a spot says is to blame for, at the first of them. */
function told({ kind, spots }: AtSpots, plans: readonly PlanAt[]): Issue[] {
  const same = new Map<string, { one: Issue; spot: Spot; i: number; times: number }>();
  for (const [i, { plan, spot }] of plans.entries())
    for (const one of plan.issues) {
      const key = JSON.stringify([one.severity, one.attribute, one.message]);
      const known = same.get(key);
      same.set(key, known ? { ...known, times: known.times + 1 } : { one, spot, i, times: 1 });
    }
  return [...same.values()].map(({ one, spot, i, times }) => {
    const [name] = one.attribute;
    const ofModel = name !== undefined && name in kind.attributes && !(name in spot);
    // What is wrong wherever it stands is no matter of the spots.
    if (ofModel && times === spots.length) return one;
    const message = `${spotName(spot)}${times > 1 ? ` (and ${times - 1} more)` : ''}: ${one.message}`;
    if (ofModel) return { ...one, message };
    return { ...one, attribute: [CANDIDATES, i, ...(name !== undefined && name in spot ? [name] : [])], message };
  });
}

/** The issues as one error; undefined where there is none among them. */
export function spotsError(kind: AnyKind, issues: readonly Issue[]): CloudError | undefined {
  const [first, ...more] = issues.filter(({ severity }) => severity === 'error');
  if (!first) return undefined;
  return new CloudError(first.code, {
    kind: kind.name,
    attribute: first.attribute,
    message: [first.message, ...more.map(({ message }) => message)].join('; '),
    next: first.next,
  });
}
