import { type Emulator, manualClock, startEmulator } from '@hansa/emulator';
import type { CloudHandle } from '../../../cloud-handle.js';
import { type CloudError, isCloudError } from '../../../errors/index.js';
import { Hansa } from '../../../hansa.js';
import type { HansaOptions } from '../../../runtime/options.js';

export const READ_ONLY = 'r'.repeat(64);

/** An emulated Hetzner for tests, on a clock that jumps over every wait. */
export interface Emulated {
  emulator: Emulator;
  /** Our driver, as the owner `shop` unless said otherwise. */
  connect(more?: Partial<HansaOptions>): CloudHandle;
  /** What the vendor's own API says, without any code of ours between. */
  raw(path: string, init?: RequestInit): Promise<Record<string, unknown>>;
  /** How many things stand in a collection (`floating_ips`). */
  count(collection: string): Promise<number>;
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
  const credentials = { hetzner: { token: 'w'.repeat(64), readOnlyToken: READ_ONLY } };
  const emulator = await startEmulator({ clouds: ['hetzner'], clock: time, credentials });
  const raw: Emulated['raw'] = async (path, init) => {
    const headers = { authorization: `Bearer ${emulator.env['HCLOUD_TOKEN']}`, 'content-type': 'application/json' };
    const response = await fetch(`${emulator.url}${emulator.clouds['hetzner']}${path}`, { headers, ...init });
    return response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>);
  };
  return {
    emulator,
    connect: (more = {}) => new Hansa({ owner: 'shop', env: emulator.env, clock, ...more }).cloud('hetzner'),
    raw,
    count: async (collection) => ((await raw(`/${collection}`))[collection] as unknown[]).length,
  };
}

/** The CloudError with which `asked` fails; undefined where it does not. */
export async function failure(asked: Promise<unknown>): Promise<CloudError | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (isCloudError(error)) return error;
    throw error;
  }
}

/** Public keys that differ, of the right form. */
export function keyNumber(n: number): string {
  const blob = Buffer.from('AAAAC3NzaC1lZDI1NTE5AAAAIGJgjoDEXOn2s2DVGnRzSRNYqqRPyMwZGhfHWGBqBkIt', 'base64');
  blob.writeUInt32BE(n, blob.length - 4);
  return `ssh-ed25519 ${blob.toString('base64')}`;
}
