import type { ListFilter } from '../../runtime/driver/cell.js';
import type { SecaApi } from './api.js';
import { whereOf } from './naming.js';
import { placeId } from './places.js';

/** The regions that a list has to ask: those of the ids asked for, or of the place, or all. */
export async function regionsFor(api: SecaApi, { ids, place }: ListFilter): Promise<string[]> {
  const all = await api.regions();
  const asked = ids && new Set(ids.map((id) => whereOf(id).region));
  return all
    .filter(({ metadata: { name }, spec }) => {
      if (asked && !asked.has(name)) return false;
      return place === undefined || place === name || spec.availableZones.some((zone) => placeId(name, zone) === place);
    })
    .map(({ metadata }) => metadata.name);
}

/** What `list` finds in each of these regions, all together. */
export async function inEach<T>(regions: readonly string[], list: (region: string) => Promise<T[]>): Promise<T[]> {
  return (await Promise.all(regions.map(list))).flat();
}
