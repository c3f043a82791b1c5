/**
 * Axios looks at these when it is loaded, to offer an adapter that is not used here, and whoever looks at one has Node load all of `fetch`: in
 * each process that asks a cloud, of which an apply starts two, 20 ms of processor time (Node 20, 2026-11). So in the provider's own process
 * they are not there; `fetch` itself is.
 */
const COSTLY = ['FormData', 'Request', 'Response'];

/** Only in Node are they made when they are first looked at. Deleted, since Node 22 and 24 make one also before they give it another value. */
if (process.versions['bun'] === undefined) for (const name of COSTLY) Reflect.deleteProperty(globalThis, name);

export {};
