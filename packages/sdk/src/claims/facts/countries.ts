/** Members of the European Union (Treaty on European Union, article 52; Croatia since 2013, the United Kingdom until January 2020). */
export const EU: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/**
 * The European Economic Area: the Union with Iceland, Liechtenstein and Norway, to which personal data flow as within it (European
 * Commission, data protection adequacy, https://commission.europa.eu/law/law-topic/data-protection, read 2026-11-26).
 */
export const EEA: readonly string[] = [...EU, 'IS', 'LI', 'NO'];

/** The European Free Trade Association: Switzerland and the three that are in the Economic Area too. */
export const EFTA: readonly string[] = ['CH', 'IS', 'LI', 'NO'];
