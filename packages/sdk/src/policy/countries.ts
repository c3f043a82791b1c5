import { z } from 'zod';
import { EEA, EFTA, EU } from '../claims/index.js';

/**
 * Countries outside the EEA whose data protection the European Commission found adequate as a whole (commission.europa.eu, adequacy
 * decisions; Brazil by the decision of 2026-01-26; read 2026-11). Canada and the United States are not among them: there the decision
 * covers some organisations alone, and which, no country code can say.
 */
export const ADEQUATE: readonly string[] = 'AD AR BR CH FO GB GG IL IM JE JP KR NZ UY'.split(' ');

/** Names for several countries at once. */
export const COUNTRY_SETS = { EU, EEA, EFTA, ADEQUATE } as const;

/** A country, or one of the names in {@link COUNTRY_SETS}. */
export const CountryOrSet = z.string().refine((text) => /^[A-Z]{2}$/.test(text) || Object.hasOwn(COUNTRY_SETS, text), {
  error: ({ input }) =>
    `${JSON.stringify(input)} is no country; write two capitals (ISO 3166-1), or one of ${Object.keys(COUNTRY_SETS).join(', ')}`,
});

/**
 * The countries that a list of countries and sets means.
 *
 * @example
 * countriesIn(['EFTA', 'DE']); // a set of CH, IS, LI, NO and DE
 */
export function countriesIn(list: readonly string[]): ReadonlySet<string> {
  const sets: Readonly<Record<string, readonly string[]>> = COUNTRY_SETS;
  // `EU` is a set here and no country, though ISO 3166-1 reserves it.
  return new Set(list.flatMap((name) => (Object.hasOwn(sets, name) ? (sets[name] ?? []) : [name])));
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
