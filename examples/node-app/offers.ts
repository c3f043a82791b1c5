import type { Hansa } from '@hansa/sdk';

/** Something that could be ordered: a size at a place, with its price. */
export interface Offer {
  cloud: string;
  place: string;
  size: string;
  vcpus: number;
  memoryGib: number;
  perMonth: number;
  currency: string;
}

/** The cheapest size of each cloud that is big enough and can be ordered, the cheapest first. Clouds without a price list are left out. */
export async function cheapest(
  hansa: Hansa,
  places: Readonly<Record<string, string>>,
  atLeast: { vcpus: number; memoryGib: number },
): Promise<Offer[]> {
  const perCloud = await Promise.all(
    Object.entries(places).map(async ([cloud, place]) => {
      const sizes = await hansa.cloud(cloud).sizes(place);
      const offers = sizes
        .filter((size) => size.architecture === 'x86' && size.available !== false && !size.deprecated)
        .filter(({ vcpus, memoryGib }) => vcpus >= atLeast.vcpus && memoryGib >= atLeast.memoryGib)
        .flatMap(({ id, vcpus, memoryGib, price }): Offer[] =>
          price?.perMonth == null
            ? []
            : [{ cloud, place, size: id, vcpus, memoryGib, perMonth: price.perMonth, currency: price.currency }],
        );
      return offers.sort(byPrice).slice(0, 1);
    }),
  );
  return perCloud.flat().sort(byPrice);
}

function byPrice(a: Offer, b: Offer): number {
  return a.perMonth - b.perMonth;
}
