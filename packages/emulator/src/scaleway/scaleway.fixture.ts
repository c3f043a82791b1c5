import { Accountv3 } from '@scaleway/sdk-account';
import { Blockv1 } from '@scaleway/sdk-block';
import { createAdvancedClient, withHTTPClient, withProfile } from '@scaleway/sdk-client';
import { Iamv1alpha1 } from '@scaleway/sdk-iam';
import { Instancev1 } from '@scaleway/sdk-instance';
import { Ipamv1 } from '@scaleway/sdk-ipam';
import { Marketplacev2 } from '@scaleway/sdk-marketplace';
import { ProductCatalogv2alpha1 } from '@scaleway/sdk-product-catalog';
import { Vpcv2 } from '@scaleway/sdk-vpc';
import { type ManualClock, manualClock } from '../core/clock.js';
import { type Emulator, type EmulatorOptions, startClouds } from '../core/emulator.js';
import { scaleway } from './index.js';
import { loadSpecification } from './spec.fixture.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

const specification = loadSpecification();

export const PROJECT = scaleway.credentials['projectId']!;
export const ZONE = '/instance/v1/zones/fr-par-1';
export const BLOCK = '/block/v1/zones/fr-par-1';
export const VPC = '/vpc/v2/regions/fr-par';
export const IPAM = '/ipam/v1/regions/fr-par';
export const PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFQNDKcTNRmb4vzNhzqjmOJ4dYdpZQ6Q8H0R3wVrkBnv me@here';

/** An account of its own on a clock that stands still; closing it checks all its traffic against the vendor's descriptions. */
export async function newAccount(options: EmulatorOptions = {}) {
  const clock: ManualClock = manualClock(Date.UTC(2026, 10, 23));
  const violations: string[] = [];
  const emulator: Emulator = await startClouds([scaleway], {
    clock,
    rateLimit: false,
    onExchange: (exchange) => violations.push(...(specification?.check(exchange) ?? [])),
    ...options,
  });
  const { SCW_API_URL: apiURL = '', SCW_ACCESS_KEY: accessKey = '', SCW_SECRET_KEY: secretKey = '' } = emulator.env;

  const call = async (method: string, path: string, body?: unknown, token = secretKey): Promise<Answer> => {
    const text = typeof body === 'string';
    const response = await fetch(apiURL + path, {
      method,
      headers: { 'x-auth-token': token, 'content-type': text ? 'text/plain' : 'application/json' },
      ...(body === undefined ? {} : { body: text ? body : JSON.stringify(body) }),
    });
    const answer = await response.text();
    const json = response.headers.get('content-type') === 'application/json';
    return {
      status: response.status,
      headers: response.headers,
      body: json && answer ? JSON.parse(answer) : answer || undefined,
    };
  };
  /** Calls and expects success; returns the body. */
  const done = async (method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await call(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** Calls and expects an error that looks so. */
  const refused = async (expected: object, method: string, path: string, body?: unknown): Promise<void> => {
    const answer = await call(method, path, body);
    expect({ status: answer.status, ...answer.body }).toMatchObject(expected);
  };
  return {
    emulator,
    clock,
    call,
    done,
    refused,
    /** A server of a small type, stopped unless asked to run. */
    async server(wish: object = {}, run = false): Promise<Body> {
      const wanted = { name: 'web', commercial_type: 'DEV1-S', image: 'debian_bookworm', project: PROJECT, ...wish };
      const { server } = await done('POST', `${ZONE}/servers`, wanted);
      if (run) {
        await done('POST', `${ZONE}/servers/${server.id}/action`, { action: 'poweron' });
        clock.advance(10_000);
      }
      return (await done('GET', `${ZONE}/servers/${server.id}`)).server;
    },
    async volume(wish: object = {}): Promise<Body> {
      const wanted = { name: 'data', perf_iops: 5000, from_empty: { size: 20e9 }, project_id: PROJECT, ...wish };
      const { id } = await done('POST', `${BLOCK}/volumes`, wanted);
      clock.advance(5_000);
      return done('GET', `${BLOCK}/volumes/${id}`);
    },
    network: (wish: object = {}): Promise<Body> =>
      done('POST', `${VPC}/private-networks`, { name: 'net', project_id: PROJECT, ...wish }),
    /** The vendor's own clients, of this account. */
    clients() {
      const profile = withProfile({
        apiURL,
        accessKey,
        secretKey,
        defaultProjectId: PROJECT,
        defaultOrganizationId: scaleway.credentials['organizationId']!,
        defaultRegion: 'fr-par',
        defaultZone: 'fr-par-1',
      });
      const client = createAdvancedClient(profile, withHTTPClient(parsedHere));
      return {
        instance: new Instancev1.API(client),
        block: new Blockv1.API(client),
        vpc: new Vpcv2.API(client),
        ipam: new Ipamv1.API(client),
        iam: new Iamv1alpha1.API(client),
        marketplace: new Marketplacev2.API(client),
        projects: new Accountv3.ProjectAPI(client),
        catalog: new ProductCatalogv2alpha1.PublicCatalogAPI(client),
      };
    },
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
      expect(violations).toEqual([]);
    },
  };
}

/** jest runs tests in a realm of their own, and the client asks `instanceof Object` of what fetch parsed outside of it. */
const parsedHere: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  return Object.assign(response, { json: async (): Promise<unknown> => JSON.parse(await response.text()) });
};

export type Account = Awaited<ReturnType<typeof newAccount>>;

/** How many operations of the descriptions the tests of this file have exercised; why none are checked, where none are. */
export function coverage(): string {
  if (!specification) return 'the vendor’s descriptions are not there (../shared): bodies were not validated';
  return `${specification.seen.size} operations validated against the vendor’s descriptions`;
}
