/**
 * Names, cities, countries and network zones: docs.hetzner.cloud (locations), read 2026-11. Coordinates: Spare Cores,
 * sc-data, 2026-01 (CC BY-SA 4.0).
 */
const rows = [
  [1, 'fsn1', 'Falkenstein DC Park 1', 'Falkenstein', 'DE', 50.4793313, 12.3331105, 'eu-central'],
  [2, 'nbg1', 'Nuremberg DC Park 1', 'Nuremberg', 'DE', 49.4498349, 11.0128772, 'eu-central'],
  [3, 'hel1', 'Helsinki DC Park 1', 'Helsinki', 'FI', 60.3433291, 25.02683, 'eu-central'],
  [4, 'ash', 'Ashburn, VA', 'Ashburn, VA', 'US', 39.0176685, -77.468102, 'us-east'],
  [5, 'hil', 'Hillsboro, OR', 'Hillsboro, OR', 'US', 45.558319, -122.9306602, 'us-west'],
  [6, 'sin', 'Singapore', 'Singapore', 'SG', 1.29027, 103.851959, 'ap-southeast'],
] as const;

export interface Location {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly city: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly network_zone: string;
}

export const locations: readonly Location[] = rows.map(
  ([id, name, description, city, country, latitude, longitude, network_zone]) => ({
    id,
    name,
    description,
    city,
    country,
    latitude,
    longitude,
    network_zone,
  }),
);

/** By id or name. */
export function findLocation(reference: string | number): Location | undefined {
  return locations.find(({ id, name }) => name === String(reference) || id === Number(reference));
}

/** A location that is known to be there, because a resource stands in it. */
export function locationNamed(name: string): Location {
  const location = locations.find((candidate) => candidate.name === name);
  if (!location) throw new Error(`no location ${name}`);
  return location;
}
