import { fittingSizes, type NativeSize, type SizeWish } from '@hansa/sdk';
import { UsageError } from '../../failure.js';
import type { OffersOptions } from './index.js';
import type { Offer } from './offer.js';

/** Which sizes of a place are asked for. @throws UsageError where the size is of a form that no cloud could mean */
export function wanted(options: OffersOptions): (sizes: readonly NativeSize[]) => readonly NativeSize[] {
  const { size, vcpus, memoryGib, diskGib, arch } = options;
  const wish: SizeWish = {
    size: size ?? null,
    // Half a wish is a wish here: a list has no need to choose.
    vcpus: vcpus ?? 0,
    memoryGib: memoryGib ?? 0,
    diskGib: diskGib ?? null,
    architecture: arch ?? null,
  };
  return (sizes) => {
    const byArchitecture = sizes.filter(({ architecture }) => !arch || architecture === arch);
    if (size) return fittingSizes(byArchitecture, wish);
    const architectures = arch ? [arch] : (['x86', 'arm'] as const);
    return architectures.flatMap((architecture) => fittingSizes(byArchitecture, { ...wish, architecture }));
  };
}

/** What clouds that make sizes to measure are asked to make; half a wish makes none. */
export function measured({ size, vcpus, memoryGib, diskGib, arch }: OffersOptions): SizeWish {
  return {
    size: size ?? null,
    vcpus: vcpus ?? null,
    memoryGib: memoryGib ?? null,
    diskGib: diskGib ?? null,
    architecture: arch ?? null,
  };
}

/** Whether an offer passes what is asked of price and stock. An unknown price passes no limit; unknown stock may be there. */
export function affordable({ maxPrice, available }: OffersOptions): (offer: Offer) => boolean {
  return (offer) => {
    if (available && (offer.available === false || offer.deprecated)) return false;
    return maxPrice === undefined || (offer.pricePerMonth !== null && offer.pricePerMonth <= maxPrice);
  };
}

/** The offers in the order asked for; else as they came, by cloud and place. What is unknown comes last. */
export function sorted(offers: readonly Offer[], by: OffersOptions['sort']): Offer[] {
  if (!by) return [...offers];
  const key = { price: 'pricePerMonth', vcpus: 'vcpus', memory: 'memoryGib' }[by] as
    | 'pricePerMonth'
    | 'vcpus'
    | 'memoryGib';
  const value = (offer: Offer) => offer[key] ?? Number.POSITIVE_INFINITY;
  // The same number means less where it is another currency; prices stand next to their own kind.
  const currency = (offer: Offer) => (by === 'price' ? (offer.currency ?? '~') : '');
  return [...offers].sort(
    (a, b) => compare(currency(a), currency(b)) || compare(value(a), value(b)) || compare(a.vcpus, b.vcpus),
  );
}

/** @throws UsageError when a size was named that is neither an SCS name nor sold where was asked */
export function refuseUnknown({ size, region }: OffersOptions, known: ReadonlySet<string>, isScs: boolean): void {
  if (!size || isScs || known.has(size)) return;
  const where = region ? `in ${region}` : 'at the clouds that were asked';
  throw new UsageError(`"${size}" is neither an SCS flavour name nor a size that is sold ${where}`, [
    'use an SCS name such as SCS-2V-4',
    'leave --size away: hansa offers lists the sizes there are',
  ]);
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
