import { createHash } from 'node:crypto';
import { type ManualClock, manualClock } from '../core/clock.js';
import { type Emulator, type EmulatorOptions, startClouds } from '../core/emulator.js';
import { ovh } from './index.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

type Headed = Record<string, string>;

/** What signs a request; a field that is left out is the emulator's own. */
export interface Signer {
  readonly key?: string;
  readonly secret?: string;
  readonly consumer?: string;
  /** Added to the time, s. */
  readonly skew?: number;
  /** The URL that is signed, in place of the one that is called. */
  readonly url?: (called: string) => string;
}

export const REGION = 'GRA11';
export const KEY = `ssh-ed25519 ${Buffer.from('\0\0\0\x0bssh-ed25519').toString('base64')} ana`;

/** A project of its own on a clock that stands still. */
export async function newProject({
  clock = manualClock(Date.UTC(2026, 10, 23)),
  ...options
}: EmulatorOptions & { readonly clock?: ManualClock } = {}) {
  const emulator: Emulator = await startClouds([ovh], { clock, rateLimit: false, ...options });
  const { credentials } = ovh;
  const root = emulator.url;

  const ask = async (method: string, url: string, headers: Headed, body?: string): Promise<Answer> => {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };
  /** The headers by which the vendor's clients sign. */
  const signed = (method: string, called: string, text: string, signer: Signer = {}): Headed => {
    const { key = credentials['applicationKey']!, consumer = credentials['consumerKey']! } = signer;
    const { secret = credentials['applicationSecret']!, skew = 0, url = (same: string) => same } = signer;
    const timestamp = String(Math.floor(clock.now() / 1000) + skew);
    const signature = createHash('sha1').update([secret, consumer, method, url(called), text, timestamp].join('+'));
    return {
      'x-ovh-application': key,
      'x-ovh-consumer': consumer,
      'x-ovh-timestamp': timestamp,
      'x-ovh-signature': `$1$${signature.digest('hex')}`,
    };
  };
  const sign = (method: string, path: string, body?: unknown, signer?: Signer): Promise<Answer> => {
    const [url, text] = [`${root}/ovh/1.0${path}`, body === undefined ? undefined : JSON.stringify(body)];
    return ask(method, url, signed(method, url, text ?? '', signer), text);
  };
  const project = `/cloud/project/${credentials['projectId']}`;
  const call = (method: string, path: string, body?: unknown) => sign(method, project + path, body);
  /** Calls and expects success; returns the body. */
  const done = async (method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await call(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const region = `/region/${REGION}`;
  const named = async (kind: 'flavor' | 'image', name: string): Promise<string> =>
    (await done('GET', `/${kind}?region=${REGION}`)).find((one: Body) => one.name === name).id;
  const instance = async (wish: object = {}, flavor = 'd2-2'): Promise<Body> =>
    done('POST', '/instance', {
      name: 'web',
      region: REGION,
      flavorId: await named('flavor', flavor),
      imageId: await named('image', 'Debian 12'),
      ...wish,
    });
  const fetched = (id: string): Promise<Body> => done('GET', `/instance/${id}`);

  return {
    emulator,
    root,
    project,
    ask,
    signed,
    sign,
    call,
    done,
    named,
    instance,
    fetched,
    pass: (ms: number) => clock.advance(ms),
    /** Calls and expects a refusal of that status with these words. */
    async refused(status: number, words: string | RegExp, method: string, path: string, body?: unknown) {
      const answer = await call(method, path, body);
      expect(answer.status).toBe(status);
      expect(answer.body.message).toMatch(words);
    },
    /** A server that runs. */
    async running(wish: object = {}, flavor?: string): Promise<Body> {
      const { id } = await instance(wish, flavor);
      clock.advance(60_000);
      return fetched(id);
    },
    /** A private network with a subnet; the clock has gone on. */
    async network(cidr = '10.1.0.0/24', subnet: object = {}): Promise<Body> {
      const { id } = await done('POST', `${region}/network`, {
        name: 'net',
        subnet: { cidr, ipVersion: 4, enableDhcp: true, enableGatewayIp: true, ...subnet },
      });
      clock.advance(60_000);
      const { resourceId } = await done('GET', `/operation/${id}`);
      return done('GET', `${region}/network/${resourceId}`);
    },
    volume: (wish: object = {}): Promise<Body> =>
      done('POST', '/volume', { name: 'data', region: REGION, size: 10, type: 'classic', ...wish }),
    /** A token of the project's OpenStack, and what it answers below the region's Neutron. */
    async neutron() {
      const [user] = await done('GET', '/user');
      const answer = await done('POST', `/user/${user.id}/token`, { password: credentials['password'] });
      const { url } = answer.token.catalog[0].endpoints.find((one: Body) => one.region_id === REGION);
      const token = answer['X-Auth-Token'];
      return (method: string, path: string, body?: unknown, headers: Headed = { 'x-auth-token': token }) =>
        ask(method, `${url}/v2.0${path}`, headers, body === undefined ? undefined : JSON.stringify(body));
    },
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
    },
  };
}

export type Project = Awaited<ReturnType<typeof newProject>>;
