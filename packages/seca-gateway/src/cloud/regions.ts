import type { CloudHandle, Place } from '@hansa/sdk';
import { kebab } from '../model/kebab.js';

export interface Region {
  /** The cloud's own name as a part of a URL can carry it: `de-fra` for `de/fra`. */
  name: string;
  /** What the cloud calls it. */
  own: string;
  /** The finest places of the cloud in it: SECA's zones. */
  zones: readonly Place[];
}

/** The cloud's places as SECA has them: regions with their zones, in the order that was asked for; else in the cloud's own. */
export async function regionsOf(
  cloud: CloudHandle,
  only: readonly string[],
  zones: readonly string[] = [],
): Promise<Region[]> {
  const places = (await cloud.places()).filter(({ id }) => zones.length === 0 || zones.includes(id));
  const names = [...new Set(places.map((place) => place.scopes.region))];
  const regions = names.map((own) => ({
    own,
    name: kebab(own),
    zones: places.filter((one) => one.scopes.region === own),
  }));
  if (only.length === 0) return regions;
  const wanted = only.map((one) => regions.find(({ own, name }) => one === own || one === name));
  return [...new Set(wanted)].filter((region) => region !== undefined);
}
