import type { Place } from '../../places/index.js';
import type { SecaApi } from './api.js';

/** Regions and their zones. SECA says of none in which country it is. A zone's name stands in its region alone: `a` becomes `eu-central-a`. */
export async function places(api: SecaApi): Promise<Place[]> {
  return (await api.regions()).flatMap(({ metadata: { name: region }, spec }) =>
    spec.availableZones.map((zone) => {
      const id = placeId(region, zone);
      return { id, country: null, scopes: { zone: id, region, area: region } };
    }),
  );
}

export function placeId(region: string, zone: string): string {
  return zone.startsWith(region) ? zone : `${region}-${zone}`;
}

/** A zone as its region names it. */
export async function zoneOf(api: SecaApi, { id, scopes: { region } }: Place): Promise<string> {
  const found = (await api.regions()).find(({ metadata }) => metadata.name === region);
  return found?.spec.availableZones.find((zone) => placeId(region, zone) === id) ?? id;
}
