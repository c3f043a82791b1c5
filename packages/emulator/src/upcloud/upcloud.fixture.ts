import { type ManualClock, manualClock } from '../core/clock.js';
import { type Emulator, type EmulatorOptions, startClouds } from '../core/emulator.js';
import { upcloud } from './index.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Debian 12, which cloud-init sets up. */
export const TEMPLATE = '01000000-0000-4000-8000-000020070100';
export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** An account of its own on a clock that stands still. */
export async function newAccount(options: EmulatorOptions = {}) {
  const clock: ManualClock = manualClock(Date.UTC(2026, 10, 23));
  const emulator: Emulator = await startClouds([upcloud], { clock, rateLimit: false, ...options });
  const { UPCLOUD_DEBUG_API_BASE_URL: base = '', UPCLOUD_TOKEN: token = '' } = emulator.env;

  const call = async (method: string, path: string, body?: unknown, auth = `Bearer ${token}`): Promise<Answer> => {
    const response = await fetch(`${base}/1.3${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(auth ? { authorization: auth } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };
  /** Calls and expects success; returns the body. */
  const done = async (method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await call(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** Calls and expects an error of that status and code. */
  const refused = async (status: number, code: string, method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    expect(`${answer.status} ${answer.body?.error?.error_code}`).toBe(`${status} ${code}`);
    expect(answer.body.error.error_message).toMatch(/\.$/);
  };
  const server = (uuid: string): Promise<Body> => done('GET', `/server/${uuid}`).then((body) => body.server);
  return {
    emulator,
    call,
    done,
    refused,
    clock: () => clock,
    pass: (ms: number) => clock.advance(ms),
    server,
    /** A server in Helsinki that has started. */
    async started(wish: object = {}): Promise<Body> {
      const { uuid } = (await done('POST', '/server', serverWish(wish))).server;
      clock.advance(60_000);
      return server(uuid);
    },
    async stop(uuid: string): Promise<void> {
      await done('POST', `/server/${uuid}/stop`, { stop_server: { stop_type: 'hard' } });
      clock.advance(60_000);
    },
    storage: (wish: object = {}): Promise<Body> =>
      done('POST', '/storage', { storage: { size: 20, title: 'data', zone: 'fi-hel1', ...wish } }).then(
        (body) => body.storage,
      ),
    network: (wish: object = {}, block: object = {}): Promise<Body> =>
      done('POST', '/network', {
        network: {
          name: 'net',
          zone: 'fi-hel1',
          ip_networks: { ip_network: [{ address: '10.1.0.0/24', family: 'IPv4', dhcp: 'yes', ...block }] },
          ...wish,
        },
      }).then((body) => body.network),
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
    },
  };
}

export function serverWish(wish: object = {}): Body {
  return {
    server: {
      zone: 'fi-hel1',
      title: 'web',
      hostname: 'web.example.com',
      plan: '1xCPU-1GB',
      metadata: 'yes',
      storage_devices: {
        storage_device: [{ action: 'clone', storage: TEMPLATE, title: 'root', size: 25, tier: 'maxiops' }],
      },
      ...wish,
    },
  };
}

export type Account = Awaited<ReturnType<typeof newAccount>>;
