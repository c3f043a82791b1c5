import type { Clock } from './clock.js';
import type { CloudRequest, Reply, Route } from './http.js';
import type { Limiter, Rate } from './limiter.js';
import type { Keeps } from './store.js';

export type Credentials = Readonly<Record<string, string>>;

/** What the core gives a cloud to work with. */
export interface CloudContext {
  /** The cloud's own part of the state. All state must live here, else it does not survive a restart or a reset. */
  readonly store: Keeps;
  readonly clock: Clock;
  readonly credentials: Credentials;
  /** Limit of a quota somebody set, or `undefined`: the cloud's own default holds. */
  quota(name: string): number | undefined;
  /** False where somebody declared the type sold out, everywhere or at this place. */
  inStock(type: string, place: string): boolean;
  /** Milliseconds (of the clock) a step takes: as set by `durations`, else `fallbackMs`. */
  duration(step: string, fallbackMs: number): number;
  /** A token bucket on the emulator's clock; `rate` is the vendor's own, which settings may override or switch off. */
  limiter(rate: Rate): Limiter;
}

/** A cloud at work: its routes, and how it speaks where no route does. */
export interface CloudService {
  readonly routes: readonly Route[];
  /** Runs before every request's route, matched or not: advances transient states, checks credentials and limits. A reply ends the request. */
  before?(request: CloudRequest): Reply | undefined;
  /** The vendor's body for a bare status: no such path (404), wrong method (405), unreadable JSON (400), injected faults. */
  refuse(status: number, request: CloudRequest): Reply;
  /** The vendor's reply for what a handler threw; `undefined` for what is a defect of the emulator. */
  failed(error: unknown, request: CloudRequest): Reply | undefined;
  /** Last touch on every reply, injected ones included: limit headers, request ids. */
  after?(request: CloudRequest, reply: Reply): Reply;
}

/** A cloud below the prefix of another one, by whose name quotas, faults and logs go. */
export interface Branch {
  /** Of its state: no other cloud's. */
  readonly name: string;
  readonly prefix: string;
  create(context: CloudContext): CloudService;
}

/** One emulated cloud: a folder exports one of these, and `clouds.ts` lists it. */
export interface EmulatedCloud {
  readonly name: string;
  /** Clouds of the same sort that stand below its prefix, with the same credentials and a state each: served with it, not listed beside it. */
  readonly branches?: readonly Branch[];
  /** Path prefix, e.g. `/hetzner/v1`. */
  readonly prefix: string;
  /** Obviously fake defaults. */
  readonly credentials: Credentials;
  /** The variables the vendor's own tools read. `endpoint` is the base URL with the prefix. */
  env(endpoint: string, credentials: Credentials): Record<string, string>;
  create(context: CloudContext): CloudService;
}
