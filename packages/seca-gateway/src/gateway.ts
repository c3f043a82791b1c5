import { type Clock, isCloudError } from '@hansa/sdk';
import { embodimentOf } from './cloud/embodiments.js';
import type { Ground } from './cloud/ground.js';
import { linkedKeys, usersOf } from './model/links.js';
import { absent, explain, Problem, unmet } from './model/problem.js';
import { type Address, type Kept, keyOf, present } from './model/record.js';
import { drifts } from './work/drift.js';
import { goingAlong, mustBeFree } from './work/in-use.js';
import { Order } from './work/order.js';
import { mustBeVersion, wantedOf } from './work/read.js';
import { checkReferences } from './work/references.js';
import { modified, moveTo } from './work/state.js';
import { statusOf } from './work/status.js';
import { Turns } from './work/turns.js';

/** Told of what somebody else has deleted at the cloud. */
const VANISHED = { reason: 'Vanished', message: 'it is gone at the cloud; the next change makes it anew' };

export type PowerAction = 'start' | 'stop' | 'restart';

/**
 * How long an answer waits for the work that follows from it, ms: who asks for little hears how it ended. SECA's suite wants some changes
 * to be over when they are answered (conformance bb6f5fb, read 2026-11); how long is our choice.
 */
const PATIENCE_MS = 5000;

/** The life of SECA's resources: what may be asked of them, and the work that follows from it. */
export class Gateway {
  private readonly order = new Order();
  private readonly turns = new Turns();

  /** @param log told of what went wrong, without any secret */
  constructor(
    readonly ground: Ground,
    private readonly clock: Clock,
    private readonly log: (line: string) => void,
  ) {}

  /** Takes up what an earlier process had begun. */
  resume(): void {
    for (const record of this.ground.store.all()) {
      if (record.state === 'deleting') void this.workOnRemoval(record);
      else if (record.state !== 'active' && record.state !== 'error') void this.workOn(record);
    }
  }

  /** Sees what others did at the cloud: what is gone is in error until the next change makes it anew, and an instance is on or off as it is. */
  async refresh(): Promise<void> {
    const found = await drifts(this.ground);
    const now = this.now();
    for (const { record, gone, power } of found) {
      if (gone) moveTo(record, 'error', now, VANISHED);
      else if (power) {
        record.power = { wanted: power, seen: power, since: now.toISOString() };
        delete record.cloud?.untouchedIn;
      }
      this.log(`${record.kind} ${record.at.name}: ${gone ? VANISHED.message : `was turned ${power} at the cloud`}`);
    }
    if (found.length > 0) await this.saved();
  }

  get(at: Address): object {
    return this.show(this.there(at), 'GET');
  }

  /** The resource as it is answered. */
  show(record: Kept, verb: string): object {
    return present(record, verb, statusOf(this.ground.store, record));
  }

  /** Makes or changes a resource, and answers when it stands, or later. @param version the one it must have */
  async put(at: Address, body: unknown, version?: number): Promise<{ made: boolean; body: object }> {
    const { made, record, work } = await this.turns.take(keyOf(at), async () => {
      const { store } = this.ground;
      const prior = store.get(at);
      if (prior?.deletedAt !== undefined) throw unmet(`the ${at.kind} ${at.name} is being deleted`);
      mustBeVersion(prior, at, version);
      const wanted = wantedOf(at, body, prior, this.now());
      await checkReferences(this.ground, wanted);
      await refused(() => embodimentOf(at.kind)?.check?.(this.ground, wanted));
      // Asking the cloud took its time: what is referred to may have been deleted meanwhile.
      await checkReferences(this.ground, wanted);
      const record = prior ? Object.assign(prior, { ...wanted, cloud: prior.cloud, power: prior.power }) : wanted;
      const now = this.now();
      if (prior) {
        modified(record, now);
        if (record.state === 'active' || record.state === 'error') moveTo(record, 'updating', now);
      } else {
        store.put(record);
        moveTo(record, 'pending', now);
        moveTo(record, 'creating', now);
      }
      await store.save();
      return { made: !prior, record, work: this.workOn(record) };
    });
    await this.soon(work);
    return { made, body: this.show(record, 'PUT') };
  }

  /** Deletes a resource, and answers when it is gone, or later. @param version the one it must have */
  async delete(at: Address, version?: number): Promise<void> {
    const work = await this.turns.take(keyOf(at), async () => {
      const record = this.there(at);
      if (record.deletedAt !== undefined) return [];
      mustBeVersion(record, at, version);
      mustBeFree(this.ground.store, record);
      const now = this.now();
      const going = [...goingAlong(this.ground.store, record), record];
      for (const one of going) {
        one.deletedAt = now.toISOString();
        modified(one, now);
        moveTo(one, 'deleting', now);
      }
      await this.ground.store.save();
      return going.map((one) => this.workOnRemoval(one));
    });
    await this.soon(...work);
  }

  /** Switches an instance, and answers when it is so, or later. @param version the one it must have */
  async power(at: Address, action: PowerAction, version?: number): Promise<void> {
    const work = await this.turns.take(keyOf(at), async () => {
      const record = this.there(at);
      if (record.deletedAt !== undefined) throw unmet(`the instance ${at.name} is being deleted`);
      mustBeVersion(record, at, version);
      const wanted = record.power?.wanted ?? 'off';
      if (action === 'start' && wanted === 'on') throw unmet('it is on already');
      if (action !== 'start' && wanted === 'off') throw unmet('it is off already');
      record.power = {
        ...record.power,
        wanted: action === 'stop' ? 'off' : 'on',
        ...(action === 'restart' ? { restart: true } : {}),
      };
      delete record.cloud?.untouchedIn;
      const now = this.now();
      modified(record, now);
      if (record.state === 'active' || record.state === 'error') moveTo(record, 'updating', now);
      await this.ground.store.save();
      return [this.workOn(record)];
    });
    await this.soon(...work);
  }

  /** Resolves when nothing is under way any more. */
  rest(): Promise<void> {
    return this.order.rest();
  }

  there(at: Address): Kept {
    const found = this.ground.store.get(at);
    if (found) return found;
    throw absent(`${at.kind} ${at.name}`);
  }

  /** Brings a resource to what is wanted, after all that it depends on. */
  private workOn(record: Kept): Promise<void> {
    return this.order.add(keyOf(record.at), this.before(record), async () => {
      if (record.deletedAt !== undefined) return;
      if (record.state === 'active' || record.state === 'error') moveTo(record, 'updating', this.now());
      try {
        await embodimentOf(record.kind)?.make(this.ground, record);
        if (record.deletedAt === undefined) this.settle(record);
      } catch (error) {
        this.failed(record, error);
      }
      await this.saved();
    });
  }

  private workOnRemoval(record: Kept): Promise<void> {
    return this.order.add(keyOf(record.at), this.before(record), async () => {
      try {
        await embodimentOf(record.kind)?.remove(this.ground, record);
        this.ground.store.remove(record);
      } catch (error) {
        delete record.deletedAt;
        this.failed(record, error);
      }
      await this.saved();
    });
  }

  /** What must be at rest before: all that it refers to, and all that refers to it. */
  private before(record: Kept): string[] {
    return [...linkedKeys(record), ...usersOf(this.ground.store, record.at).map(({ at }) => keyOf(at))];
  }

  /** Resolves when the work is done, and after a while at the latest. */
  private async soon(...work: Promise<void>[]): Promise<void> {
    const done = new AbortController();
    const patience = this.clock.sleep(PATIENCE_MS, done.signal).catch(() => {});
    await Promise.race([Promise.all(work), patience]);
    done.abort();
  }

  private settle(record: Kept): void {
    const now = this.now();
    const { power } = record;
    if (record.kind === 'instance') {
      const seen = power?.wanted ?? 'off';
      const since = power?.seen === seen && power.since ? power.since : now.toISOString();
      record.power = { ...power, wanted: seen, seen, since };
    }
    moveTo(record, 'active', now);
  }

  private failed(record: Kept, error: unknown): void {
    const why = error instanceof Problem ? { reason: 'PreconditionFailed', message: error.message } : explain(error);
    moveTo(record, 'error', this.now(), why);
    const foreseen = error instanceof Problem || isCloudError(error);
    this.log(
      `${record.kind} ${record.at.name}: ${foreseen ? why.message : error instanceof Error ? error.stack : error}`,
    );
  }

  /** A state that could not be written is no reason to stop the work: the next write has it all. */
  private async saved(): Promise<void> {
    await this.ground.store.save().catch((error: Error) => this.log(`the state was not written: ${error.message}`));
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}

/** Turns what the cloud says in refusing into SECA's refusal. */
async function refused(check: () => Promise<void> | undefined): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!isCloudError(error)) throw error;
    const words = explain(error).message;
    throw isCloudError(
      error,
      'invalid',
      'unsupported',
      'not-found',
      'quota-exceeded',
      'out-of-stock',
      'policy-violated',
    )
      ? unmet(words)
      : error;
  }
}
