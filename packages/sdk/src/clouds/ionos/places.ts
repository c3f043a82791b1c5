import type { Place } from '../../places/index.js';
import type { IonosApi } from './api.js';
import { paths } from './paths.js';
import type { WireLocation } from './wire.js';

/** Cities of the locations' ids (docs.ionos.com, locations; UN/LOCODE, read 2026-11). */
const CITIES: Readonly<Record<string, string>> = {
  fra: 'Frankfurt',
  txl: 'Berlin',
  fkb: 'Karlsruhe',
  lhr: 'London',
  bhx: 'Worcester',
  par: 'Paris',
  vit: 'Logroño',
  las: 'Las Vegas',
  ewr: 'Newark',
  mci: 'Lenexa',
};

/** Where IONOS sells. The first part of a location's id is its country: `de/fra`. */
export async function places(api: IonosApi): Promise<Place[]> {
  return (await locations(api)).map(({ id }) => {
    const [country = '', site = ''] = id.split('/');
    const city = CITIES[site];
    return {
      id,
      country: country.toUpperCase(),
      ...(city ? { city } : {}),
      scopes: { zone: id, region: id, area: id },
    };
  });
}

export function locations(api: IonosApi): Promise<WireLocation[]> {
  return api.keep('locations', () => api.whole<WireLocation>(paths.locations));
}
