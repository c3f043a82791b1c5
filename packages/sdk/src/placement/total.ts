import { money } from '../policy/index.js';
import type { Choice } from './placement.js';
import type { Worth } from './worth.js';

/** What all instances cost a month together, net. */
export interface Total {
  /** Null as soon as the price of one is not known. */
  perMonth: number | null;
  /** What is known of it: no less than this. */
  known: number;
  /** The policy's, else the one in which most offers are; null where no offer has a price. */
  currency: string | null;
  instances: number;
  /** Choices of whose price nothing counts, each once; none where `perMonth` is told. */
  unknown: readonly Uncounted[];
}

/** A choice whose price is not in the total, and why. */
export interface Uncounted {
  cloud: string;
  region: string;
  size: string;
  /** How many instances go there. */
  instances: number;
  /** To be read behind its name: `has no price that anybody tells`. */
  because: string;
}

/** Adds up the choices of a placement, one an instance. */
export function totalOf(choices: readonly Choice[], { currency, of }: Worth): Total {
  const worths = choices.map(({ offer }) => of(offer));
  const open = choices.filter((_choice, i) => worths[i] === null);
  const unknown = [...new Set(open)].map((choice) => {
    const { cloud, region, size } = choice;
    const instances = open.filter((one) => one === choice).length;
    return { cloud, region, size, instances, because: uncounted(choice, currency) };
  });
  const known = worths.reduce<number>((sum, worth) => sum + (worth ?? 0), 0);
  return { perMonth: open.length > 0 ? null : known, known, currency, instances: choices.length, unknown };
}

function uncounted({ offer: { price } }: Choice, currency: string | null): string {
  if (price?.perMonth == null) return 'has no price a month that anybody tells';
  return `costs ${money(price.perMonth, price.currency)} a month, and what that is in ${currency ?? 'another currency'} is not said`;
}

/**
 * A total as a person reads it, in sentences: what is known of it first, then what is not.
 *
 * @example
 * totalLines({ perMonth: 12, known: 12, currency: 'EUR', instances: 2, unknown: [] }); // ['Together 12.00 EUR a month.']
 */
export function totalLines({ perMonth, known, currency, instances, unknown }: Total): string[] {
  if (perMonth !== null) return [`Together ${money(perMonth, currency ?? '')} a month.`];
  const open = unknown.reduce((sum, one) => sum + one.instances, 0);
  const some = known > 0 && currency !== null;
  const head = some
    ? `Together at least ${money(known, currency)} a month: the price of ${open} of ${instances} instances is not in it.`
    : 'What they cost together is not known.';
  return [head, ...unknown.map((one) => `${uncountedLine(one)}.`)];
}

/**
 * What a total does not hold, as a sentence without its stop.
 *
 * @example
 * const size = { cloud: 'a', region: 'x', size: 's', instances: 2 };
 * uncountedLine({ ...size, because: 'has no price' }); // 'a/x/s (2 instances) has no price'
 */
export function uncountedLine({ cloud, region, size, instances, because }: Uncounted): string {
  return `${cloud}/${region}/${size}${instances > 1 ? ` (${instances} instances)` : ''} ${because}`;
}
