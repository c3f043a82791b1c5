const listening = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `act` when `signal` is aborted; returns what takes that back. One listener a signal serves all who ask, since one signal may
 * stop a thousand calls, and Node takes more than ten listeners for a leak.
 *
 * @param signal not aborted yet
 */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (!signal) return () => {};
  const acts = listening.get(signal) ?? listen(signal);
  acts.add(act);
  return () => void acts.delete(act);
}

function listen(signal: AbortSignal): Set<() => void> {
  const acts = new Set<() => void>();
  listening.set(signal, acts);
  const abort = () => {
    for (const act of [...acts]) act();
    acts.clear();
  };
  signal.addEventListener('abort', abort, { once: true });
  return acts;
}
