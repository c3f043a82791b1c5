import type { AnyKind } from '../../../kinds/model/index.js';
import { POWER } from './names.js';

export interface Transition {
  from: string;
  to: string;
  onError?: boolean;
  onErrorRegexp?: string;
}

export interface Lifecycle {
  states: { name: string }[];
  actions: { name: string; transitions: Transition[] }[];
  initialState: string;
  terminalStates: string[];
  runningStates: string[];
}

export const STATES = {
  /** Ordered; there is nothing yet, or what an attempt that failed has left. */
  new: 'New',
  started: 'Started',
  stopped: 'Stopped',
  /** Deleted at the cloud itself, behind the federation's back. */
  lost: 'Lost',
  deleted: 'Deleted',
} as const;

/** States in which there is a service to speak of. */
export const LIVE: readonly string[] = [STATES.new, STATES.started, STATES.stopped];

/** An agent that finds nothing says so with this code, and nothing is left to be done. */
const WHERE_LOST = '^not-found\\b';

/** The life of what cannot be stopped. */
export const SIMPLE: Lifecycle = lifecycle([STATES.started], []);

/** The life of a kind's things: those that have power can be started and stopped. */
export function lifecycleOf({ attributes }: AnyKind): Lifecycle {
  if (!(POWER in attributes)) return SIMPLE;
  return lifecycle(
    [STATES.started, STATES.stopped],
    [
      { name: 'start', transitions: [to(STATES.stopped, STATES.started), to(STATES.started, STATES.started)] },
      { name: 'stop', transitions: [to(STATES.started, STATES.stopped), to(STATES.stopped, STATES.stopped)] },
    ],
  );
}

function lifecycle(there: readonly string[], more: Lifecycle['actions']): Lifecycle {
  const stays = there.map((state) => to(state, state));
  const changing = [{ name: 'update', transitions: stays }, { name: 'refresh', transitions: stays }, ...more];
  return {
    states: [STATES.new, ...there, STATES.lost, STATES.deleted].map((name) => ({ name })),
    actions: [
      // What fails stays new: it can be tried again, or deleted with all that it left.
      { name: 'create', transitions: [to(STATES.new, STATES.started)] },
      ...changing.map(({ name, transitions }) => ({
        name,
        transitions: [
          ...transitions,
          ...there.map((from) => ({ from, to: STATES.lost, onError: true, onErrorRegexp: WHERE_LOST })),
        ],
      })),
      { name: 'delete', transitions: [STATES.new, ...there].map((from) => to(from, STATES.deleted)) },
    ],
    initialState: STATES.new,
    terminalStates: [STATES.lost, STATES.deleted],
    runningStates: [STATES.started],
  };
}

function to(from: string, next: string): Transition {
  return { from, to: next };
}
