import { CloudError, isCloudError } from '../../errors/index.js';
import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import type { Account } from '../account.js';
import type { Cell, CellContext, Observed, Want } from '../driver/cell.js';
import { unstoppable } from '../stop.js';
import { cellContext, NEVER } from './context.js';
import { speaksFor } from './decides.js';
import { changeRule } from './disruption.js';
import { sameValue } from './equal.js';
import type { Values } from './state.js';

interface Change {
  seen: Observed<AnyKind>;
  want: Want<AnyKind>;
  ctx: CellContext<AnyKind>;
  /** Attributes not to touch. */
  leave?: readonly string[];
}

/** Brings what is seen to what is wanted: holds what the changes need (a stopped server), changes, restores. */
export async function applyChange(
  account: Account,
  cell: Cell,
  { seen, want, ctx, leave = [] }: Change,
): Promise<Observed<AnyKind>> {
  const names = differing(cell, seen, want).filter((name) => !leave.includes(name));
  if (names.length === 0) return seen;
  if (!cell.update) throw new TypeError(`${cell.kind.name} at ${account.cloud.id} changes in place but has no update`);
  const send = async (change: Values, prior: Observed<AnyKind>, by = ctx) => {
    await cell.update?.(account.api, seen.id, change as never, { ...by, prior, want } as never);
    return (await by.until(seen.id)) as Observed<AnyKind>;
  };
  const needs = neededFor(cell, names);
  const differs = (name: string, a: unknown, b: unknown) => !sameValue(attributeOf(cell, name), a, b);
  const held = Object.keys(needs).filter((name) => differs(name, (seen as Values)[name], needs[name]));
  const restore = async (now: Observed<AnyKind>, by = ctx) => {
    const back = Object.keys(needs).filter((name) => differs(name, wanted(want, name), (now as Values)[name]));
    return back.length > 0 ? send(pick(want as Values, back), now, by) : now;
  };
  const change = names.filter((name) => !(name in needs));
  try {
    const ready = held.length > 0 ? await send(pick(needs, held), seen) : seen;
    const changed = change.length > 0 ? await send(pick(want as Values, change), ready) : ready;
    return await restore(changed);
  } catch (error) {
    if (Object.keys(needs).length === 0) throw error;
    throw await putBack(error, account, cell, seen.id, restore);
  }
}

/**
 * A change that failed, or was stopped, half-way must not leave off what was on: that is put back whoever says stop, from what is
 * really there. The error of the change itself is the one to tell.
 */
async function putBack(
  error: unknown,
  account: Account,
  cell: Cell,
  id: string,
  restore: (now: Observed<AnyKind>, by: CellContext<AnyKind>) => Promise<unknown>,
): Promise<unknown> {
  try {
    await unstoppable(async () => {
      const now = await account.reader(cell).readNow(id);
      if (now) await restore(now, cellContext(account, cell, NEVER));
    });
    return error;
  } catch (second) {
    if (!isCloudError(error)) return error;
    const why = isCloudError(second) ? second.details.message : String(second);
    const next = [`look at it: it may be stopped, and starting it again failed too (${why})`];
    return new CloudError(error.code, { ...error.details, next: [...next, ...(error.details.next ?? [])] });
  }
}

/** Attributes in which the thing as it is differs from what is wanted and can change in place. */
function differing(cell: Cell, seen: Observed<AnyKind>, want: Want<AnyKind>): string[] {
  const have = seen as Values;
  return Object.entries(cell.kind.attributes as Attributes)
    .filter(([name, attribute]) => {
      if (attribute.role === 'computed' || attribute.unreadable || name === 'region') return false;
      if (changeRule(cell, name) === 'replace') return false;
      if (attribute.decides)
        return speaksFor(cell.kind.attributes, name) && decidedOtherwise(attribute.decides, have, want);
      if (attribute.role === 'either' && wanted(want, name) == null) return false;
      return name in have && !sameValue(attribute, wanted(want, name), have[name]);
    })
    .map(([name]) => name);
}

function decidedOtherwise(decided: string, have: Values, want: Want<AnyKind>): boolean {
  const chosen = (want as unknown as Record<string, { id: string } | null>)[decided];
  return chosen != null && have[decided] != null && chosen.id !== have[decided];
}

/** All that the changes need, together. */
function neededFor(cell: Cell, names: readonly string[]): Values {
  const needs: Values = {};
  for (const name of names) {
    const rule = changeRule(cell, name);
    if (typeof rule === 'object') Object.assign(needs, rule.needs);
  }
  return needs;
}

function attributeOf(cell: Cell, name: string) {
  const attribute = (cell.kind.attributes as Attributes)[name];
  if (!attribute) throw new TypeError(`${cell.kind.name} has no attribute ${name}`);
  return attribute;
}

const wanted = (want: Want<AnyKind>, name: string): unknown => (want as Values)[name];
const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name]]));
