import { byPrice, type Hansa, type Offer, type OfferWish } from '@hansa/sdk';

/**
 * The cheapest of each cloud that fits and can be ordered, the cheapest cloud first. Prices are compared in one currency: what has none, or
 * another one, is left out.
 */
export async function cheapest(hansa: Hansa, clouds: readonly string[], wish: OfferWish): Promise<Offer[]> {
  const answers = await hansa.offers({ clouds, architecture: 'x86', available: true, snapshot: 'never', ...wish });
  for (const { cloud, failures } of answers.clouds)
    for (const { error } of failures) console.error(`${cloud}: ${error.details.message}`);
  const { compared } = byPrice(answers.offers, { currency: 'EUR' });
  const first = new Map(compared.toReversed().map((offer) => [offer.cloud, offer]));
  return compared.filter((offer) => first.get(offer.cloud) === offer);
}

/** An offer as a line of a table: with the source of its price, and when it was read. */
export function line({ cloud, place, size, vcpus, memoryGib, price }: Offer): object {
  const { perMonth, currency, source, readAt } = price ?? {};
  return { cloud, place: place.id, size, vcpus, memoryGib, perMonth, currency, source, readAt };
}
