import { commonCurrency, type Offer, priceIn } from '../catalogue/index.js';
import { priceInPolicy, type SettledPolicy } from '../policy/index.js';

/** What offers cost a month in one currency. */
export interface Worth {
  currency: string | null;
  of(offer: Offer): number | null;
}

/** What offers cost in one currency: the policy's with its rates, or the one in which most prices are. */
export function worthOf(offers: readonly Offer[], policy: SettledPolicy | undefined): Worth {
  const limits = policy?.price;
  if (limits) return { currency: limits.currency, of: ({ price }) => (price ? priceInPolicy(policy, price) : null) };
  const currency = commonCurrency(offers);
  return { currency, of: (offer) => priceIn(offer, currency) };
}
