import { type ManualClock, manualClock } from '../core/clock.js';
import { type Emulator, type EmulatorOptions, startClouds } from '../core/emulator.js';
import { hetzner } from './index.js';
import { loadSpecification } from './spec.fixture.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Project {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  /** Calls and expects success; lets every action end; returns the body. */
  done(method: string, path: string, body?: unknown): Promise<Body>;
  /** Calls and expects this error code; returns the error. */
  refused(code: string, method: string, path: string, body?: unknown): Promise<Body>;
  close(): Promise<void>;
}

const specification = loadSpecification();

/** A project of its own on a clock that stands still; closing it checks all its traffic against the vendor's description. */
export async function newProject(options: EmulatorOptions = {}): Promise<Project> {
  const clock = manualClock(Date.UTC(2026, 10, 23));
  const violations: string[] = [];
  const emulator = await startClouds([hetzner], {
    clock,
    rateLimit: false,
    onExchange: (exchange) => violations.push(...(specification?.check(exchange) ?? [])),
    ...options,
  });
  const { HCLOUD_ENDPOINT: endpoint = '', HCLOUD_TOKEN = '' } = emulator.env;

  const project: Project = {
    emulator,
    clock,
    async call(method, path, body, token = HCLOUD_TOKEN) {
      const response = await fetch(endpoint + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
    async done(method, path, body) {
      const answer = await project.call(method, path, body);
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      clock.advance(60_000);
      return answer.body;
    },
    async refused(code, method, path, body) {
      const answer = await project.call(method, path, body);
      expect({ status: answer.status, code: answer.body?.error?.code }).toEqual({ status: expect.any(Number), code });
      return answer.body.error;
    },
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
      expect(violations).toEqual([]);
    },
  };
  return project;
}

/** How many operations of the description the tests of this file have exercised; why none are checked, where none are. */
export function coverage(): string {
  if (!specification) return 'the vendor’s description is not there (../shared): bodies were not validated';
  return `${specification.seen.size} operations validated against the vendor’s description`;
}

export const PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFQNDKcTNRmb4vzNhzqjmOJ4dYdpZQ6Q8H0R3wVrkBnv me@here';
