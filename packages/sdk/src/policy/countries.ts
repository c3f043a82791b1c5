import * as z from 'zod';
import { ADEQUACY, adequacyOf, EEA, EFTA, EU } from '../claims/index.js';

/**
 * Names for several countries at once. `ADEQUATE` is outside the EEA: countries whose data protection the European Commission found
 * adequate, as a whole and by a decision that is in force. Where a decision covers some organisations alone (Canada, the United States), a
 * country code cannot say which.
 */
export const COUNTRY_SETS: Readonly<Record<string, (day: string) => readonly string[]>> = {
  EU: () => EU,
  EEA: () => EEA,
  EFTA: () => EFTA,
  ADEQUATE: (day) =>
    ADEQUACY.flatMap(({ country, only }) => (only === undefined && adequacyOf(country, day) ? [country] : [])),
};

/** A country, or one of the names in {@link COUNTRY_SETS}. */
export const CountryOrSet = z.string().refine((text) => /^[A-Z]{2}$/.test(text) || Object.hasOwn(COUNTRY_SETS, text), {
  error: ({ input }) =>
    `${JSON.stringify(input)} is no country; write two capitals (ISO 3166-1), or one of ${Object.keys(COUNTRY_SETS).join(', ')}`,
});

/**
 * Whether a country is in a list of countries and sets, on a day.
 *
 * @example
 * countriesHold(['EEA', 'ADEQUATE'], 'CH', '2026-11-26'); // true
 */
export function countriesHold(list: readonly string[], country: string, day: string): boolean {
  return list.some((name) => membersOf(name, day).includes(country));
}

/**
 * The countries that a list of countries and sets means on a day.
 *
 * @example
 * countriesIn(['EFTA', 'DE'], '2026-11-26').size; // 5
 */
export function countriesIn(list: readonly string[], day: string): ReadonlySet<string> {
  return new Set(list.flatMap((name) => membersOf(name, day)));
}

/** `EU` is a set here and no country, though ISO 3166-1 reserves it. */
function membersOf(name: string, day: string): readonly string[] {
  const set = Object.hasOwn(COUNTRY_SETS, name) ? COUNTRY_SETS[name] : undefined;
  return set ? set(day) : [name];
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/**
 * A country as people read it.
 *
 * @example
 * countryName('MX'); // 'MX (Mexico)'
 */
export function countryName(code: string): string {
  const name = names.of(code);
  return name && name !== code ? `${code} (${name})` : code;
}
