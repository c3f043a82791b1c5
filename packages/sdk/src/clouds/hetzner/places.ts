import type { Place } from '../../places/index.js';
import type { HetznerApi } from './api.js';
import type { WireLocation } from './wire.js';

/** Hetzner's locations. It has no zones below them; a network zone spans several. */
export async function places(api: HetznerApi): Promise<Place[]> {
  const locations = await api.list<WireLocation>('/locations', 'locations');
  return locations.map(({ name, city, country, network_zone }) => ({
    id: name,
    country,
    city,
    scopes: { zone: name, region: name, area: network_zone },
  }));
}
