import { type Offer, scsName } from '@hansa/sdk';

/** An offer as one row of the list, and one object of its JSON. */
export interface OfferRow {
  cloud: string;
  place: string;
  city: string | null;
  country: string | null;
  size: string;
  /** Strongest SCS flavour name that it satisfies. */
  scs: string | null;
  vcpus: number;
  memoryGib: number;
  /** Null where the disk is chosen apart from the size. */
  diskGib: number | null;
  architecture: string;
  cpu: string;
  /** Net; null where the vendor does not tell. */
  pricePerMonth: number | null;
  pricePerHour: number | null;
  currency: string | null;
  /** What the price holds, each null where that is not known: traffic a month in GiB or `unmetered`, storage, a public IPv4 address. */
  includesTrafficGib: number | 'unmetered' | null;
  includesStorageGib: number | null;
  includesPublicIpv4: boolean | null;
  /** Whether the cloud itself told of it, or a snapshot. */
  origin: 'api' | 'snapshot';
  /** What was asked, or which list it stands in, and when it was read. */
  source: string;
  readAt: string;
  available: boolean | null;
  deprecated: boolean;
}

/** What JSON and CSV carry, in this order. */
export const FIELDS = [
  'cloud',
  'place',
  'city',
  'country',
  'size',
  'scs',
  'vcpus',
  'memoryGib',
  'diskGib',
  'architecture',
  'cpu',
  'pricePerMonth',
  'pricePerHour',
  'currency',
  'includesTrafficGib',
  'includesStorageGib',
  'includesPublicIpv4',
  'origin',
  'source',
  'readAt',
  'available',
  'deprecated',
] as const satisfies readonly (keyof OfferRow)[];

export function rowOf(offer: Offer): OfferRow {
  const { cloud, place, size, vcpus, memoryGib, diskGib, architecture, cpu, price, origin, available, deprecated } =
    offer;
  return {
    cloud,
    place: place.id,
    city: place.city ?? null,
    country: place.country,
    size,
    scs: scsName({ ...offer, id: size }),
    vcpus,
    memoryGib,
    diskGib,
    architecture,
    cpu,
    pricePerMonth: price?.perMonth ?? null,
    pricePerHour: price?.perHour ?? null,
    currency: price?.currency ?? null,
    includesTrafficGib: price?.includes.trafficGib ?? null,
    includesStorageGib: price?.includes.storageGib ?? null,
    includesPublicIpv4: price?.includes.publicIpv4 ?? null,
    origin,
    // A price may be of another list than the size: it is the price that people want the source of.
    source: price?.source ?? offer.source,
    readAt: price?.readAt ?? offer.readAt,
    available,
    deprecated,
  };
}
