import type { Field } from './hpack.js';

/** A request's headers by name; pseudo-headers keep their colon. */
export type Headers = ReadonlyMap<string, string>;

const PSEUDO = new Set([':method', ':scheme', ':path', ':authority']);
/** RFC 9113, 8.2.2: they speak of a connection, of which there are none in HTTP/2. */
const OF_CONNECTIONS = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade']);

/** What a request says; undefined where it is malformed. RFC 9113, 8.2 and 8.3, read 2026-11 */
export function requestHeaders(fields: readonly Field[]): Headers | undefined {
  const headers = new Map<string, string>();
  let regular = false;
  for (let index = 0; index < fields.length; index += 1) {
    const { 0: name, 1: value } = fields[index]!;
    const before = headers.get(name);
    if (name.startsWith(':')) {
      if (regular || before !== undefined || !PSEUDO.has(name)) return undefined;
    } else {
      regular = true;
      if (!isSound(name)) return undefined;
    }
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return headers.get(':method') && headers.get(':scheme') && headers.get(':path') ? headers : undefined;
}

/** Every request says the same few names: each is looked at once. Bounded, since the other side chooses them. */
const sound = new Set<string>();
const MOST_NAMES = 100;

function isSound(name: string): boolean {
  if (sound.has(name)) return true;
  if (name === '' || /[A-Z\s]/.test(name) || OF_CONNECTIONS.has(name)) return false;
  if (sound.size < MOST_NAMES) sound.add(name);
  return true;
}
