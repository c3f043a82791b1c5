import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { CloudError } from '@hansa/sdk';
import { contract, type WireNamed } from '@hansa/sdk/clouds/fulcrum';
import type { Federation } from './federation.js';

/** A process that works for an agent. */
interface Holder {
  id: string;
  host: string;
  pid: number;
}

/** What the core keeps of who works for an agent. */
interface Held {
  agentId: string;
  holder: Holder | null;
  /** Counts up while the holder lives; others go by whether it moves, on their own clocks. */
  beat: number;
  /** How often it does, ms. */
  everyMs: number;
}

interface WireOption {
  id: string;
  value: Held;
}

/** So long after writing it is read again: who wrote last has it, ms. */
const SETTLE_MS = 1_000;
/** How often who stands by looks, ms. */
const LOOK_MS = 2_000;
/** Beats that a holder may miss. */
const MISSED = 3;

/**
 * Sees to it that one process works for an agent, on whatever host: an agent may write options of its provider, and one of these, which nobody
 * can order by, says who holds. The core has no compare-and-set, so what was written is read again before it counts.
 */
export class Lease {
  private readonly me: Holder = { id: randomUUID(), host: hostname(), pid: process.pid };
  private renewedAt = 0;
  /** Id of the option type. */
  private type: string | undefined;

  constructor(
    private readonly federation: Federation,
    private readonly everyMs: number,
    private readonly say: (text: string) => void,
  ) {}

  /** Waits until this process holds. False: the core has no place for it, so nobody watches. @throws the signal's reason */
  async take(signal: AbortSignal): Promise<boolean> {
    const { core } = this.federation;
    const typeId = await this.typeId();
    if (typeId === undefined) {
      this.say(
        'nothing keeps a second process of this agent away: have an admin run hansa fulcrum-agent bootstrap again',
      );
      return false;
    }
    let watched: { mark: string; since: number } | undefined;
    for (;;) {
      const option = await readLease(this.federation);
      const held = option?.value;
      const mark = `${held?.holder?.id} ${held?.beat}`;
      // Whose process is gone from this very host needs no waiting for; that is looked at once, at the start.
      const gone = watched
        ? silent(watched, mark, held, core.clock.now())
        : !held?.holder || isDead(held.holder, this.me);
      if (gone) {
        await this.write(typeId, option);
        await core.clock.sleep(SETTLE_MS, signal);
        if ((await readLease(this.federation))?.value.holder?.id === this.me.id) return true;
      } else {
        if (!watched) this.say(standingBy(held?.holder));
        if (watched?.mark !== mark) watched = { mark, since: core.clock.now() };
        await core.clock.sleep(Math.min(LOOK_MS, this.everyMs), signal);
      }
    }
  }

  /** Tells that this process lives. @throws CloudError `conflict` where another one has taken over */
  async renew(): Promise<void> {
    const option = await readLease(this.federation);
    const holder = option?.value.holder;
    if (holder && holder.id !== this.me.id) {
      throw new CloudError('conflict', {
        message: `another process works for this agent now (${nameOf(holder)}); this one ends`,
        next: ['stop one of the two', 'or start this one again: it stands by'],
      });
    }
    const typeId = await this.typeId();
    if (typeId !== undefined) await this.write(typeId, option);
  }

  /** Whether so much time has passed since the last beat that another one may have taken over: a machine that slept. */
  isOld(): boolean {
    return this.federation.core.clock.now() - this.renewedAt > 2 * this.everyMs;
  }

  /** Gives it back, so that the next one need not wait. */
  async leave(): Promise<void> {
    const option = await readLease(this.federation);
    if (option?.value.holder?.id !== this.me.id) return;
    await this.federation.core.patch(`/service-options/${option.id}`, { value: { ...option.value, holder: null } });
  }

  private async typeId(): Promise<string | undefined> {
    if (this.type === undefined) {
      const types = await this.federation.core.all<WireNamed & { type: string }>('/service-option-types', {});
      this.type = types.find(({ type }) => type === contract.LEASE_TYPE)?.id;
    }
    return this.type;
  }

  private async write(serviceOptionTypeId: string, there: WireOption | undefined): Promise<void> {
    const { core, me } = this.federation;
    const value: Held = { agentId: me.id, holder: this.me, beat: (there?.value.beat ?? 0) + 1, everyMs: this.everyMs };
    if (there) await core.patch(`/service-options/${there.id}`, { value });
    else {
      const wish = { providerId: me.providerId, serviceOptionTypeId, name: leaseName(me.id), value, enabled: false };
      await core.post('/service-options', { ...wish, displayOrder: 0 });
    }
    this.renewedAt = core.clock.now();
  }
}

/** Who holds, for who only looks. */
export async function holderOf(federation: Federation): Promise<string | undefined> {
  const holder = (await readLease(federation))?.value.holder;
  return holder ? nameOf(holder) : undefined;
}

/** The option; of two that were made at once, the one that everybody takes. */
async function readLease({ core, me }: Federation): Promise<WireOption | undefined> {
  const found = await core.all<WireOption>('/service-options', { providerId: me.providerId, name: leaseName(me.id) });
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

const leaseName = (agentId: string) => `agent ${agentId}`;
const nameOf = ({ host, pid }: Holder) => `process ${pid} on ${host}`;

function standingBy(holder: Holder | null | undefined): string {
  const who = holder ? nameOf(holder) : 'another process';
  return `${who} works for this agent: standing by, and taking over when it is silent`;
}

function silent(watched: { mark: string; since: number }, mark: string, held: Held | undefined, now: number): boolean {
  if (!held?.holder) return true;
  return watched.mark === mark && now - watched.since >= MISSED * held.everyMs;
}

/** Whether a process was of this host and is no more. One of our own number was before us. */
function isDead({ host, pid }: Holder, me: Holder): boolean {
  if (host !== me.host) return false;
  if (pid === me.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
