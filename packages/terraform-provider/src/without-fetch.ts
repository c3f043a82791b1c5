/**
 * Axios looks at these when it is loaded, to offer an adapter that is not used here, and whoever looks at one has Node load all of `fetch`: in
 * each process that asks a cloud, of which an apply starts two, 20 ms of processor time (Node 20, 2026-11). So in the provider's own process
 * they are not there; `fetch` itself is.
 */
const COSTLY = ['FormData', 'Request', 'Response'];

/** Only in Node are they made when they are first looked at. */
if (process.versions['bun'] === undefined) {
  for (const name of COSTLY) Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
}

export {};
