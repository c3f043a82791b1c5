import { type CloudError, isCloudError, issuesError } from '../../errors/index.js';
import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import type { Account } from '../account.js';
import type { Cell, CellContext, Observed, Want } from '../driver/cell.js';
import { stoppable } from '../stop.js';
import { applyChange } from './apply.js';
import { type Claim, claimName } from './claim.js';
import { cellContext, NEVER } from './context.js';
import { destroy } from './delete.js';
import { make } from './make.js';
import { takeMarkOff } from './mark.js';
import { ownedLabels, unfinishedLabels } from './owner.js';
import { persist } from './persist.js';
import { plan as makePlan, type Plan, withDefaults } from './plan.js';
import { globalId } from './reference.js';
import { tell, type Values } from './state.js';
import { toWant } from './want.js';

export interface CreateRequest {
  spec: Readonly<Values>;
  /** Computed values that a plan has promised (native size and image, price). */
  chosen?: Readonly<Values>;
  /** Told the id as soon as there is one: from then on a failure leaves a thing that can be found, never an orphan. */
  onCreated?(id: string): void;
  /**
   * Deletes what was made where the cloud turns out to have none left, so that the thing can be made elsewhere: the error has no id then.
   * Some clouds take a server on and tell afterwards that they have no room for it.
   */
  leaveNothing?: boolean;
  signal?: AbortSignal;
}

export interface Created {
  state: Values;
  /** To be called when the state is recorded: takes the mark "unfinished" off. Until then a new create takes the thing over. */
  finish(): Promise<void>;
}

/** Finishes what its caller alone records. A mark that stays on does no harm but one: a second create of the name takes the thing over. */
export async function finishNow({ finish }: Pick<Created, 'finish'>): Promise<void> {
  await finish().catch((error: unknown) => {
    if (!isCloudError(error)) throw error;
  });
}

/** Makes a thing, or takes over the unfinished one that an earlier, interrupted create of the same owner left. */
export function create(account: Account, cell: Cell, request: CreateRequest): Promise<Created> {
  return stoppable(request.signal, async () => {
    const plan = await makePlan(account, cell, { spec: request.spec, prior: null });
    if (plan.issues.some((i) => i.severity === 'error'))
      throw issuesError(plan.issues, { cloud: account.id, kind: cell.kind.name });
    Object.assign(plan.values, request.chosen);
    const unreadable = unreadableOf(cell.kind.attributes, request.spec);
    const labels = unfinishedLabels(labelsOf(request.spec), account.owner, unreadable);
    const want = await toWant(account, cell, request.spec, plan, labels);
    const claim = await claimName(account, cell, want);
    return carryOut(account, cell, { request, plan, want, claim });
  });
}

interface Wanted {
  request: CreateRequest;
  plan: Plan;
  want: Want<AnyKind>;
  claim: Claim;
}

async function carryOut(account: Account, cell: Cell, { request, plan, want, claim }: Wanted): Promise<Created> {
  const ctx = cellContext(account, cell, request.signal ?? NEVER);
  let id: string | undefined;
  try {
    const made = await make(account, cell, want, ctx, claim);
    id = made;
    claim.hold(made);
    request.onCreated?.(globalId(account.id, made));
    const seen = await persist(
      account.clock,
      ctx.signal,
      () => complete(account, cell, made, want, ctx),
      () => account.reader(cell).readNow(made),
    );
    account.reader(cell).touch(made);
    const state = tell(seen, {
      cloud: account.id,
      cell,
      places: account.places,
      prior: {
        ...asSaid(cell.kind.attributes, request.spec),
        region: request.spec['region'] ?? plan.values['region'],
      },
      chosen: plan.values,
    });
    const labels = ownedLabels(labelsOf(request.spec), account.owner);
    const finished = async () => {
      // At once: of what comes after it, requests, a process that is ended in a moment may do nothing any more.
      claim.recorded(made);
      await persist(account.clock, NEVER, () => takeMarkOff(account, cell, seen, labels));
      claim.finished(made);
    };
    return { state, finish: finished };
  } catch (error) {
    if (id && request.leaveNothing && isCloudError(error, 'out-of-stock', 'quota-exceeded')) {
      const rest = await destroy(account, cell, { id: globalId(account.id, id), signal: request.signal }).catch(
        cloudError,
      );
      if (rest === undefined) {
        claim.release();
        throw error.with({ cloud: account.id, kind: cell.kind.name });
      }
    }
    // Who was told the id has the thing. Who was not may ask again, and takes it over then.
    if (!id || !request.onCreated) claim.release();
    throw isCloudError(error)
      ? error.with({ cloud: account.id, kind: cell.kind.name, ...(id ? { id: globalId(account.id, id) } : {}) })
      : error;
  }
}

/** What could not be deleted is told by the error that is there already. */
function cloudError(error: unknown): CloudError {
  if (isCloudError(error)) return error;
  throw error;
}

function labelsOf(spec: Readonly<Values>): Record<string, string> {
  return (spec['labels'] ?? {}) as Record<string, string>;
}

/** What the specification says of what cannot be read back, in the order of the model. */
function unreadableOf(attributes: Attributes, spec: Readonly<Values>): [string, unknown][] {
  const hidden = Object.entries(attributes).filter(([, { unreadable, writeOnly }]) => unreadable || writeOnly);
  return hidden.map(([name, { default: otherwise }]) => [name, spec[name] ?? otherwise ?? null]);
}

/** The specification with everything in it that only the user can know: what they left out is known to be nothing. */
function asSaid(attributes: Attributes, spec: Readonly<Values>): Values {
  const nothing = Object.entries(attributes).flatMap(([name, { unreadable }]) =>
    unreadable ? [[name, null] as const] : [],
  );
  return { ...Object.fromEntries(nothing), ...withDefaults(attributes, spec) };
}

/** All steps after the first, then whatever a leftover still has otherwise than wanted. */
async function complete(
  account: Account,
  cell: Cell,
  id: string,
  want: Want<AnyKind>,
  ctx: CellContext<AnyKind>,
): Promise<Observed<AnyKind>> {
  account.reader(cell).touch(id);
  await cell.complete?.(account.api, id, want, ctx);
  const seen = await ctx.until(id);
  return applyChange(account, cell, { seen: seen as Observed<AnyKind>, want, ctx, leave: ['labels'] });
}
