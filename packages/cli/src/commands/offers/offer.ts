import type { NativeSize, Place } from '@hansa/sdk';
import { scsName } from '@hansa/sdk';

/** A size at a place at a cloud with its price: one row of the list, and one object of its JSON. */
export interface Offer {
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
  /** What was asked for the price, and when it was read. */
  source: string | null;
  readAt: string | null;
  available: boolean | null;
  deprecated: boolean;
}

export function offerOf(cloud: string, place: Place, size: NativeSize): Offer {
  const { vcpus, memoryGib, diskGib, architecture, cpu, price, available, deprecated } = size;
  return {
    cloud,
    place: place.id,
    city: place.city ?? null,
    country: place.country,
    size: size.id,
    scs: scsName(size),
    vcpus,
    memoryGib,
    diskGib,
    architecture,
    cpu,
    pricePerMonth: price?.perMonth ?? null,
    pricePerHour: price?.perHour ?? null,
    currency: price?.currency ?? null,
    source: price?.source ?? null,
    readAt: price?.readAt ?? null,
    available,
    deprecated,
  };
}
