import { CloudError, type HttpResponse, type Link } from '@hansa/sdk';

/** What can go wrong on the way of one request. `killed` ends everything after it, as SIGKILL does. */
export const FAULTS = [
  'reset before the vendor acts',
  'reply lost',
  '429 with Retry-After',
  '429 without Retry-After',
  '503',
  'truncated body',
  'killed before the vendor acts',
  'killed after the vendor acted',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults that a process cannot survive: another one has to take over. */
export const isKill = (fault: Fault): boolean => fault.startsWith('killed');

const refused = (status: number, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  body: undefined,
});
const broken = (message: string) => new CloudError('unavailable', { message, ambiguous: true, retryable: true });
/** No code of the closed set that anything retries: nothing of this process goes on. */
const dead = () => new Error('this process was killed');

/** A link next to the wire that breaks the `step`-th request (from 0) that `counts`, and tells how many it saw. */
export function breaking(
  fault: Fault,
  step: number,
  counts: (method: string) => boolean = () => true,
): { link: Link; seen(): number } {
  let n = -1;
  let killed = false;
  const link: Link = (next) => async (request) => {
    if (killed) throw dead();
    if (counts(request.method)) n += 1;
    if (n !== step || !counts(request.method)) return next(request);
    n += 1;
    switch (fault) {
      case 'reset before the vendor acts':
        throw broken('reset before');
      case 'reply lost':
        await next(request);
        throw broken('reply lost');
      case '429 with Retry-After':
        return refused(429, { 'retry-after': '3' });
      case '429 without Retry-After':
        return refused(429, { 'x-envoy-ratelimited': 'true' });
      case '503':
        return refused(503);
      case 'truncated body': {
        const response = await next(request);
        const text = typeof response.body === 'string' ? response.body : '';
        return {
          ...response,
          headers: { ...response.headers, 'content-type': 'application/json' },
          body: text.slice(0, Math.floor(text.length / 2)) || '{"',
        };
      }
      case 'killed before the vendor acts':
        killed = true;
        throw dead();
      case 'killed after the vendor acted':
        await next(request);
        killed = true;
        throw dead();
    }
  };
  return { link, seen: () => n + 1 };
}
