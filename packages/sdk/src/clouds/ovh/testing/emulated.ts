import { type Emulator, manualClock, startEmulator } from '@hansa/emulator';
import type { CloudHandle } from '../../../cloud-handle.js';
import { Hansa } from '../../../hansa.js';
import type { HansaOptions } from '../../../runtime/options.js';

/** An emulated OVHcloud for tests, on a clock that jumps over every wait. */
export interface Emulated {
  emulator: Emulator;
  /** Our driver, as the owner `shop` unless said otherwise. */
  connect(more?: Partial<HansaOptions>): CloudHandle;
  /** What the vendor's own API answers below the project, without any code of ours between. */
  raw<T>(method: string, path: string, body?: object): Promise<T>;
  /** What was asked for since the last reset, but for looking and for tokens: `POST /instance`, ids left out. */
  changes(): { what: string; body: Record<string, unknown> }[];
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
  const emulator = await startEmulator({ clouds: ['ovh'], clock: time });
  const { OVH_ENDPOINT: api = '', OVH_CLOUD_PROJECT_SERVICE: project = '' } = emulator.env;
  const token = async (): Promise<string> => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'EU.fakeclient00001',
      client_secret: 'fake-client-secret-of-the-emulator',
    });
    const response = await fetch(api.replace(/1\.0$/, 'auth/oauth2/token'), { method: 'POST', body });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return {
    emulator,
    connect: (more = {}) => new Hansa({ owner: 'shop', env: emulator.env, clock, ...more }).cloud('ovh'),
    async raw<T>(method: string, path: string, body?: object) {
      // What it asks is not to count against the limit of requests.
      time.advance(2_000);
      const response = await fetch(`${api}/cloud/project/${project}${path}`, {
        method,
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
      return answer as T;
    },
    changes: () =>
      [...emulator.requests]
        .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token'))
        .map(({ method, path, requestBody }) => {
          const below = path.replace(/^.*\/(project\/[0-9a-f]{32}|v2\.0)/, '').replace(/[0-9a-f-]{36}/g, '*');
          return { what: `${method} ${below}`, body: (requestBody ?? {}) as Record<string, unknown> };
        }),
    pass: (ms) => time.advance(ms),
  };
}
