import type { ListFilter } from '../../runtime/driver/cell.js';
import type { IonosApi } from './api.js';
import { ownerOf } from './datacenter/marks.js';
import type { AllLabels } from './labels.js';
import { unlessGone } from './unless-gone.js';
import type { Wire, WireDatacenter } from './wire.js';

/** How a thing stands, by the state of its metadata: while a request about it is pending it is `BUSY`. */
export function stateOf({ metadata }: Pick<Wire<unknown>, 'metadata'>): {
  status: 'ready' | 'changing' | 'failed';
  statusText: string;
} {
  const word = metadata?.state ?? 'AVAILABLE';
  return { status: word === 'BUSY' ? 'changing' : word === 'FAILED' ? 'failed' : 'ready', statusText: word };
}

/** Where a data center is; undefined when it went meanwhile, and all that was in it. */
export async function placeOf(api: IonosApi, dc: string): Promise<string | undefined> {
  return (await unlessGone(api.datacenters.one(dc)))?.properties.location;
}

/**
 * Data centers that a list has to look into: those at the place and of the ids that are asked for; of one owner theirs, and any other
 * in which something carries their label.
 */
export async function insideOf(api: IonosApi, filter: ListFilter, labels?: AllLabels): Promise<WireDatacenter[]> {
  const { owner, place, ids } = filter;
  const asked = ids && new Set(ids.map((id) => id.split('/')[0]));
  const all = await api.datacenters.all();
  return all.filter(
    (dc) =>
      (place === undefined || dc.properties.location === place) &&
      (asked === undefined || asked.has(dc.id)) &&
      (owner === undefined || labels === undefined || ownerOf(dc) === owner || isTheirs(api, dc.id, owner, labels)),
  );
}

function isTheirs(api: IonosApi, dc: string, owner: string, { datacenters }: AllLabels): boolean {
  return dc === api.settings.datacenterId || (datacenters.get(owner)?.has(dc) ?? false);
}
