/** A schematic map of Europe, a tile a country: columns from the west, rows from the north. Our own drawing; no geodata stands behind it. */
export const TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  IS: [0, 0],
  NO: [4, 0],
  SE: [5, 0],
  FI: [6, 0],
  DK: [4, 1],
  EE: [6, 1],
  IE: [0, 2],
  GB: [1, 2],
  LV: [6, 2],
  BE: [2, 3],
  NL: [3, 3],
  DE: [4, 3],
  PL: [5, 3],
  LT: [6, 3],
  FR: [2, 4],
  LU: [3, 4],
  CZ: [4, 4],
  SK: [5, 4],
  UA: [6, 4],
  LI: [2, 5],
  CH: [3, 5],
  AT: [4, 5],
  HU: [5, 5],
  RO: [6, 5],
  MD: [7, 5],
  PT: [0, 6],
  ES: [1, 6],
  IT: [3, 6],
  SI: [4, 6],
  HR: [5, 6],
  RS: [6, 6],
  BG: [7, 6],
  AD: [1, 7],
  MT: [3, 7],
  BA: [4, 7],
  ME: [5, 7],
  XK: [6, 7],
  MK: [7, 7],
  TR: [8, 7],
  AL: [6, 8],
  GR: [7, 8],
  CY: [8, 8],
};

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** A country's name; the code where it is none. */
export function countryName(code: string | null): string {
  if (code === null) return 'unknown country';
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
