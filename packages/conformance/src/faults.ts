import { type Clock, CloudError, type HttpRequest, type HttpResponse, type Link, type Send } from '@hansa/sdk';

/** What can go wrong on the way of one request. `killed` ends everything after it, as SIGKILL does. */
export const FAULTS = [
  'reset before the vendor acts',
  'reply lost',
  '429 with Retry-After',
  '429 without Retry-After',
  '503',
  '500 though the vendor acted',
  'truncated body',
  'slow body',
  '404 after create',
  'killed before the vendor acts',
  'killed after the vendor acted',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults that a process cannot survive: another one has to take over. */
export const isKill = (fault: Fault): boolean => fault.startsWith('killed');

/** How long a slow body takes, ms: just short of what the transport waits for. */
const SLOW_MS = 55_000;
/** How many reads of a thing that was just made miss it. */
const MISSES = 2;

const refused = (status: number, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  body: undefined,
});
const broken = (message: string) => new CloudError('unavailable', { message, ambiguous: true, retryable: true });
/** No code of the closed set that anything retries: nothing of this process goes on. */
const dead = () => new Error('this process was killed');

/** What a fault does to later requests of the same process. */
interface Aftermath {
  killed: boolean;
  /** Paths whose reads still miss, and how many. */
  unborn: Map<string, number>;
}

type Strike = (next: Send, request: HttpRequest, after: Aftermath, clock: Clock) => Promise<HttpResponse>;

const STRIKES: Record<Fault, Strike> = {
  'reset before the vendor acts': async () => {
    throw broken('reset before');
  },
  'reply lost': async (next, request) => {
    await next(request);
    throw broken('reply lost');
  },
  '429 with Retry-After': async () => refused(429, { 'retry-after': '3' }),
  '429 without Retry-After': async () => refused(429, { 'x-envoy-ratelimited': 'true' }),
  '503': async () => refused(503),
  '500 though the vendor acted': async (next, request) => {
    await next(request);
    return refused(500);
  },
  'truncated body': async (next, request) => {
    const response = await next(request);
    const text = textOf(response);
    return {
      ...response,
      headers: { ...response.headers, 'content-type': 'application/json' },
      body: text.slice(0, Math.floor(text.length / 2)) || '{"',
    };
  },
  'slow body': async (next, request, _, clock) => {
    const response = await next(request);
    await clock.sleep(SLOW_MS, request.signal);
    return response;
  },
  '404 after create': async (next, request, { unborn }) => {
    const response = await next(request);
    for (const path of madeAt(request, response)) unborn.set(path, MISSES);
    return response;
  },
  'killed before the vendor acts': async (_, __, after) => {
    after.killed = true;
    throw dead();
  },
  'killed after the vendor acted': async (next, request, after) => {
    await next(request);
    after.killed = true;
    throw dead();
  },
};

/** Where a request only looks, these are what they would be before the vendor acts: the same fault is not tried twice. */
const AFTER_ACTING: ReadonlySet<Fault> = new Set(['reply lost', 'killed after the vendor acted']);

/** Of a process, what it has last sent, and when. */
type Sent = { method: string; at: number } | undefined;

/**
 * Whether a request is one that the fault can strike, and not one of the same life twice: a process leaves nothing but what the vendor has,
 * and a look changes nothing there. So who is killed before the request that follows a look at the same moment leaves what they would if
 * killed before that look; only where time passes between the two may the vendor have gone on by itself.
 */
function strikes(fault: Fault, { method }: HttpRequest, last: Sent, now: number): boolean {
  if (fault === '404 after create') return method === 'POST' || method === 'PUT';
  if (fault === 'killed before the vendor acts') return last?.method !== 'GET' || last.at !== now;
  return method !== 'GET' || !AFTER_ACTING.has(fault);
}

/** A link next to the wire that breaks the `step`-th request (from 0) that `counts`, and tells how many it saw. */
export function breaking(
  fault: Fault,
  step: number,
  { clock, counts = () => true }: { clock: Clock; counts?(method: string): boolean },
): { link: Link; seen(): number } {
  let n = 0;
  const after: Aftermath = { killed: false, unborn: new Map() };
  let last: Sent;
  const link: Link = (next) => async (request) => {
    if (after.killed) throw dead();
    const misses = request.method === 'GET' ? after.unborn.get(request.path) : undefined;
    if (misses) {
      after.unborn.set(request.path, misses - 1);
      return refused(404);
    }
    if (!counts(request.method)) return next(request);
    const before = last;
    last = { method: request.method, at: clock.now() };
    if (!strikes(fault, request, before, last.at)) return next(request);
    n += 1;
    return n - 1 === step ? STRIKES[fault](next, request, after, clock) : next(request);
  };
  return { link, seen: () => n };
}

const textOf = ({ body }: HttpResponse): string => (typeof body === 'string' ? body : '');

/** Where what a request has made is read: below a POST by the id in its answer, and where a PUT went that made something. */
function madeAt({ method, path }: HttpRequest, response: HttpResponse): string[] {
  if (response.status >= 300) return [];
  if (method === 'PUT') return response.status === 201 ? [path] : [];
  return idsIn(textOf(response)).map((id) => `${path.replace(/\/$/, '')}/${id}`);
}

/** What may be the id of what an answer tells of: at its top, or in the object that it wraps. */
function idsIn(text: string): (string | number)[] {
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  try {
    const top: unknown = JSON.parse(text);
    const objects = isObject(top) ? [top, ...Object.values(top).filter(isObject)] : [];
    return objects
      .flatMap((one) => [one['id'], one['uuid']])
      .filter((id) => typeof id === 'string' || typeof id === 'number');
  } catch {
    return [];
  }
}
