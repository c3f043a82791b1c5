import type { Issue } from '../../errors/index.js';
import type { Place } from '../../places/index.js';
import type { Account } from '../account.js';
import type { Cell } from '../driver/cell.js';
import type { Ruled } from '../rules.js';
import type { Values } from './state.js';

interface Planned {
  wanted: Readonly<Values>;
  /** What this plan found out. */
  values: Readonly<Values>;
  place: Place | null;
  prior: Readonly<Values> | null;
  unknown: ReadonlySet<string>;
  /** Attributes for which it is made anew. */
  replace: readonly string[];
}

/** What the user's own rules say of a plan: of the thing, and of making anew what they protect. */
export async function ruled(account: Account, cell: Cell, planned: Planned): Promise<Issue[]> {
  const { rules, id: cloud } = account;
  if (!rules) return [];
  const { kind } = cell;
  const { wanted, values, prior, replace } = planned;
  const kept = prior && replace.length > 0 ? await rules.keep(cloud, kind) : [];
  const said = await rules.judge({
    ...{ cloud, kind, spec: wanted, place: placeOf(cell, planned), price: priceOf(cell, planned) },
    stands: prior !== null && replace.length === 0,
    repriced: 'pricePerMonth' in values,
  });
  return [...kept.map((one) => ({ ...one, attribute: replace.slice(0, 1) })), ...said];
}

function placeOf({ kind, scope }: Cell, { place, unknown }: Planned): Ruled['place'] {
  if (!('region' in kind.attributes) || scope === 'global') return null;
  return place ?? (unknown.has('region') ? undefined : null);
}

/** As it was decided now, or when it was made. */
function priceOf({ kind }: Cell, { values, prior }: Planned): Ruled['price'] {
  if (!('pricePerMonth' in kind.attributes)) return null;
  const told = 'pricePerMonth' in values ? values : prior;
  if (!told) return undefined;
  const { pricePerMonth = null, priceCurrency = null } = told;
  return { perMonth: pricePerMonth as number | null, currency: priceCurrency as string | null };
}
