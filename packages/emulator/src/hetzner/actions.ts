import type { Clock } from '../core/clock.js';
import type { Collection, Keeps } from '../core/store.js';
import type { Step } from './durations.js';
import { HetznerError, locked } from './errors.js';

export interface ActionResource {
  readonly id: number;
  readonly type:
    | 'server'
    | 'network'
    | 'firewall'
    | 'volume'
    | 'floating_ip'
    | 'primary_ip'
    | 'image'
    | 'iso'
    | 'placement_group';
}

/** An action as kept: what it will do when it ends is its command's, with `data`. */
export interface Action {
  readonly id: number;
  readonly command: Step;
  readonly resources: readonly ActionResource[];
  readonly startsAt: number;
  readonly endsAt: number;
  status: 'running' | 'success' | 'error';
  error: { code: string; message: string } | null;
  readonly data: Readonly<Record<string, number | string | boolean | null>>;
  /** Resources no other action may touch until this one ends, as `server 42`. */
  readonly locks: readonly string[];
  /** Resources no locking action may touch meanwhile, while sharing ones may. */
  readonly shares: readonly string[];
  /** A step that is no action of the API, such as a guest that obeys a shutdown. */
  readonly hidden: boolean;
}

export interface ActionPlan {
  readonly command: Step;
  readonly resources: readonly ActionResource[];
  readonly data?: Action['data'];
  readonly locks?: readonly ActionResource[];
  readonly shares?: readonly ActionResource[];
  /** Starts when that one ends. */
  readonly after?: Action;
  readonly hidden?: boolean;
}

export type Finish = (action: Action) => void;

/** First id: larger than 32 bits, so whoever cuts ids short finds out here. */
const FIRST_ID = 500_000_000_001;

/** Kinds whose lock is answered with `locked`; all others answer `conflict`, which asks for a retry. */
const LOCKED_KINDS = new Set(['server', 'volume', 'floating ip', 'primary ip', 'image']);

/** Actions run on the clock: each ends at its time, in order, and its command's `finish` then changes the resources. */
export class Actions {
  readonly all: Collection<Action>;
  readonly #running = new Set<Action>();
  readonly #finish = new Map<Step, Finish>();

  constructor(
    readonly store: Keeps,
    readonly clock: Clock,
    readonly duration: (step: Step) => number,
  ) {
    this.all = store.collection<Action>('actions');
    for (const action of this.all.list()) if (action.status === 'running') this.#running.add(action);
  }

  /** Says what a command does when its action ends. It throws a HetznerError to let the action fail. */
  onFinish(command: Step, finish: Finish): void {
    if (this.#finish.has(command)) throw new Error(`${command} has a finish already`);
    this.#finish.set(command, finish);
  }

  /** Starts an action; one that takes no time is over when this returns. @throws HetznerError where a resource is locked. */
  begin(plan: ActionPlan): Action {
    const { command, resources, data = {}, locks = [], shares = [], after, hidden = false } = plan;
    if (!after) this.mustBeFree(locks, shares);
    const startsAt = after?.endsAt ?? this.clock.now();
    const action: Action = {
      id: this.store.next('action', FIRST_ID),
      command,
      resources,
      startsAt,
      endsAt: startsAt + this.duration(command),
      status: 'running',
      error: null,
      data,
      locks: locks.map(keyOf),
      shares: shares.map(keyOf),
      hidden,
    };
    this.all.put(action.id, action);
    this.#running.add(action);
    this.settle();
    return action;
  }

  /** Ends every action whose time has come, the earliest first. */
  settle(): void {
    const now = this.clock.now();
    for (;;) {
      let next: Action | undefined;
      for (const action of this.#running) {
        if (action.endsAt <= now && (!next || action.endsAt < next.endsAt)) next = action;
      }
      if (!next) return;
      this.#running.delete(next);
      this.#end(next);
    }
  }

  #end(action: Action): void {
    action.status = 'success';
    try {
      this.#finish.get(action.command)?.(action);
    } catch (error) {
      if (!(error instanceof HetznerError)) throw error;
      action.status = 'error';
      action.error = { code: error.code, message: error.message };
    }
  }

  isLocked(resource: ActionResource): boolean {
    const key = keyOf(resource);
    for (const action of this.#running) if (action.locks.includes(key)) return true;
    return false;
  }

  /** Keys (`server 42`) of everything locked, to look up many at once. */
  lockedKeys(): Set<string> {
    const keys = new Set<string>();
    for (const action of this.#running) for (const key of action.locks) keys.add(key);
    return keys;
  }

  /** @throws HetznerError `locked` or `conflict`. */
  mustBeFree(locks: readonly ActionResource[], shares: readonly ActionResource[] = []): void {
    for (const action of this.#running) {
      const hit =
        locks.find((resource) => action.locks.includes(keyOf(resource)) || action.shares.includes(keyOf(resource))) ??
        shares.find((resource) => action.locks.includes(keyOf(resource)));
      if (!hit) continue;
      const kind = hit.type.replace('_', ' ');
      if (LOCKED_KINDS.has(kind)) throw locked(kind);
      throw new HetznerError('conflict', `${kind} ${hit.id} is being changed, please retry`);
    }
  }
}

export function keyOf({ type, id }: ActionResource): string {
  return `${type} ${id}`;
}

/** The action as the API shows it at this time. */
export function viewAction(action: Action, now: number): Record<string, unknown> {
  const { id, command, resources, startsAt, endsAt, status, error } = action;
  const done = (now - startsAt) / Math.max(1, endsAt - startsAt);
  return {
    id,
    command,
    status,
    progress: status === 'running' ? Math.min(99, Math.max(0, Math.floor(done * 100))) : 100,
    started: timestamp(startsAt),
    finished: status === 'running' ? null : timestamp(endsAt),
    resources,
    error,
  };
}

/** RFC 3339 in UTC to the second, as the API writes times. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
