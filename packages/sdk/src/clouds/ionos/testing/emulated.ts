import { type Emulator, type EmulatorOptions, startEmulator } from '@hansa/emulator';
import type { CloudHandle } from '../../../cloud-handle.js';
import { type CloudError, isCloudError } from '../../../errors/index.js';
import { Hansa } from '../../../hansa.js';
import { type Clock, jumpingClock } from '../../../runtime/clock.js';
import type { HansaOptions } from '../../../runtime/options.js';

export interface Named {
  id: string;
  properties: { name: string; description?: string; location?: string };
  entities: Record<string, { items: Named[] }>;
}

/** An emulated IONOS for tests, on a clock that jumps over every wait. */
export interface Emulated {
  emulator: Emulator;
  clock: Clock;
  /** Our driver as a process that starts afresh, as the owner `shop` unless said otherwise. */
  connect(more?: Partial<HansaOptions>): CloudHandle;
  /** What the vendor's own API says, without any code of ours between. */
  raw<T = Named>(path: string, init?: RequestInit): Promise<T>;
  /** All data centers, with what stands in them. */
  datacenters(): Promise<Named[]>;
}

/** Starts it; the caller closes `emulator`. */
export async function emulated(options: EmulatorOptions = {}): Promise<Emulated> {
  const clock = jumpingClock(Date.UTC(2026, 10, 1));
  const emulator = await startEmulator({ clouds: ['ionos'], clock, rateLimit: false, ...options });
  const raw: Emulated['raw'] = async (path, init) => {
    const headers = { authorization: `Bearer ${emulator.env['IONOS_TOKEN']}`, 'content-type': 'application/json' };
    const response = await fetch(`${emulator.env['IONOS_API_URL']}${path}`, { headers, ...init });
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as never;
  };
  return {
    emulator,
    clock,
    connect: (more = {}) => new Hansa({ owner: 'shop', env: emulator.env, clock, ...more }).cloud('ionos'),
    raw,
    datacenters: async () => (await raw<{ items: Named[] }>('/datacenters?depth=4')).items,
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
