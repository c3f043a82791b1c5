import { stopSignal, unstoppable } from '../stop.js';
import type { HttpRequest, Link } from './http.js';

/** A request that changes something. Looks, and what does no harm twice by its own word (a login), are shared by many calls. */
function changes({ method, repeatable }: HttpRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && repeatable !== true;
}

/** Front of the chain: no change waits (for its turn, for a retry) longer than the call that it belongs to. */
export const heedStop: Link = (next) => (request) => {
  const signal = changes(request) ? (request.signal ?? stopSignal()) : request.signal;
  return next(signal ? { ...request, signal } : request);
};

/** Next to the wire: a change that was sent gets its answer, whoever says stop: it may tell the id of what was made. */
export const finishSent: Link = (next) => async (request) => {
  if (!changes(request)) return next(request);
  request.signal?.throwIfAborted();
  const { signal: _, ...rest } = request;
  return unstoppable(() => next(rest));
};
