import type { Place } from '../../places/index.js';
import type { UpCloudApi } from './api.js';
import type { WireZone } from './wire.js';

/** Zones are named by country and city; for the United Kingdom UpCloud writes `uk` where ISO 3166 has GB. */
const COUNTRIES: Readonly<Record<string, string>> = { UK: 'GB' };

/** UpCloud's zones, private clouds of the account included. Nothing spans two of them but routers and the utility network. */
export async function places(api: UpCloudApi): Promise<Place[]> {
  const { zone } = await api.get<{ zone: WireZone[] }>('/zone', 'zones');
  return zone.map(({ id, description }) => {
    const code = id.split('-')[0]?.toUpperCase() ?? '';
    const country = /^[A-Z]{2}$/.test(code) ? (COUNTRIES[code] ?? code) : null;
    // `Helsinki #1`
    const city = description.split('#')[0]?.trim();
    return { id, country, ...(city ? { city } : {}), scopes: { zone: id, region: id, area: id } };
  });
}
