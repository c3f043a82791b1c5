import type { HetznerApi } from './api.js';
import type { WirePrice, WirePricing } from './wire.js';

/** Hetzner's price list in the currency of the project's owner. */
export async function pricing(api: HetznerApi): Promise<WirePricing> {
  return api.keep('pricing', async () => (await api.get<{ pricing: WirePricing }>('/pricing')).pricing);
}

/** A net price as a number; null where it is none. Ten decimals are what Hetzner gives. */
export function net(price: WirePrice | undefined, times = 1): number | null {
  const value = Number(price?.net ?? Number.NaN) * times;
  return Number.isFinite(value) ? Number(value.toFixed(10)) : null;
}
