import type { CloudAnswer, OfferAnswers, OfferWish } from '../catalogue/index.js';
import type { NativeImage } from '../images/index.js';
import type { Facts, SettledPolicy } from '../policy/index.js';
import { placeOffers } from './place.js';
import type { Placement } from './placement.js';
import { type Requirements, readRequirements } from './requirements.js';

/** Who is asked for what a placement needs to know. */
export interface Market {
  offers(wish: OfferWish & { clouds?: readonly string[] }): Promise<OfferAnswers>;
  /** The images of a place; fails where they cannot be had. */
  images(cloud: string, place: string): Promise<readonly NativeImage[]>;
}

/** A placement with how each cloud answered. */
export interface Placed extends Placement {
  /** Clouds that sold nothing to choose from, or not everywhere, and why. */
  unanswered: readonly { cloud: string; because: string }[];
  /** Clouds for which a snapshot spoke, and whose it is: its licence may want them named. */
  snapshots: readonly Pick<CloudAnswer, 'cloud' | 'sources'>[];
}

/** Asks the market and places. Images are asked for only where something would do otherwise. */
export async function askPlacement(
  market: Market,
  input: Requirements,
  facts: Facts,
  policy: SettledPolicy | undefined,
): Promise<Placed> {
  const requirements = readRequirements(input);
  const { size, vcpus, memoryGib, diskGib, architecture, clouds, image } = requirements;
  const wish = { size, vcpus, memoryGib, diskGib, architecture, clouds };
  const said = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  const { offers, clouds: answers } = await market.offers({ ...said, unfitting: true });
  const base = { requirements, offers, facts, ...(policy && { policy }) };
  const first = placeOffers(base);
  const images = image === undefined ? undefined : await imagesAt(market, first);
  const placement = images
    ? placeOffers({ ...base, images: (cloud, place) => images.get(`${cloud}/${place}`) ?? null })
    : first;
  const unanswered = answers.flatMap(told);
  const snapshots = answers.flatMap(({ cloud, origin, sources }) => (origin === 'snapshot' ? { cloud, sources } : []));
  return { ...placement, unanswered, snapshots, problem: withUnanswered(placement.problem, unanswered) };
}

async function imagesAt(market: Market, { choices, alternatives }: Placement) {
  // What a snapshot tells of needs no credentials, and images do.
  const live = [...choices, ...alternatives].filter(({ offer }) => offer.origin === 'api');
  const places = [...new Map(live.map(({ cloud, region }) => [`${cloud}/${region}`, [cloud, region] as const]))];
  const lists = await Promise.allSettled(places.map(([, [cloud, region]]) => market.images(cloud, region)));
  return new Map(
    places.flatMap(([key], i) => {
      const list = lists[i];
      return list?.status === 'fulfilled' ? [[key, list.value] as const] : [];
    }),
  );
}

function told({ cloud, origin, failures, sellsThere, knowsSize }: CloudAnswer): Placed['unanswered'][number][] {
  if (origin === null || failures.some(({ place }) => place !== null))
    return failures.map(({ place, error }) => ({
      cloud,
      because: `${place === null ? '' : `${place}: `}${error.details.message}`,
    }));
  if (!sellsThere) return [{ cloud, because: 'sells nowhere that is known' }];
  return knowsSize ? [] : [{ cloud, because: 'knows no such size' }];
}

function withUnanswered(problem: Placement['problem'], unanswered: Placed['unanswered']): Placement['problem'] {
  if (!problem) return null;
  const also = unanswered.map(({ cloud, because }) => `${cloud}: ${because}`);
  return { ...problem, details: [...problem.details, ...also] };
}
