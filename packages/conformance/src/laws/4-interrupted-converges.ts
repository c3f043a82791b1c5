import { type CloudHandle, isCloudError, type Link } from '@hansa/sdk';
import { assertThat } from '../equal.js';
import { breaking, FAULTS, type Fault, isKill } from '../faults.js';
import { type Law, stateOnly, type Trial } from '../law.js';

type Values = Record<string, unknown>;
type Part = 'create' | 'update' | 'delete';
/** The kind's collection, as one process has it. */
type Things = ReturnType<CloudHandle['kind']>;

/**
 * At a real account every case takes seconds and may cost money: only what can leave an orphan or a double is tried there, the two
 * in turn.
 */
const AT_REAL_ACCOUNTS: readonly Fault[] = ['killed after the vendor acted', 'reply lost'];
const MOST_STEPS = 60;

export const interruptedConverges: Law = {
  number: 4,
  sentence:
    'Interrupted anywhere (reset, lost reply, 429 with and without Retry-After, 5xx, truncated or slow body, 404 after create, killed process): running again converges; 0 orphans, 0 doubles, nothing lost.',
  try: async (trial) => {
    const kept = await stateOnly(trial);
    if (kept) return trial.check('nothing is sent that could be interrupted', async () => kept);
    // Who only looks need not be a new process each time.
    const observer = freshly(trial);
    const sweep = async (title: string, faultAt: (step: number) => Fault) => {
      await trial.check(title, async () => {
        const done = new Set<Part>();
        for (let step = 0; step < MOST_STEPS; step += 1) {
          const hits = await cycle(trial, observer, { fault: faultAt(step), step, done });
          if (hits === 0) break;
          trial.count(faultAt(step), hits);
        }
      });
    };
    const where = 'request of create, update and delete';
    if (!trial.emulated) {
      const faultAt = (step: number) => AT_REAL_ACCOUNTS[step % 2] as Fault;
      return sweep(`${AT_REAL_ACCOUNTS.join(' or ')}, at every changing ${where}`, faultAt);
    }
    for (const fault of FAULTS) await sweep(`${fault}, at every ${where}`, () => fault);
  },
};

/**
 * One life under one fault: create, update, delete, each broken at its `step`-th request. What has fewer requests is `done`: it is put
 * there, and from then on only done as far as the others need it. Returns how many of the three were broken.
 */
async function cycle(
  trial: Trial,
  observer: Things,
  { fault, step, done }: { fault: Fault; step: number; done: Set<Part> },
): Promise<number> {
  const { kind, ground, clock } = trial;
  const spec = await ground.spec(kind);
  const at = `broken at request ${step + 1}`;
  const counts = trial.emulated ? () => true : (method: string) => method !== 'GET';
  let hits = 0;
  /** Runs `act` under the fault and, when it could not end, again in a new process without it. */
  const twice = async <T>(what: Part, act: (collection: Things) => Promise<T>): Promise<T> => {
    if (done.has(what)) return act(observer);
    const breaker = breaking(fault, step, { clock, counts });
    try {
      return await act(freshly(trial, breaker.link));
    } catch (error) {
      assertThat(isKill(fault) || isCloudError(error), `${what} ${at}: ${String(error)}`);
      return await act(freshly(trial)).catch((again: unknown) => {
        throw new Error(`${what} ${at} does not converge: ${String(again)} (first: ${String(error)})`);
      });
    } finally {
      if (breaker.seen() > step) hits += 1;
      else done.add(what);
    }
  };
  const named = async () => (await observer.list()).filter((one) => (one as Values)['name'] === spec['name']);

  let finish: (() => Promise<void>) | undefined;
  const state = await twice('create', async (collection) => {
    const created = await collection.begin({ spec });
    finish = created.finish;
    return created.state as Values & { id: string };
  });
  await finish?.().catch(() => {});
  const made = await named();
  assertThat(made.length === 1, `create ${at} leaves ${made.length} of them`);
  assertThat(made[0]?.id === state.id, `create ${at} says ${state.id} and left ${made[0]?.id}`);
  const after = await observer.plan({ spec, prior: state });
  assertThat(after.changed.length === 0, `after create ${at} the plan would change ${after.changed.join(', ')}`);

  if (!done.has('update')) {
    const wanted = { ...spec, ...(await inPlace(trial, observer, spec, state)) };
    const change = (collection: Things) => collection.change({ spec: wanted, prior: state });
    const changed = (await twice('update', change)) as Values;
    const plan = await observer.plan({ spec: wanted, prior: changed });
    assertThat(plan.changed.length === 0, `after update ${at} the plan would change ${plan.changed.join(', ')}`);
  }

  await twice('delete', (collection) => collection.delete(state.id));
  const left = await named();
  assertThat(left.length === 0, `delete ${at} leaves ${left.map((one) => one.id).join(', ')}`);
  return hits;
}

/** The kind's collection in a process that starts afresh. */
function freshly({ restart, cloud, kind, direct: wire }: Trial, wiretap?: Link): Things {
  return restart({ wire, wiretap }).cloud(cloud).kind(kind.name);
}

/** The first change of the kind's example that this cloud makes in place. */
async function inPlace({ kind, ground }: Trial, observer: Things, spec: Values, prior: Values): Promise<Values> {
  const has = await ground.for(kind);
  for (const { set } of kind.example.changes) {
    const given = typeof set === 'function' ? set(has) : set;
    if ('name' in given) continue;
    const plan = await observer.plan({ spec: { ...spec, ...given }, prior });
    if (plan.replace.length === 0 && plan.changed.length > 0 && !plan.issues.some((i) => i.severity === 'error'))
      return given;
  }
  return {};
}
