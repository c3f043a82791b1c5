import { AsyncLocalStorage } from 'node:async_hooks';
import { onAbort } from './on-abort.js';

/** One call that may be stopped, and what of it must still come to its end. */
interface Call {
  signal: AbortSignal;
  unfinished: Set<Promise<unknown>>;
}

const calls = new AsyncLocalStorage<Call>();

/** The signal of the call on whose behalf this runs, if it has one. */
export function stopSignal(): AbortSignal | undefined {
  return calls.getStore()?.signal;
}

/**
 * Does `work` until `signal` says stop, and then ends with its reason: at once where it only waits or looks; else as soon as the change
 * that is on its way to the cloud has its answer, since that answer may carry the id of what was made. No further change is begun.
 */
export function stoppable<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  // Within a call of the same signal it is a part of that call, which knows already how to end.
  if (!signal || stopSignal() === signal) return work();
  if (signal.aborted) return Promise.reject(signal.reason);
  const call: Call = { signal, unfinished: new Set() };
  return new Promise<T>((resolve, reject) => {
    const keep = onAbort(signal, () => void settled(call).then(() => reject(signal.reason)));
    calls.run(call, work).finally(keep).then(resolve, reject);
  });
}

/** Lets `work` come to its end, and the call it belongs to wait for it, even when that call has been stopped. */
export function unstoppable<T>(work: () => Promise<T>): Promise<T> {
  const call = calls.getStore();
  if (!call) return work();
  const done = calls.exit(work);
  const end = () => void call.unfinished.delete(done);
  call.unfinished.add(done);
  done.then(end, end);
  return done;
}

/** Resolves when nothing is unfinished any more; what follows upon an answer (the restart of a stopped server) is waited for too. */
async function settled({ unfinished }: Call): Promise<void> {
  do {
    await Promise.allSettled(unfinished);
    await new Promise((resolve) => setImmediate(resolve));
  } while (unfinished.size > 0);
}
