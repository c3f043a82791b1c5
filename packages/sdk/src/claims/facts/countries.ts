/** Members of the European Union (https://dataprivacymanager.net/glossary/eu-member-states/, read 2026-11-26). */
export const EU: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/**
 * The European Economic Area: the Union with Iceland, Liechtenstein and Norway
 * (https://www.destatis.de/Europa/EN/Country/EFTA-countries/EFTA-Countries.html, read 2026-11-26).
 */
export const EEA: readonly string[] = [...EU, 'IS', 'LI', 'NO'];

/** The European Free Trade Association: Switzerland and the three that are in the Economic Area too (the same page). */
export const EFTA: readonly string[] = ['CH', 'IS', 'LI', 'NO'];
