import { setTimeout as sleep } from 'node:timers/promises';
import type { Type } from '../cty/type.js';
import type { GrpcCall } from '../goplugin/grpc/service.js';
import type { Logger } from '../goplugin/log.js';
import type { Deferred, Diagnostic as WireDiagnostic } from '../protocol/value.gen.js';
import { AfterReply, type Calm } from './after-reply.js';
import type { CallContext, ClientContext } from './context.js';
import { DiagnosticError, Diagnostics } from './diagnostics.js';
import { reportFailure } from './failure.js';
import { Flight } from './flight.js';
import type { Provider } from './provider.js';
import { ProviderTypes } from './provider-types.js';
import { diagnosticsToWire } from './wire/diagnostics.js';

export type ProviderSource = Provider | (() => Promise<Provider>);

/** What a call may still add to its diagnostics: the type that their paths go through. */
export interface CallScope {
  type: Type;
  /** Of the resource, data source, … that is called. */
  typeName?: string;
}

const NOTHING: Type = ['object', {}];
/** After a crash elsewhere in the process, how long calls may take to end by themselves. */
const CRASH_GRACE_MS = 5_000;
/** Terraform kills a provider 2 s after it asked for shutdown. */
export const SETTLE_MS = 1_500;

/** While draining, how often to look whether it is done; and where core waits for it. */
const [LOOK_MS, LOOK_OFTEN_MS] = [50, 2];
const stopped = () => new Error('Terraform was asked to stop');

/** A call's context: all of them of one shape, and a signal made for who looks at it. */
class RunningCall implements CallContext {
  declare readonly signal: AbortSignal;
  readonly #flight: Flight;

  constructor(
    flight: Flight,
    readonly diagnostics: Diagnostics,
    readonly log: Logger,
    readonly afterReply: CallContext['afterReply'],
  ) {
    this.#flight = flight;
    // A property of its own, so that a copy of the context has it as well.
    Object.defineProperty(this, 'signal', RunningCall.#signal);
  }

  static readonly #signal: PropertyDescriptor & ThisType<RunningCall> = {
    enumerable: true,
    get() {
      return this.#flight.signal;
    },
  };
}

/** What all RPCs share: the provider, its configured client, and the calls in flight. */
export class ProviderServer {
  readonly afterReply: AfterReply;
  readonly #source: ProviderSource;
  readonly #inFlight = new Set<Flight>();
  /** Calls whose reply is not known to have left. */
  readonly #unanswered = new Map<GrpcCall, Flight>();
  #draining = false;
  #types: Promise<ProviderTypes> | undefined;
  /** The same, once it is there: a call need not wait for it. */
  #loaded: ProviderTypes | undefined;
  #client: { readonly value: unknown } | undefined;
  #putOff: Deferred | undefined;

  constructor(
    source: ProviderSource,
    readonly log: Logger,
    calm?: Calm,
  ) {
    this.#source = source;
    this.afterReply = new AfterReply(log, calm);
  }

  /** Loads the provider when first called. */
  types(): Promise<ProviderTypes> {
    this.#types ??= (async () => {
      const source = this.#source;
      this.#loaded = new ProviderTypes(typeof source === 'function' ? await source() : source);
      return this.#loaded;
    })();
    // Each call tells it in one line; its author wants the trace.
    this.#types.catch((error: unknown) => this.log.error('the provider could not be loaded', { error }));
    return this.#types;
  }

  /** Starts loading the provider; a failure is told by the first call. */
  preload(): void {
    this.types().catch(() => {});
  }

  /** @param putOff why everything is put off to a later run, if it is */
  configured(client: unknown, putOff?: Deferred): void {
    this.#client = { value: client };
    this.#putOff = putOff;
  }

  /** Why everything is put off to a later run, if it is. */
  get putOff(): Deferred | undefined {
    return this.#putOff;
  }

  /** Adds to a call's context the client that the provider was configured with, and whatever else it needs. */
  withClient<More extends object>(context: CallContext, more: More): ClientContext<unknown> & More {
    if (this.#client === undefined) throw new DiagnosticError('The provider is not configured');
    return Object.assign(context, { client: this.#client.value, meta: null }, more);
  }

  /** Runs one call. Whatever it throws becomes diagnostics, and `undefined` is its result. */
  async run<T>(
    call: GrpcCall,
    work: (context: CallContext, scope: CallScope, types: ProviderTypes) => Promise<T>,
  ): Promise<{ value: T | undefined; diagnostics: WireDiagnostic[]; failed: boolean }> {
    const diagnostics = new Diagnostics();
    const scope: CallScope = { type: NOTHING };
    const flight = new Flight(call);
    this.#inFlight.add(flight);
    this.#unanswered.set(call, flight);
    call.afterReply(() => this.#unanswered.delete(call));
    if (this.#draining) flight.abort(stopped());
    let value: T | undefined;
    try {
      const context = new RunningCall(flight, diagnostics, this.log, (later) =>
        call.afterReply((replied) => replied && this.afterReply.start(later)),
      );
      const loaded = this.#loaded;
      value = await flight.outcome(
        loaded ? work(context, scope, loaded) : this.types().then((types) => work(context, scope, types)),
      );
    } catch (error) {
      const { diagnose } = (await this.types().catch(() => undefined))?.provider ?? {};
      const { typeName } = scope;
      await reportFailure(error, { diagnose, typeName, diagnostics, cancelled: flight.cancelled, log: this.log });
      this.log.debug('call failed', { error });
    } finally {
      this.#inFlight.delete(flight);
    }
    return { value, diagnostics: diagnosticsToWire(scope.type, diagnostics.all), failed: diagnostics.hasErrors };
  }

  get callsInFlight(): number {
    return this.#inFlight.size;
  }

  /** The user pressed Ctrl-C: calls in flight are told, later ones are not concerned. */
  stop(): void {
    for (const flight of this.#inFlight) flight.abort(stopped());
  }

  /**
   * The process is to end while core is there: calls in flight are told, and those that still come. Resolves when every reply has left and
   * nothing waits for core to record one, which it shows by asking for shutdown; at the latest after so many milliseconds.
   */
  async drain(milliseconds: number): Promise<void> {
    this.#draining = true;
    this.stop();
    const deadline = performance.now() + milliseconds;
    while ((this.#unanswered.size > 0 || this.afterReply.waits) && performance.now() < deadline) await sleep(LOOK_MS);
    if (this.#unanswered.size > 0) this.log.warn('calls did not end', { count: this.#unanswered.size });
  }

  /** An error escaped all handling. Calls in flight may wait for something that will never come: they are ended. */
  crash(error: unknown): void {
    this.log.error('an error escaped: calls in flight will be ended', { error });
    const message = error instanceof Error ? error.message : String(error);
    const failure = new Error(`The provider failed: ${message}`, { cause: error });
    const flights = [...this.#inFlight];
    for (const flight of flights) flight.abort(failure);
    setTimeout(() => {
      for (const flight of flights) flight.fail(failure);
    }, CRASH_GRACE_MS).unref();
  }

  /** Core is gone: what was put off until it had recorded a reply is not done. */
  abandon(): void {
    this.afterReply.abandon();
  }

  /**
   * Waits, within Terraform's patience, for work put off until after replies. First for word that replies have left: core, which asks for the
   * end when it has them, may be heard before that where this process had to wait for a processor.
   */
  async settle(): Promise<void> {
    const deadline = performance.now() + SETTLE_MS;
    while (this.#repliesLeave() && performance.now() < deadline) await sleep(LOOK_OFTEN_MS);
    await this.afterReply.settle(Math.max(0, deadline - performance.now()));
  }

  /** Whether there are replies that are made, and not known to have left. */
  #repliesLeave(): boolean {
    for (const flight of this.#unanswered.values()) if (!this.#inFlight.has(flight)) return true;
    return false;
  }
}
