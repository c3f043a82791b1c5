/** A decision of the European Commission that a country protects personal data adequately (GDPR, article 45). */
export interface Adequacy {
  country: string;
  /** Whom it covers where that is not everybody. */
  only?: string;
  /** Its last day; null where it has none. */
  validUntil: string | null;
  evidenceUrl: string;
  observedOn: string;
}

const list = { evidenceUrl: 'https://betterineurope.eu/en/glossary/eu-adequacy-decisions/', observedOn: '2026-11-26' };
const open = (country: string, only?: string): Adequacy => ({
  country,
  ...(only ? { only } : {}),
  validUntil: null,
  ...list,
});

/** The decisions there are. They are about data protection, not about who controls a cloud. */
export const ADEQUACY: readonly Adequacy[] = [
  ...['AD', 'AR', 'CH', 'FO', 'GG', 'IL', 'IM', 'JE', 'JP', 'KR', 'NZ', 'UY'].map((country) => open(country)),
  open('CA', 'commercial organisations under PIPEDA'),
  open('US', 'organisations certified under the EU-US Data Privacy Framework'),
  {
    country: 'GB',
    validUntil: '2031-12-27',
    evidenceUrl: 'https://gdprbuzz.com/news/eu-extends-uk-gdpr-adequacy-decision-for-six-more-years',
    observedOn: '2026-11-26',
  },
  {
    country: 'BR',
    validUntil: null,
    evidenceUrl: 'https://www.stevens-bolton.com/insights/102mh6r/eu-and-brazil-adopt-mutual-adequacy-decisions',
    observedOn: '2026-11-26',
  },
];

/**
 * The decision on a country that is in force on a day; undefined where there is none. Countries of the EEA need none.
 *
 * @example
 * adequacyOf('GB', '2032-01-01'); // undefined
 */
export function adequacyOf(country: string, day: string): Adequacy | undefined {
  return ADEQUACY.find((one) => one.country === country && (one.validUntil === null || one.validUntil >= day));
}
