/**
 * Where cities with data centres lie, degrees north and east, to a tenth: the cities that drivers and records name. Common knowledge, held
 * against no gazetteer; a tenth of a degree is 11 km, and nothing to a round trip.
 */
export const CITIES: Readonly<Record<string, readonly [north: number, east: number]>> = {
  Amsterdam: [52.4, 4.9],
  Ashburn: [39.0, -77.5],
  Beauharnois: [45.3, -73.9],
  Bergamo: [45.7, 9.7],
  Berlin: [52.5, 13.4],
  Biere: [52.0, 11.7],
  Brussels: [50.8, 4.4],
  Chicago: [41.9, -87.6],
  Copenhagen: [55.7, 12.6],
  Dublin: [53.3, -6.3],
  Falkenstein: [50.5, 12.4],
  Frankfurt: [50.1, 8.7],
  Geneva: [46.2, 6.1],
  Gravelines: [51.0, 2.1],
  Hamburg: [53.6, 10.0],
  Helsinki: [60.2, 24.9],
  Hillsboro: [45.5, -123.0],
  Karlskrona: [56.2, 15.6],
  'Las Vegas': [36.2, -115.1],
  Lenexa: [38.9, -94.7],
  Lisbon: [38.7, -9.1],
  Łódź: [51.8, 19.5],
  Logroño: [42.5, -2.4],
  London: [51.5, -0.1],
  Lupfig: [47.4, 8.2],
  Madrid: [40.4, -3.7],
  Magdeburg: [52.1, 11.6],
  Milan: [45.5, 9.2],
  Montreal: [45.5, -73.6],
  Mumbai: [19.1, 72.9],
  Munich: [48.1, 11.6],
  Newark: [40.7, -74.2],
  'New York': [40.7, -74.0],
  Nuremberg: [49.5, 11.1],
  Oslo: [59.9, 10.8],
  Paris: [48.9, 2.4],
  Prague: [50.1, 14.4],
  Roubaix: [50.7, 3.2],
  Rümlang: [47.5, 8.5],
  'San Jose': [37.3, -121.9],
  Singapore: [1.3, 103.9],
  Sofia: [42.7, 23.3],
  Stavanger: [59.0, 5.7],
  Stockholm: [59.3, 18.1],
  Strasbourg: [48.6, 7.8],
  Sydney: [-33.9, 151.2],
  Toronto: [43.7, -79.4],
  Vienna: [48.2, 16.4],
  Warsaw: [52.2, 21.0],
  Worcester: [52.2, -2.2],
  Zurich: [47.4, 8.5],
};

/** The same cities as their own people call them. */
const OTHERWISE: Readonly<Record<string, string>> = {
  Bruxelles: 'Brussels',
  'Frankfurt am Main': 'Frankfurt',
  Genève: 'Geneva',
  København: 'Copenhagen',
  Lisboa: 'Lisbon',
  Milano: 'Milan',
  München: 'Munich',
  Nürnberg: 'Nuremberg',
  Praha: 'Prague',
  Warszawa: 'Warsaw',
  Wien: 'Vienna',
  Zürich: 'Zurich',
};

/**
 * Where a city lies; undefined where that is not known here. What stands behind a comma or in brackets does not matter.
 *
 * @example
 * cityNamed('München'); // [48.1, 11.6]
 */
export function cityNamed(name: string): readonly [north: number, east: number] | undefined {
  const short = name.replace(/\s*[,(].*$/, '');
  const known = Object.hasOwn(OTHERWISE, short) ? (OTHERWISE[short] ?? short) : short;
  return Object.hasOwn(CITIES, known) ? CITIES[known] : undefined;
}

const EARTH_KM = 6371;

/**
 * How far two cities are apart as the crow flies, km; null where one of them is not known here.
 *
 * @example
 * distanceKm('Paris', 'Mars'); // null
 */
export function distanceKm(from: string, to: string): number | null {
  const [a, b] = [cityNamed(from), cityNamed(to)];
  if (!a || !b) return null;
  const [north1, east1, north2, east2] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ];
  const half = (x: number) => Math.sin(x / 2) ** 2;
  const chord = half(north2 - north1) + Math.cos(north1) * Math.cos(north2) * half(east2 - east1);
  return Math.round(2 * EARTH_KM * Math.asin(Math.sqrt(chord)));
}
