import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { type Clock, type CloudHandle, systemClock } from '@hansa/sdk';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApp } from './api/app.js';
import { Catalogue } from './cloud/catalogue.js';
import { type Region, regionsOf } from './cloud/regions.js';
import { Gateway } from './gateway.js';
import { Store } from './state/store.js';
import { Turns } from './work/turns.js';

export interface GatewayOptions {
  /** The cloud that is served. */
  cloud: CloudHandle;
  /** The owner that marks what the gateway makes: the same that the cloud's `Hansa` has. */
  owner: string;
  /** The bearer token that lets in; at least 16 characters. */
  token: string;
  /** Where the state is kept; without it, what the gateway knows is lost when it ends, and stands at the cloud all the same. */
  stateFile?: string;
  /** Tenants that it serves. Default: `default`. */
  tenants?: readonly string[];
  /** Regions that it serves, by the cloud's names. Default: all. */
  regions?: readonly string[];
  /** Zones that it serves, by the cloud's names. Default: all of its regions. */
  zones?: readonly string[];
  /** Whom roles can be given to. Default: anybody. */
  subjects?: readonly string[];
  /** Image of an instance whose boot volume has none. Default: `debian-12`. */
  bootImage?: string;
  clock?: Clock;
  /** Told of what went wrong. */
  log?: (line: string) => void;
}

/** How often a served gateway looks what others did at the cloud, ms: five lists. Our choice. */
const REFRESH_MS = 60_000;

export interface ListenOptions {
  /** Default `127.0.0.1`. */
  host?: string;
  /** 0 takes a free one. */
  port: number;
  /** Key and certificate, PEM. Without them only loopback is served, unless `plain` says otherwise. */
  tls?: { key: string; cert: string };
  /** Serve without TLS beyond loopback: what stands before the gateway encrypts. */
  plain?: boolean;
  /** The URL by which clients reach it, where that is another than where it listens. */
  publicUrl?: string;
}

export interface Running {
  url: string;
  gateway: Gateway;
  /** Stops serving, lets what is under way end, and saves. What is not done then is taken up by the next start. */
  close(): Promise<void>;
}

/**
 * SECA's API without a server: for tests, and for who serves it in a way of their own.
 *
 * @param url tells the URL by which clients reach it
 */
export async function openGateway(
  options: GatewayOptions,
  url: () => string,
): Promise<{ app: Hono; gateway: Gateway; close(): Promise<void> }> {
  const { cloud, owner, token, clock = systemClock, log = () => {} } = options;
  if (token.length < 16)
    throw new RangeError('the token has less than 16 characters. Next: take a longer one: openssl rand -hex 32');
  const regions = await served(options);
  const store = await Store.open(options.stateFile);
  const gateway = new Gateway(
    {
      store,
      cloud,
      owner,
      turns: new Turns(),
      catalogue: new Catalogue(cloud, () => clock.now()),
      regions,
      tenants: options.tenants ?? ['default'],
      subjects: options.subjects ?? [],
      bootImage: options.bootImage ?? 'debian-12',
    },
    clock,
    log,
  );
  const app = createApp({ gateway, token, url, since: new Date(clock.now()).toISOString(), log });
  gateway.resume();
  return {
    app,
    gateway,
    async close() {
      await gateway.rest();
      await store.close();
    },
  };
}

/**
 * Serves a cloud as SECA.
 *
 * @throws RangeError for a token that is too short, a host beyond loopback without TLS, or a key that is not the certificate's; Error where the port is taken, or the state file
 * is not one of a gateway or in another's hands
 */
export async function startGateway(options: GatewayOptions & ListenOptions): Promise<Running> {
  const { host = '127.0.0.1', port, tls, plain = false } = options;
  if (!tls && !plain && !isLoopback(host))
    throw new RangeError(
      `without TLS the token would cross the network in the clear on ${host}. Next: give a certificate, or say that what stands before it encrypts`,
    );
  if (tls) mustFit(tls);
  let url = options.publicUrl?.replace(/\/$/, '') ?? '';
  const { app, gateway, close } = await openGateway(options, () => url);
  try {
    const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
      const listening = serve(
        {
          fetch: app.fetch,
          hostname: host,
          port,
          ...(tls ? { createServer: createSecureServer, serverOptions: tls } : { createServer }),
        },
        () => resolve(listening),
      );
      listening.once('error', reject);
    });
    const { port: taken } = server.address() as AddressInfo;
    url ||= `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${taken}`;
    const stopLooking = lookAgain(gateway, options.log ?? (() => {}));
    return {
      url,
      gateway,
      async close() {
        await stopLooking();
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        });
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The regions and zones that are to be served. @throws RangeError for one that the cloud does not have */
async function served({ cloud, regions: only = [], zones = [] }: GatewayOptions): Promise<Region[]> {
  const all = await regionsOf(cloud, []);
  const stranger = only.find((one) => !all.some(({ own, name }) => one === own || one === name));
  if (stranger !== undefined || all.length === 0)
    throw new RangeError(
      `${cloud.id} has no region ${stranger ?? 'at all'}. Next: use one of ${all.map(({ name }) => name).join(', ')}`,
    );
  const among = await regionsOf(cloud, only);
  const known = among.flatMap((region) => region.zones.map(({ id }) => id));
  const nowhere = zones.find((one) => !known.includes(one));
  if (nowhere !== undefined)
    throw new RangeError(`the regions served have no zone ${nowhere}. Next: use one of ${known.join(', ')}`);
  return regionsOf(cloud, only, zones);
}

/** Refreshes at once and every minute; a look that fails is told, and the next one comes. Returns what ends it. */
function lookAgain(gateway: Gateway, log: (line: string) => void): () => Promise<void> {
  let looking = Promise.resolve();
  const look = () => {
    looking = looking
      .then(() => gateway.refresh())
      .catch((error: Error) => log(`could not look at the cloud: ${error.message}`));
  };
  look();
  const timer = setInterval(look, REFRESH_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return looking;
  };
}

/** @throws RangeError where the two are no certificate with its key */
function mustFit(tls: { key: string; cert: string }): void {
  try {
    createSecureContext(tls);
  } catch (error) {
    const { reason, message } = error as Error & { reason?: string };
    throw new RangeError(
      `the certificate and its key cannot be used: ${reason ?? message}. Next: give both in PEM, the key of that certificate and without a passphrase`,
    );
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
