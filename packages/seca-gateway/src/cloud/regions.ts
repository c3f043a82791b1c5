import type { CloudHandle, Place } from '@hansa/sdk';

export interface Region {
  name: string;
  /** The finest places of the cloud in it: SECA's zones. */
  zones: readonly Place[];
}

/** The cloud's places as SECA has them: regions with their zones. */
export async function regionsOf(cloud: CloudHandle, only: readonly string[]): Promise<Region[]> {
  const places = await cloud.places();
  const names = [...new Set(places.map((place) => place.scopes.region))];
  return names
    .filter((name) => only.length === 0 || only.includes(name))
    .map((name) => ({ name, zones: places.filter((place) => place.scopes.region === name) }));
}
