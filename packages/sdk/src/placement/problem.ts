import type { Finding } from '../policy/index.js';
import type { Exclusion, Problem, Reason } from './placement.js';
import type { Requirements } from './requirements.js';
import type { Spot } from './spread.js';

const WORDS: Readonly<Record<Reason['about'] | 'untold', string>> = {
  cloud: 'at other clouds',
  country: 'in other countries',
  distance: 'too far away',
  excluded: 'excluded',
  size: 'of another size',
  stock: 'sold out or being withdrawn',
  image: 'without the image',
  price: 'too expensive for the policy',
  untold: 'of a price that nobody tells, and the policy limits it',
  policy: 'against the policy',
};

/** How many sentences of the policy are told; a person reads a few, and all of them stand in the exclusions. */
const MOST_SENTENCES = 5;

/** Why nothing is left, in numbers, and what the policy said of what would have done otherwise. */
export function nothingFits(exclusions: readonly Exclusion[]): Problem {
  if (exclusions.length === 0)
    return { because: 'nothing is offered', details: [], next: ['check that the clouds answer'] };
  const abouts = Object.keys(WORDS) as (keyof typeof WORDS)[];
  const counts = abouts.flatMap((about) => {
    const many = exclusions.filter(({ reasons }) => reasons.some((reason) => countedAs(reason) === about)).length;
    return many > 0 ? [`${many} ${many === 1 ? 'is' : 'are'} ${WORDS[about]}`] : [];
  });
  const decided = exclusions.filter(({ reasons }) => reasons.every(({ finding }) => finding !== undefined));
  const findings = decided.flatMap(({ reasons }) => reasons.flatMap(({ finding }) => finding ?? []));
  const next = [...new Set(findings.flatMap((finding) => finding.next))];
  return {
    because: `none of ${exclusions.length} offers will do: ${counts.join(', ')}`,
    details: sentences(findings),
    next: next.length > 0 ? next.slice(0, MOST_SENTENCES) : ['ask for less, or allow more'],
  };
}

/** A price that is not known is not a high one. */
function countedAs({ about, finding }: Reason): keyof typeof WORDS {
  return about === 'price' && finding?.verdict === 'unknown' ? 'untold' : about;
}

/** Each once, and what is said of a cloud as a whole before what is said of its places; what each size costs is in the numbers. */
function sentences(findings: readonly Finding[]): string[] {
  const told = findings.filter(({ rule }) => rule !== 'price');
  const ordered = [
    ...told.filter(({ rule }) => rule !== 'countries'),
    ...told.filter(({ rule }) => rule === 'countries'),
  ].map(({ because }) => because);
  const all = [...new Set(ordered)];
  const more = all.length - MOST_SENTENCES;
  return more > 0 ? [...all.slice(0, MOST_SENTENCES), `and ${more} more`] : all;
}

const APART: Readonly<
  Record<keyof NonNullable<Requirements['spread']>, [string, (spot: Spot) => string | number | null]>
> = {
  controlChains: ['control chains', ({ chain }) => chain],
  countries: ['countries', ({ country }) => country],
  clouds: ['clouds', ({ cloud }) => cloud],
  places: ['places', ({ place }) => place],
};

/** Why what is left does not stand far enough apart. */
export function notApart(spots: readonly Spot[], spread: NonNullable<Requirements['spread']>): Problem {
  const asked = Object.entries(spread) as [keyof typeof APART, number][];
  const short = asked.flatMap(([name, apart]) => {
    const [word, of] = APART[name];
    const there = new Set(spots.map(of));
    const unknown = there.delete(null);
    const doubt = unknown ? ', and of some it is not known' : '';
    return there.size < apart ? [`${apart} ${word} are wanted, and what would do is in ${there.size}${doubt}`] : [];
  });
  const both = asked.map(([name, apart]) => `${apart} ${APART[name][0]}`).join(' and ');
  return {
    because: short.length > 0 ? short.join('; ') : `no set of places was found that is over ${both} at once`,
    details: [],
    next: ['ask for less spread', 'or allow more clouds or countries'],
  };
}
