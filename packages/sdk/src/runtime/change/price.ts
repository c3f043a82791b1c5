import { isCloudError } from '../../errors/index.js';
import type { Attributes } from '../../kinds/model/index.js';
import type { Place } from '../../places/index.js';
import type { Account } from '../account.js';
import type { Cell } from '../driver/cell.js';
import type { Values } from './state.js';

interface Planned {
  wanted: Readonly<Values>;
  place: Place | null;
  prior: Readonly<Values> | null;
  changed: readonly string[];
  unknown: ReadonlySet<string>;
}

/** The price, where it is to be told anew: of a new thing, and when what it follows from changes. Else what was told once stands. */
export async function priceOf(account: Account, cell: Cell, planned: Planned): Promise<Values> {
  const price = (cell.kind.attributes as Attributes)['pricePerMonth'];
  // A kind that derives tells its price with what it chooses.
  if (!price || cell.kind.derive) return {};
  const follows = price.follows ?? [];
  const { prior, changed, unknown } = planned;
  const due = prior === null || follows.some((name) => changed.includes(name));
  if (!due || [...follows, 'region', 'native'].some((name) => unknown.has(name))) return {};
  const found = await asked(account, cell, planned);
  return { pricePerMonth: found?.perMonth ?? null, priceCurrency: found?.currency ?? null };
}

/** What the cloud's list says; null where it has none. That a list cannot be had is no reason not to make the thing. */
async function asked(account: Account, cell: Cell, { wanted, place }: Planned) {
  const native = typeof wanted['native'] === 'string' ? (JSON.parse(wanted['native']) as Values) : {};
  try {
    return (await cell.price?.(account.api, { ...wanted, place, native } as never)) ?? null;
  } catch (error) {
    if (!isCloudError(error) || isCloudError(error, 'unauthenticated')) throw error;
    return null;
  }
}
