import { direct } from '@hansa/conformance';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { type Clock, Hansa, jumpingClock } from '@hansa/sdk';
import { openGateway } from '@hansa/seca-gateway';

export const TOKEN = 'a-token-for-the-tests-alone';
export const TENANT = 'acme';
export const REGION = 'fsn1';
const URL_OF_ALL = 'http://gateway.test';

export type Json = Record<string, unknown>;

export interface Resource {
  metadata: Json & { name: string; resourceVersion: number; ref: string };
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  spec: Json;
  status: Json & { state: string; conditions: { state: string; lastTransitionAt: string; message?: string }[] };
}

export interface Answer<T = Json> {
  status: number;
  body: T;
  headers: Headers;
}

export interface Opened {
  emulator: Emulator;
  hansa: Hansa;
  gateway: Awaited<ReturnType<typeof openGateway>>;
  logged: string[];
  /** A request to the gateway, at a path below its URL. */
  ask<T = Json>(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer<T>>;
  /** The same with another gateway on the same state file and cloud. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export interface Over {
  stateFile?: string;
  subjects?: string[];
  regions?: string[];
  zones?: string[];
  clock?: Clock;
  /** The gateway's URL, in what discovery tells. */
  url?: string;
}

/** A gateway over an emulated cloud, without a socket of its own. */
export async function openOver(
  cloud: string,
  { clock = jumpingClock(), url = URL_OF_ALL, ...options }: Over = {},
): Promise<Opened> {
  const emulator = await startEmulator({ clouds: [cloud], clock, rateLimit: false });
  const logged: string[] = [];
  const hansaOf = () =>
    new Hansa({ clouds: { [cloud]: {} }, env: emulator.env, clock, owner: 'seca', wire: direct(emulator) });
  const open = (hansa: Hansa) =>
    openGateway(
      {
        cloud: hansa.cloud(cloud),
        owner: 'seca',
        token: TOKEN,
        tenants: [TENANT],
        clock,
        log: (line) => void logged.push(line),
        ...options,
      },
      () => url,
    );
  const hansa = hansaOf();
  const gateway = await open(hansa).catch(async (error) => {
    await emulator.close();
    throw error;
  });
  const opened: Opened = {
    emulator,
    hansa,
    gateway,
    logged,
    async ask<T>(
      method: string,
      path: string,
      { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
    ) {
      const response = await opened.gateway.app.request(path.replace(URL_OF_ALL, ''), {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text ? JSON.parse(text) : {}) as T, headers: response.headers };
    },
    async reopen() {
      opened.hansa = hansaOf();
      opened.gateway = await open(opened.hansa);
    },
    async close() {
      await opened.gateway.close();
      await emulator.close();
    },
  };
  return opened;
}
