import { type Column, table } from '../../output/table.js';
import type { OfferRow } from './row.js';

const right = 'right' as const;
const COLUMNS: readonly Column[] = [
  { title: 'cloud' },
  { title: 'place' },
  { title: 'country' },
  { title: 'size' },
  { title: 'serves as' },
  { title: 'vCPU', align: right },
  { title: 'GiB', align: right },
  { title: 'disk', align: right },
  { title: 'arch' },
  { title: 'CPU' },
  { title: 'a month', align: right },
  { title: '' },
  { title: 'stock' },
  { title: 'as of' },
];

/** Offers as people read them. */
export function tableOf(rows: readonly OfferRow[]): string {
  return table(
    COLUMNS,
    rows.map((o) => [
      o.cloud,
      o.place,
      o.country ?? 'unknown',
      o.size,
      o.scs ?? '',
      String(o.vcpus),
      String(o.memoryGib),
      o.diskGib === null ? '' : String(o.diskGib),
      o.architecture,
      o.cpu,
      o.pricePerMonth === null ? 'unknown' : o.pricePerMonth.toFixed(2),
      o.currency ?? '',
      o.deprecated ? 'ending' : o.available === null ? 'unknown' : o.available ? 'yes' : 'sold out',
      o.readAt.slice(0, 10),
    ]),
  );
}
