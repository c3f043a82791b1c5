import {
  type Choice,
  type Exclusion,
  exclusionLines,
  type Placed,
  type Total,
  uncountedLine,
} from '@hansa/sdk/placement';
import type { ObjectValue, Value } from '@hansa/terraform-plugin';

/** How many places to go to next stand in the state: who needs more changes what is asked. */
const MOST_ALTERNATIVES = 10;

/** How many lines of exclusions stand in the state. */
const MOST_LINES = 100;

/** A placement as Terraform keeps it. */
export function outputsOf({ choices, candidates, alternatives, exclusions, unanswered, total }: Placed): ObjectValue {
  const [first] = choices.map(choiceOf);
  const { verdict: _, ...best } = first ?? {};
  return {
    id: choices.map(({ cloud, region, size }) => `${cloud}/${region}/${size}`).join(','),
    ...best,
    candidates: (candidates[0] ?? []).map(choiceOf),
    choices: choices.map((one, i) => ({ ...choiceOf(one), candidates: (candidates[i] ?? []).map(choiceOf) })),
    total: total && totalValue(total),
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES).map(choiceOf),
    excluded: [...unanswered.map(({ cloud, because }) => `${cloud}: ${because}`), ...lines(exclusions)],
  };
}

function choiceOf({ cloud, region, size, country, offer: { price }, verdict }: Choice): ObjectValue {
  return {
    ...{ cloud, region, size, country, verdict },
    price_per_month: price?.perMonth ?? null,
    price_currency: price?.currency ?? null,
  };
}

function totalValue(total: Total): ObjectValue {
  const { perMonth, known, currency, unknown } = total;
  return { per_month: perMonth, known, currency, unknown: unknown.map(uncountedLine) };
}

/** Why everything else was not taken, as far as a person reads. */
function lines(exclusions: readonly Exclusion[]): Value[] {
  const all = exclusionLines(exclusions);
  const more = all.length - MOST_LINES;
  return more > 0 ? [...all.slice(0, MOST_LINES), `and ${more} more`] : all;
}
