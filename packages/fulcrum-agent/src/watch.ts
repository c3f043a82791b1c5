import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type AnyKind, type Attributes, isCloudError } from '@hansa/sdk';
import { contract, type WireService } from '@hansa/sdk/clouds/fulcrum';
import type { Federation } from './federation.js';

type Values = Readonly<Record<string, unknown>>;

/** What a list of a cloud tells only now and then, or what means nothing between two looks. */
const PASSING = ['id', 'name', 'disruption', 'status'];

/**
 * Finds things that were changed or deleted at the cloud itself, and has their services looked at anew. An agent may say nothing of a service
 * outside of a job and may order none; its provider may. The job tells the rest: what is there now, or that nothing is.
 */
export class Watch {
  /** By service, what was seen when it was looked at last: the same is no reason to look again. */
  private readonly seen = new Map<string, string>();

  constructor(private readonly federation: Federation) {}

  /** @returns whether a look was ordered */
  async compare(service: WireService, kind: AnyKind, there: Values | undefined): Promise<boolean> {
    const { provider } = this.federation;
    const data = service.agentInstanceData;
    if (!provider || !contract.isInstanceData(data)) return false;
    if (there && !differs(kind, data.state, there)) {
      this.seen.delete(service.id);
      return false;
    }
    const digest = createHash('sha256')
      .update(JSON.stringify(there ?? null))
      .digest('hex');
    if (this.seen.get(service.id) === digest) return false;
    try {
      await provider.post(`/services/${service.id}/refresh`);
    } catch (error) {
      // Something is under way, or it is over already: the next round sees.
      if (isCloudError(error, 'locked', 'conflict', 'not-found')) return false;
      throw error;
    }
    this.seen.set(service.id, digest);
    return true;
  }
}

/**
 * Whether a list says otherwise of what it tells and others may change. References are left out, for they are ids of other things there; words
 * that decide together too, for a list says them in the cloud's own, and what they decided says it for all.
 */
function differs(kind: AnyKind, known: Values, there: Values): boolean {
  const attributes = kind.attributes as Attributes;
  const decided = new Set(Object.values(attributes).map(({ decides }) => decides));
  return Object.entries(attributes).some(([name, { ref, fields, pinned, decides, change }]) => {
    if (ref || refersIn(fields) || decides || change === 'replace' || PASSING.includes(name)) return false;
    if (there[name] === undefined || (pinned && !decided.has(name))) return false;
    return !isDeepStrictEqual(plain(there[name]), plain(known[name]));
  });
}

const refersIn = (fields: Attributes = {}): boolean => Object.values(fields).some(({ ref }) => ref !== undefined);

/** As JSON keeps it; of what has an id, that. */
function plain(value: unknown): unknown {
  const { id } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown };
  return id ?? JSON.parse(JSON.stringify(value ?? null));
}
