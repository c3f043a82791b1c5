import type { AnyKind } from '../../kinds/model/index.js';
import type { Account } from '../account.js';
import type { Cell, Observed, Want } from '../driver/cell.js';
import { cellContext, NEVER } from './context.js';
import { isUnfinished, keepsMark, lastingLabels } from './owner.js';

/** Takes the mark "unfinished" off; `labels` are those that the finished thing has for the user and the owner. A cell that cannot change labels leaves it; then only this process's own claims tell finished from not. */
export async function takeMarkOff(
  account: Account,
  cell: Cell,
  seen: Observed<AnyKind>,
  labels: Record<string, string>,
): Promise<void> {
  if (!isUnfinished(seen.labels) || keepsMark(cell)) return;
  const want = { ...seen, labels: { ...lastingLabels(seen.labels), ...labels } } as unknown as Want<AnyKind>;
  const ctx = cellContext(account, cell, NEVER);
  await cell.update?.(account.api, seen.id, { labels: want.labels } as never, { ...ctx, prior: seen, want } as never);
  account.reader(cell).touch(seen.id);
}
