/** Members of the European Union (european-union.europa.eu, EU countries, read 2026-11). */
export const EU: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** The European Economic Area: the Union with Iceland, Liechtenstein and Norway (efta.int, EEA agreement, read 2026-11). */
export const EEA: readonly string[] = [...EU, 'IS', 'LI', 'NO'];

/** The European Free Trade Association (efta.int, read 2026-11). */
export const EFTA: readonly string[] = ['CH', 'IS', 'LI', 'NO'];
