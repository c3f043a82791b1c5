import { isCloudError, systemClock } from '@hansa/sdk';
import type { WireAgent } from '@hansa/sdk/clouds/fulcrum';
import { readCatalogue, syncOptions } from './catalogue.js';
import { connectFederation, type Federation } from './federation.js';
import { Runner } from './jobs/runner.js';
import { Lease } from './lease.js';
import { Metrics } from './metrics.js';
import type { AgentOptions, Happening } from './options.js';

const DEFAULTS = {
  concurrency: 8,
  pollMs: 5_000,
  heartbeatMs: 20_000,
  catalogueMs: 60 * 60_000,
  metricsMs: 5 * 60_000,
};

/**
 * An agent of a Fulcrum federation that delivers what one cloud offers. One process works for an agent: a second one with the same token
 * stands by, on whatever host it is, and takes over when the first is silent.
 *
 * @example
 * const agent = new FulcrumAgent({ core: { url: 'https://core.example.org', token }, cloud: 'hetzner' });
 * await agent.run(AbortSignal.timeout(3_600_000));
 */
export class FulcrumAgent {
  private readonly stopped = new AbortController();
  private readonly settings: AgentOptions & typeof DEFAULTS;
  /** What the heartbeat says: an agent whose cloud does not answer is there, and no use. */
  private health: 'Connected' | 'Error' = 'Connected';
  private opening: Promise<{ federation: Federation; runner: Runner; metrics: Metrics }> | undefined;
  private resuming: Promise<void> | undefined;
  /** Why this process may not go on. */
  private lost: unknown;

  constructor(options: AgentOptions) {
    const said = Object.entries(options).filter(([, value]) => value !== undefined);
    this.settings = { ...DEFAULTS, ...(Object.fromEntries(said) as unknown as AgentOptions) };
  }

  /**
   * Works until the signal says stop; ends what is under way at the cloud, and says good-bye to the core. While another process works for the
   * agent it stands by.
   *
   * @throws CloudError `conflict` where another process has taken over, because this one was silent for too long
   */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.stopped.abort(), { once: true });
    if (signal.aborted) this.stopped.abort();
    try {
      const { federation } = await this.open(signal);
      const { heartbeatMs } = this.settings;
      const lease = new Lease(federation, heartbeatMs, (text) => this.say({ level: 'warning', text }));
      const held = await this.patiently(() => lease.take(signal), signal);
      await this.patiently(() => this.status('Connected'), signal);
      this.settings.onStart?.(federation.me);
      await this.live(held ? lease : undefined);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private async live(lease: Lease | undefined): Promise<void> {
    const { runner } = await this.open();
    const { pollMs, heartbeatMs, catalogueMs, metricsMs } = this.settings;
    await Promise.all([
      this.every(heartbeatMs, () => this.beat(lease), 'heartbeat'),
      this.every(catalogueMs, () => this.catalogue(), 'catalogue'),
      this.every(metricsMs, () => this.measure(), 'metrics'),
      this.every(
        0,
        async () => {
          if (lease?.isOld()) await this.beat(lease);
          await this.resume();
          await this.work(pollMs);
        },
        'jobs',
      ),
    ]);
    await runner.settled();
    if (this.lost) throw this.lost;
    const goodBye = (error: unknown) => this.trouble('good-bye', error);
    await this.status('Disconnected').catch(goodBye);
    await lease?.leave().catch(goodBye);
  }

  /** Tells the core that this process lives; where another has taken over, this one stops. */
  private async beat(lease: Lease | undefined): Promise<void> {
    try {
      await lease?.renew();
    } catch (error) {
      if (!isCloudError(error, 'conflict')) throw error;
      this.lost = error;
      this.stopped.abort();
      return;
    }
    await this.status(this.health);
  }

  /** Takes up what an earlier life has left, then works all jobs that there are, and returns. */
  async drain(): Promise<void> {
    const { runner } = await this.open();
    await this.resume();
    await runner.drain();
  }

  /** Takes up, once, what an earlier life has claimed and never ended. */
  private resume(): Promise<void> {
    this.resuming ??= this.open().then(({ runner }) => runner.resume());
    this.resuming.catch(() => {
      this.resuming = undefined;
    });
    return this.resuming;
  }

  /** Brings the provider's options in step with what the cloud sells. */
  async catalogue(): Promise<void> {
    const { federation } = await this.open();
    const catalogue = await readCatalogue(federation).catch((error: unknown) => {
      this.health = 'Error';
      throw error;
    });
    this.health = 'Connected';
    const { made, changed, withdrawn } = await syncOptions(federation, catalogue);
    const text = `catalogue: ${made} options made, ${changed} changed, ${withdrawn} withdrawn`;
    if (made + changed + withdrawn > 0) this.say({ level: 'info', text });
  }

  async measure(): Promise<void> {
    const { metrics } = await this.open();
    await metrics.measure();
  }

  /** Tells the core how it is; the heartbeat. */
  async status(status: 'Connected' | 'Disconnected' | 'Error'): Promise<void> {
    const { federation } = await this.open();
    await federation.core.put('/agents/me/status', { status });
  }

  /** Jobs that this life of the agent has done, seen fail, and lost to the core's patience. */
  async count(): Promise<Readonly<Runner['count']>> {
    return (await this.open()).runner.count;
  }

  async me(): Promise<WireAgent> {
    return (await this.open()).federation.me;
  }

  /** Connects, for as long as the core is away. */
  private open(signal?: AbortSignal) {
    this.opening ??= this.connect(signal);
    this.opening.catch(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  private async connect(signal?: AbortSignal) {
    const federation = await this.patiently(() => connectFederation(this.settings), signal);
    const { concurrency } = this.settings;
    const runner = new Runner(federation, concurrency, (one) => this.say(one), this.stopped.signal);
    return { federation, runner, metrics: new Metrics(federation, (text) => this.say({ level: 'warning', text })) };
  }

  /** Tries again while the core cannot be reached. Without a signal nobody is there to wait for it. */
  private async patiently<T>(act: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await act();
      } catch (error) {
        if (!signal || !isCloudError(error, 'unavailable', 'timeout', 'rate-limited')) throw error;
        this.trouble('connection', error);
        await this.clock.sleep(Math.min(30_000, 1000 * 2 ** attempt), signal);
      }
    }
  }

  /** One look for jobs; after it, a pause, or until a job ends and makes room. */
  private async work(pollMs: number): Promise<void> {
    const { runner } = await this.open();
    const found = await runner.poll();
    const pause = this.clock.sleep(pollMs, this.stopped.signal);
    pause.catch(() => {});
    await Promise.race(found > 0 ? [pause, runner.next()] : [pause]);
  }

  /** Does it again and again. What goes wrong is said, and is no end. */
  private async every(ms: number, act: () => Promise<void>, what: string): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      try {
        await act();
        if (ms > 0) await this.clock.sleep(ms, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.trouble(what, error);
        await this.clock.sleep(Math.max(ms, this.settings.pollMs), signal).catch(() => {});
      }
    }
  }

  private trouble(what: string, error: unknown): void {
    this.say({ level: 'error', text: `${what}: ${isCloudError(error) ? error.message : String(error)}` });
  }

  private say(happening: Happening): void {
    this.settings.onHappening?.(happening);
  }

  private get clock() {
    return this.settings.core.clock ?? this.settings.hansa?.clock ?? systemClock;
  }
}
