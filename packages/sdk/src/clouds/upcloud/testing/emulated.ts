import { type Emulator, manualClock, startEmulator } from '@hansa/emulator';
import type { CloudHandle } from '../../../cloud-handle.js';
import { Hansa } from '../../../hansa.js';
import type { HansaOptions } from '../../../runtime/options.js';
import type { Wire } from '../../../runtime/transport/index.js';

/** An emulated UpCloud for tests, on a clock that jumps over every wait. */
export interface Emulated {
  emulator: Emulator;
  /** Our driver, as the owner `shop` unless said otherwise. */
  connect(more?: Partial<HansaOptions>): CloudHandle;
  /** Carries requests to it without a socket, for what is done many times and breaks above the wire. */
  direct: Wire;
  /** What the vendor's own API answers, without any code of ours between; the body below its root. */
  raw(method: string, path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>;
  /** How many things stand in a list of the API (`servers`, `server`). */
  count(path: string, many: string, one: string): Promise<number>;
  /** Lets time pass. */
  pass(ms: number): void;
}

/** Starts it; the caller closes `emulator`. */
export async function emulated(): Promise<Emulated> {
  const time = manualClock(Date.UTC(2026, 10, 1));
  const clock = {
    now: () => time.now(),
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      time.advance(ms);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  const emulator = await startEmulator({ clouds: ['upcloud'], clock: time });
  const direct: Wire = async ({ method, url, headers: given, text: sent }) => {
    const { status, headers, text } = await emulator.request({ method, url, headers: lowerCase(given), text: sent });
    return { status, headers: lowerCase(headers), body: text || undefined };
  };
  const raw: Emulated['raw'] = async (method, path, body) => {
    const { status, text } = await emulator.request({
      method,
      url: `${emulator.env['UPCLOUD_DEBUG_API_BASE_URL']}/1.3${path}`,
      headers: { authorization: `Bearer ${emulator.env['UPCLOUD_TOKEN']}`, 'content-type': 'application/json' },
      ...(body ? { text: JSON.stringify(body) } : {}),
    });
    return { status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
  };
  return {
    emulator,
    connect: (more = {}) => new Hansa({ owner: 'shop', env: emulator.env, clock, ...more }).cloud('upcloud'),
    direct,
    raw,
    count: async (path, many, one) => {
      const { body } = await raw('GET', path);
      return ((body[many] as Record<string, unknown[]>)[one] ?? []).length;
    },
    pass: (ms) => time.advance(ms),
  };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
