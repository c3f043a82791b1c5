import { type CloudError, isCloudError } from '../errors/index.js';
import type { Place } from '../places/index.js';
import type { NativeSize, SizeWish } from '../sizes/index.js';
import { type Offer, offerOf } from './offer.js';
import { type Snapshot, type SnapshotSource, snapshotSizes } from './snapshot.js';
import { fitting, isSize, measured, type OfferWish, passes, placesOf } from './wish.js';

/** A cloud as far as it sells. */
export interface Seller {
  readonly id: string;
  places(): Promise<readonly Place[]>;
  sizes(place: string, wish?: SizeWish): Promise<readonly NativeSize[]>;
  /** What it sold on a day, where that is known; asks nobody. */
  snapshot(): Promise<Snapshot | null>;
}

/**
 * When a snapshot speaks in a cloud's place: where no credentials are found (`fallback`), always (`only`: nobody is asked), or `never`.
 * A cloud that was asked and failed is never replaced: what it refused today is not what it sold then.
 */
export type SnapshotUse = 'fallback' | 'only' | 'never';

/** How one cloud answered. */
export interface CloudAnswer {
  cloud: string;
  /** Who spoke: the cloud, a snapshot in its place, or nobody. */
  origin: Offer['origin'] | null;
  /** Where the snapshot is from, where one spoke. */
  sources: readonly SnapshotSource[];
  /** Why the cloud itself did not answer, at all (`place` null) or at one place. */
  failures: readonly { place: string | null; error: CloudError }[];
  /** Whether it sells at any place that was asked for. */
  sellsThere: boolean;
  /** Whether it knows the size that was asked for by name, sold there or not. */
  knowsSize: boolean;
}

export interface OfferAnswers {
  /** In the order of the clouds and their places. */
  offers: Offer[];
  clouds: CloudAnswer[];
}

/** Asks clouds side by side, all places of each. One that fails says why, and takes nothing from the others. */
export async function askOffers(
  sellers: readonly Seller[],
  wish: OfferWish,
  use: SnapshotUse,
  now: () => string,
): Promise<OfferAnswers> {
  const answers = await Promise.all(sellers.map((seller) => askOne(seller, wish, use, now)));
  return { offers: answers.flatMap(({ offers }) => offers), clouds: answers.map(({ answer }) => answer) };
}

interface Answer {
  offers: Offer[];
  answer: CloudAnswer;
}

async function askOne(seller: Seller, wish: OfferWish, use: SnapshotUse, now: () => string): Promise<Answer> {
  if (use === 'only') return (await fromSnapshot(seller, wish, [])) ?? nobody(seller, []);
  try {
    return await fromApi(seller, wish, now);
  } catch (error) {
    const failures = [{ place: null, error: cloudError(error) }];
    // Credentials that were refused are a mistake to mend; only who has none is helped.
    const without = use === 'fallback' && isWithoutCredentials(error);
    return (without && (await fromSnapshot(seller, wish, failures))) || nobody(seller, failures);
  }
}

async function fromApi(seller: Seller, wish: OfferWish, now: () => string): Promise<Answer> {
  const places = placesOf(await seller.places(), wish);
  const lists = await Promise.allSettled(places.map((place) => seller.sizes(place.id, measured(wish))));
  const failures = lists.flatMap((list, i) =>
    list.status === 'rejected' ? { place: places[i]!.id, error: cloudError(list.reason) } : [],
  );
  const [first] = failures;
  if (first && failures.length === places.length) throw first.error;
  const readAt = now();
  const listed = lists.flatMap((list, i) =>
    list.status === 'fulfilled' ? [{ place: places[i]!, sizes: list.value }] : [],
  );
  const offers = listed.flatMap(({ place, sizes }) =>
    fitting(sizes, wish).map((size) =>
      offerOf(seller.id, place, size, {
        origin: 'api',
        source: size.price?.source ?? `the API of ${seller.id}`,
        readAt: size.price?.readAt ?? readAt,
      }),
    ),
  );
  return {
    offers: offers.filter((offer) => passes(offer, wish)),
    answer: {
      cloud: seller.id,
      origin: 'api',
      sources: [],
      failures,
      sellsThere: places.length > 0,
      knowsSize: isSize(
        wish,
        listed.flatMap(({ sizes }) => sizes),
      ),
    },
  };
}

async function fromSnapshot(
  seller: Seller,
  wish: OfferWish,
  failures: CloudAnswer['failures'],
): Promise<Answer | undefined> {
  const snapshot = await seller.snapshot();
  if (!snapshot) return undefined;
  const places = placesOf(snapshot.places, wish);
  const offers = places.flatMap((place) => {
    const told = new Map(snapshotSizes(snapshot, place).map(({ size, source }) => [size, source]));
    return fitting([...told.keys()], wish).map((size) => {
      const { name, url, readAt } = told.get(size)!;
      return offerOf(seller.id, place, size, { origin: 'snapshot', source: `${name} (${url})`, readAt });
    });
  });
  return {
    offers: offers.filter((offer) => passes(offer, wish)),
    answer: {
      cloud: seller.id,
      origin: 'snapshot',
      sources: snapshot.sources,
      failures,
      sellsThere: places.length > 0,
      knowsSize: isSize(wish, snapshot.sizes as readonly { id: string }[] as readonly NativeSize[]),
    },
  };
}

function nobody(seller: Seller, failures: CloudAnswer['failures']): Answer {
  const answer = { cloud: seller.id, origin: null, sources: [], failures, sellsThere: false, knowsSize: false };
  return { offers: [], answer };
}

/**
 * Whether a cloud was not asked at all, since no credentials for it were found.
 *
 * @example
 * isWithoutCredentials(new CloudError('unauthenticated', { message: 'no API token found' })); // true
 */
export function isWithoutCredentials(error: unknown): boolean {
  return isCloudError(error, 'unauthenticated') && error.details.vendor?.status === undefined;
}

/** What no cloud said is a defect, and no answer. */
function cloudError(error: unknown): CloudError {
  if (isCloudError(error)) return error;
  throw error;
}
