import type { OvhApi } from './api.js';
import { CATALOGUE } from './paths.js';
import type { WireCatalogue } from './wire.js';

/** Hours of a month as OVHcloud's own calculator counts them (ovhcloud.com, Public Cloud prices, read 2026-11). */
export const HOURS_PER_MONTH = 730;
/** Prices of the catalogue are in so many parts of the currency (its description: micro-cents, read 2026-11). */
const PARTS = 100_000_000;

export interface Prices {
  currency: string;
  /** Net price of an hour of use, by plan code. */
  byPlan: ReadonlyMap<string, number>;
}

/** What an hour of use costs, from the public catalogue of the subsidiary: one request, which needs no credentials. */
export function hourlyPrices(api: OvhApi): Promise<Prices> {
  return api.keep('catalogue', async () => {
    const { locale, addons } = await api.get<WireCatalogue>(CATALOGUE, { ovhSubsidiary: api.endpoint.subsidiary });
    const byPlan = addons.flatMap(({ planCode, pricings }) => {
      const used = pricings.find(({ capacities }) => capacities.includes('consumption'));
      return used ? [[planCode, used.price / PARTS] as const] : [];
    });
    return { currency: locale.currencyCode, byPlan: new Map(byPlan) };
  });
}

/** Net price a month of so many units of a plan; null where the catalogue has none. */
export async function monthly(
  api: OvhApi,
  planCode: string,
  units = 1,
): Promise<{ perMonth: number; currency: string } | null> {
  const { byPlan, currency } = await hourlyPrices(api);
  const perHour = byPlan.get(planCode);
  if (perHour === undefined) return null;
  return { perMonth: Math.round(perHour * units * HOURS_PER_MONTH * 1e4) / 1e4, currency };
}
