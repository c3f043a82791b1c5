import { notFound } from '../errors.js';

/** Zones as recorded 2022-10, and those opened since (upcloud.com/data-centres, read 2026-11). */
export const zones = [
  ['au-syd1', 'Sydney #1'],
  ['de-fra1', 'Frankfurt #1'],
  ['dk-cph1', 'Copenhagen #1'],
  ['es-mad1', 'Madrid #1'],
  ['fi-hel1', 'Helsinki #1'],
  ['fi-hel2', 'Helsinki #2'],
  ['nl-ams1', 'Amsterdam #1'],
  ['no-svg1', 'Stavanger #1'],
  ['pl-waw1', 'Warsaw #1'],
  ['se-sto1', 'Stockholm #1'],
  ['sg-sin1', 'Singapore #1'],
  ['uk-lon1', 'London #1'],
  ['us-chi1', 'Chicago #1'],
  ['us-nyc1', 'New York #1'],
  ['us-sjo1', 'San Jose #1'],
].map(([id = '', description = '']) => ({ id, description, public: 'yes' as const }));

/** @throws Refusal `ZONE_NOT_FOUND` */
export function mustBeZone(id: string): string {
  if (zones.some((zone) => zone.id === id)) return id;
  throw notFound('zone', id);
}
