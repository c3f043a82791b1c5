import * as z from 'zod';
import { PathPattern } from './path-pattern.js';

const when = z.enum(['before', 'after']).default('before');
const match = {
  cloud: z.string().optional(),
  method: z.string().toUpperCase().optional(),
  /** Below the cloud's prefix: `/servers/{id}`, `/servers/**`. */
  path: z.string().startsWith('/').optional(),
  /** The first matching request that fails, from 1. */
  nth: z.int().min(1).default(1),
  /** How many matching requests fail, from the nth on. */
  times: z.union([z.int().min(1), z.literal('always')]).default(1),
  /** Only each `every`-th of these fails. */
  every: z.int().min(1).default(1),
};

const faultShape = z.discriminatedUnion('kind', [
  /** Answers this status; the body is the vendor's own for it unless given. `after`: the request was carried out all the same. */
  z.strictObject({
    ...match,
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
    when,
  }),
  /** Resets the connection; `after` loses the reply of a request that was carried out. */
  z.strictObject({ ...match, kind: z.literal('reset'), when }),
  /** Never answers. */
  z.strictObject({ ...match, kind: z.literal('hang'), when }),
  /** Announces the whole body, sends half of it, and closes. */
  z.strictObject({ ...match, kind: z.literal('truncate') }),
  /** Answers late; real milliseconds, whatever the emulator's clock. */
  z.strictObject({ ...match, kind: z.literal('delay'), ms: z.int().min(0) }),
  /** Sends the body in pieces over so many real milliseconds. */
  z.strictObject({ ...match, kind: z.literal('slow-body'), ms: z.int().min(0) }),
  /** What a matching POST creates answers 404 for so many reads. */
  z.strictObject({ ...match, kind: z.literal('not-found-after-create'), reads: z.int().min(1).default(1) }),
]);

/** A fault as given; see the source for what each kind does. */
export type FaultSpec = z.input<typeof faultShape>;
export type Fault = z.output<typeof faultShape> & { readonly id: number };
export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

interface Entry {
  readonly fault: Fault;
  readonly pattern: PathPattern | undefined;
  seen: number;
  fired: number;
}

/** Faults on command: each strikes the requests it matches, so many times. */
export class Faults {
  readonly #entries = new Map<number, Entry>();
  /** `cloud path` of a young resource → reads that still miss it. */
  readonly #unborn = new Map<string, number>();
  #next = 1;

  /**
   * Adds a fault and returns its id.
   *
   * @throws z.ZodError where the fault is malformed.
   * @example
   * faults.add({ kind: 'status', cloud: 'hetzner', method: 'POST', path: '/servers', status: 429, times: 3 });
   * faults.add({ kind: 'reset', when: 'after', method: 'POST', path: '/servers' }); // carried out, reply lost
   */
  add(spec: FaultSpec): number {
    const fault = { ...faultShape.parse(spec), id: this.#next++ };
    const pattern = fault.path === undefined ? undefined : new PathPattern(fault.path);
    this.#entries.set(fault.id, { fault, pattern, seen: 0, fired: 0 });
    return fault.id;
  }

  remove(id: number): boolean {
    return this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
    this.#unborn.clear();
  }

  /** Every fault, with how many requests it matched and struck. */
  list(): { fault: Fault; seen: number; fired: number }[] {
    return [...this.#entries.values()].map(({ fault, seen, fired }) => ({ fault, seen, fired }));
  }

  /** Counts a request, and returns the faults that strike it. */
  strike(cloud: string, method: string, path: string): Fault[] {
    const struck: Fault[] = [];
    for (const entry of this.#entries.values()) {
      const { fault, pattern } = entry;
      if (fault.cloud !== undefined && fault.cloud !== cloud) continue;
      if (fault.method !== undefined && fault.method !== method) continue;
      if (pattern && !pattern.match(path.split('/'))) continue;
      entry.seen += 1;
      const turn = entry.seen - fault.nth;
      if (turn < 0 || turn % fault.every !== 0) continue;
      if (fault.times !== 'always' && entry.fired >= fault.times) continue;
      entry.fired += 1;
      struck.push(fault);
    }
    return struck;
  }

  /** From now on, `reads` reads of this path miss. */
  hide(cloud: string, path: string, reads: number): void {
    this.#unborn.set(`${cloud} ${path}`, reads);
  }

  /** True where a read of this path still has to miss; counts it. */
  hidden(cloud: string, path: string): boolean {
    const key = `${cloud} ${path}`;
    const reads = this.#unborn.get(key) ?? 0;
    if (reads === 0) return false;
    if (reads === 1) this.#unborn.delete(key);
    else this.#unborn.set(key, reads - 1);
    return true;
  }
}
