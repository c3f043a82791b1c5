import type { Choice, Exclusion, Placed } from '@hansa/sdk/placement';
import type { ObjectValue, Value } from '@hansa/terraform-plugin';

/** How many places to go to next stand in the state: who needs more changes what is asked. */
const MOST_ALTERNATIVES = 10;

/** How many lines of exclusions stand in the state. */
const MOST_LINES = 100;

/** A placement as Terraform keeps it. */
export function outputsOf({ choices, alternatives, exclusions, unanswered }: Placed): ObjectValue {
  const [first] = choices.map(choiceOf);
  const { verdict: _, ...best } = first ?? {};
  return {
    id: choices.map(({ cloud, region, size }) => `${cloud}/${region}/${size}`).join(','),
    ...best,
    choices: choices.map(choiceOf),
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

/** Sizes of one place that are out for the same reasons in one line: `hetzner ash (cx22, cx32): stands in US (United States); …`. */
function lines(exclusions: readonly Exclusion[]): Value[] {
  const groups = new Map<string, { where: string; sizes: string[]; because: string }>();
  for (const { cloud, region, size, reasons } of exclusions) {
    const where = `${cloud} ${region}`;
    const because = reasons.map((reason) => reason.because).join('; ');
    const group = groups.get(`${where} ${because}`) ?? { where, sizes: [], because };
    group.sizes.push(size);
    groups.set(`${where} ${because}`, group);
  }
  const all = [...groups.values()].map(({ where, sizes, because }) => `${where} (${few(sizes)}): ${because}`);
  const more = all.length - MOST_LINES;
  return more > 0 ? [...all.slice(0, MOST_LINES), `and ${more} more`] : all;
}

function few(sizes: readonly string[]): string {
  return sizes.length > 4 ? `${sizes.slice(0, 3).join(', ')} and ${sizes.length - 3} more` : sizes.join(', ');
}
