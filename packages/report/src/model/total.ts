import {
  type Cost,
  evaluateTotal,
  exceptionFor,
  type Finding,
  priceInPolicy,
  type SettledPolicy,
} from '@hansa/sdk/policy';

/**
 * Holds all things together against the limit of a policy, each at the dearest place where it may stand; where none of the known prices
 * breaks the limit, one that nobody tells counts before those that are told. Undefined where the policy sets no limit.
 *
 * @param ways of each thing what it may cost, by its cloud; none of what has no price
 */
export function evaluateTotalAtMost(
  policy: SettledPolicy,
  ways: readonly (readonly Cost[])[],
  today: string,
): Finding | undefined {
  const worth = (cost: Cost) =>
    exceptionFor(policy, { rule: 'price', cloud: cost.cloud }, today) ? 0 : priceInPolicy(policy, cost);
  /** @param unknown what a price counts for that nobody tells, when they are put in order */
  const dearest = (unknown: number) =>
    ways.flatMap((some) => [...some].sort((a, b) => (worth(b) ?? unknown) - (worth(a) ?? unknown)).slice(0, 1));
  const known = evaluateTotal(policy, dearest(-1), today);
  return known?.verdict === 'met' ? evaluateTotal(policy, dearest(Number.MAX_VALUE), today) : known;
}
