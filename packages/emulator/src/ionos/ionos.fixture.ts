import { type ManualClock, manualClock } from '../core/clock.js';
import { type Emulator, type EmulatorOptions, startClouds } from '../core/emulator.js';
import { ionos } from './index.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Contract {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  call(method: string, path: string, body?: unknown, authorization?: string): Promise<Answer>;
  /** Orders, and lets time pass until it is carried out; answers with what came at once. */
  done(method: string, path: string, body?: unknown): Promise<Body>;
  /** Expects a refusal with that status; returns its words. */
  refused(status: number, method: string, path: string, body?: unknown): Promise<string>;
  /** What the status of an answer's request says. */
  status(answer: Answer): Promise<string>;
  /** A data center, carried out. */
  datacenter(location?: string): Promise<string>;
  close(): Promise<void>;
}

export async function newContract(options: EmulatorOptions = {}): Promise<Contract> {
  const clock = manualClock(Date.UTC(2026, 10, 23));
  const emulator = await startClouds([ionos], { clock, rateLimit: false, ...options });
  const { IONOS_API_URL: endpoint = '', IONOS_TOKEN = '' } = emulator.env;
  const contract: Contract = {
    emulator,
    clock,
    async call(method, path, body, authorization = `Bearer ${IONOS_TOKEN}`) {
      const url = path.startsWith('http') ? path : endpoint + path;
      const response = await fetch(url, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
    async done(method, path, body) {
      const answer = await contract.call(method, path, body);
      if (answer.status !== 202) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      clock.advance(60_000);
      expect(await contract.status(answer)).toBe('DONE');
      return answer.body;
    },
    async refused(status, method, path, body) {
      const answer = await contract.call(method, path, body);
      expect(answer).toMatchObject({
        status,
        body: { httpStatus: status, messages: [{ errorCode: expect.any(String) }] },
      });
      return answer.body.messages[0].message;
    },
    async status({ headers }) {
      return (await contract.call('GET', headers.get('location') ?? '')).body.metadata.status;
    },
    async datacenter(location = 'de/fra') {
      return (await contract.done('POST', '/datacenters', { properties: { name: 'dc', location } })).id;
    },
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
    },
  };
  return contract;
}

export const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFQNDKcTNRmb4vzNhzqjmOJ4dYdpZQ6Q8H0R3wVrkBnv me@here';
/** A server with a root volume and a card to the LAN of that number. */
export const web = (lan: number, more: object = {}) => ({
  properties: { name: 'web', cores: 1, ram: 2048, type: 'VCPU', ...more },
  entities: {
    volumes: { items: [{ properties: { name: 'root', size: 10, imageAlias: 'debian:12', sshKeys: [KEY] } }] },
    nics: { items: [{ properties: { lan } }] },
  },
});
