import { CloudError, isCloudError, issuesError } from '../../errors/index.js';
import type { Account } from '../account.js';
import type { Cell } from '../driver/cell.js';
import { stoppable } from '../stop.js';
import { applyChange } from './apply.js';
import { cellContext, NEVER } from './context.js';
import { lastingLabels, ownedLabels } from './owner.js';
import { outlineOf, persist } from './persist.js';
import { plan as makePlan, type Plan, type PlanRequest } from './plan.js';
import { nativeId } from './reference.js';
import { tell, type Values } from './state.js';
import { toWant } from './want.js';

export interface UpdateRequest {
  prior: Readonly<Values>;
  spec: Readonly<Values>;
  chosen?: Readonly<Values>;
  /** See {@link PlanRequest.untouched}. */
  untouched?: ReadonlySet<string>;
  signal?: AbortSignal;
}

/** Makes a thing what is wanted, in place. What only a new one could have is refused: that is for the caller to decide. */
export function update(account: Account, cell: Cell, request: UpdateRequest): Promise<Values> {
  return stoppable(request.signal, async () => {
    const where = { cloud: account.id, kind: cell.kind.name, id: String(request.prior['id']) };
    const { spec, prior, untouched } = request;
    const plan = await makePlan(account, cell, { spec, prior, ...(untouched ? { untouched } : {}) });
    if (plan.issues.some((i) => i.severity === 'error')) throw issuesError(plan.issues, where);
    if (plan.replace.length > 0) {
      throw new CloudError('invalid', {
        ...where,
        attribute: plan.replace.slice(0, 1),
        message: `${plan.replace.join(', ')} can only change by making a new one`,
        next: ['delete it and create it again'],
      });
    }
    Object.assign(plan.values, request.chosen);
    try {
      return await carryOut(account, cell, request, plan, where);
    } catch (error) {
      throw isCloudError(error) ? error.with(where) : error;
    }
  });
}

async function carryOut(
  account: Account,
  cell: Cell,
  { prior, spec, signal = NEVER }: UpdateRequest,
  plan: Plan,
  where: Where,
): Promise<Values> {
  const id = nativeId(account.id, where.id, account.siblings);
  const reader = account.reader(cell);
  const ctx = cellContext(account, cell, signal);
  const labels = ownedLabels((spec['labels'] ?? {}) as Record<string, string>, account.owner);
  let before: string | undefined;
  const step = async () => {
    const seen = await reader.readNow(id);
    if (!seen) throw gone(where);
    before = outlineOf(seen);
    const want = await toWant(account, cell, spec, plan, { ...lastingLabels(seen.labels), ...labels }, prior);
    const leave = plan.changed.includes('labels') ? [] : ['labels'];
    return applyChange(account, cell, { seen, want, ctx, leave });
  };
  try {
    const look = () => reader.readNow(id);
    const seen = await persist(account.clock, ctx.signal, step, look, () => before);
    const { places } = account;
    return tell(seen, { cloud: account.id, cell, places, prior: { ...prior, ...spec }, chosen: plan.values });
  } finally {
    reader.touch(id);
  }
}

interface Where {
  cloud: string;
  kind: string;
  id: string;
}

function gone(where: Where): CloudError {
  return new CloudError('not-found', {
    ...where,
    message: 'it was deleted outside of this',
    next: ['plan again: it is made anew'],
  });
}
