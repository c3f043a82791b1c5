import type { ScalewayApi } from './api.js';
import { paths } from './paths.js';
import { sellableBytes } from './units.js';
import type { WireMoney } from './wire.js';

/** Hours of Scaleway's month: its own monthly prices are 730 times the hourly ones (`products/servers`, recorded 2026-07). */
const HOURS_PER_MONTH = 730;

interface WireVolumeType {
  type: string;
  specs?: { perf_iops: number } | null;
  /** Of one GB (10^9 bytes) and hour. */
  pricing?: WireMoney | null;
}

/** Net price a month of a block volume with so many IOPS, by the vendor's own list; null where it tells none. */
export async function monthlyPrice(
  api: ScalewayApi,
  zone: string,
  iops: number,
  sizeGib: number,
): Promise<{ perMonth: number; currency: string } | null> {
  const ask = () => api.list<WireVolumeType>(paths.volumeTypes(zone), 'volume_types');
  const pricing = (await api.keep(`volume types ${zone}`, ask)).find((one) => one.specs?.perf_iops === iops)?.pricing;
  if (!pricing) return null;
  const perGbHour = pricing.units + pricing.nanos / 1e9;
  const perMonth = perGbHour * (sellableBytes(sizeGib) / 1e9) * HOURS_PER_MONTH;
  return { perMonth: Math.round(perMonth * 1e4) / 1e4, currency: pricing.currency_code };
}
