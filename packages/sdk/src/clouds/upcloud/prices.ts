import type { UpCloudApi } from './api.js';
import type { WirePrices } from './wire.js';

/** Hours that are charged a month at most: list prices are 672 times those of an hour (1xCPU-1GB: 0.744 ct and 5 EUR; recorded 2022-10). */
const HOURS_A_MONTH = 672;

interface PriceList {
  currency: string | null;
  /** Hundredths of the currency an hour for one of `what`; null where it is not sold there. */
  perHour(zone: string, what: string): number | null;
}

/** The account's price list; without a currency where the API does not tell it, as it did not before 2026. */
export function priceList(api: UpCloudApi): Promise<PriceList> {
  return api.keep('prices', async () => {
    const { currency, zone } = await api.get<{ currency?: string; zone: WirePrices[] }>('/price', 'prices');
    const zones = new Map(zone.map((one) => [one.name, one]));
    return {
      currency: currency ?? null,
      perHour: (at, what) => {
        const price = zones.get(at)?.[what];
        return typeof price === 'object' ? price.price / price.amount : null;
      },
    };
  });
}

/** What so many of `what` cost, in the currency's units; null where that is not known. */
export async function priceOf(
  api: UpCloudApi,
  zone: string | undefined,
  what: string,
  count = 1,
): Promise<{ perHour: number; perMonth: number; currency: string } | null> {
  const list = await priceList(api);
  const cents = zone === undefined ? null : list.perHour(zone, what);
  if (cents === null || list.currency === null) return null;
  const perHour = (cents * count) / 100;
  return { perHour: rounded(perHour), perMonth: rounded(perHour * HOURS_A_MONTH), currency: list.currency };
}

/** Without what binary fractions add: six decimals are more than any price list has. */
function rounded(price: number): number {
  return Number(price.toFixed(6));
}
