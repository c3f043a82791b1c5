import type { Exclusion, Reason } from './placement.js';

/** Of several reasons the one that is told: what no other size would change, first. */
const WEIGHT: readonly Reason['about'][] = [
  'policy',
  'country',
  'cloud',
  'distance',
  'excluded',
  'image',
  'price',
  'stock',
  'size',
];

/** Reasons that hold for a place, whatever the size: told of places; the others are told of sizes. */
const OF_THE_PLACE: readonly Reason['about'][] = ['policy', 'country', 'cloud', 'distance'];

/** How many names stand in one line. */
const MOST_NAMES = 4;

/**
 * Exclusions as a person reads them, one line for all of a cloud that is out for the same reason: first what the policy said, then where it
 * stands, last what is too small or sold out.
 *
 * @example
 * exclusionLines([{ cloud: 'a', region: 'x', size: 's', reasons: [{ about: 'stock', because: 'is sold out' }] }]); // ['a s: is sold out']
 */
export function exclusionLines(exclusions: readonly Exclusion[]): string[] {
  const lines = new Map<string, { weight: number; cloud: string; names: Set<string>; because: string }>();
  for (const { cloud, region, size, reasons } of exclusions) {
    const [first] = [...reasons].sort((a, b) => WEIGHT.indexOf(a.about) - WEIGHT.indexOf(b.about));
    if (!first) continue;
    const { about, finding } = first;
    // Each has a price of its own: what they have in common is told.
    const dear = about === 'price' && finding?.verdict === 'not-met';
    const because = dear ? 'costs more a month than the policy lets it' : first.because;
    const ofPlace = OF_THE_PLACE.includes(about);
    const key = `${cloud} ${because}`;
    const line = lines.get(key) ?? { weight: WEIGHT.indexOf(about), cloud, names: new Set<string>(), because };
    line.names.add(ofPlace ? region : size);
    lines.set(key, line);
  }
  return [...lines.values()]
    .sort((a, b) => a.weight - b.weight)
    .map(({ cloud, names, because }) =>
      because.startsWith(`${cloud} `) ? because : `${cloud} ${few([...names])}: ${because}`,
    );
}

function few(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names.slice(0, MOST_NAMES - 1).join(', ')} and ${names.length - MOST_NAMES + 1} more`;
}
