import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../core/cloud.js';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import {
  invalidCredential,
  invalidKey,
  invalidSignature,
  invalidToken,
  notCredential,
  notGranted,
  outOfTime,
} from './errors.js';
import type { World } from './world.js';

/** What needs no credentials (description of /auth and /order: `noAuthentication`, read 2026-11). */
const OPEN = /^\/(1\.0|v1)\/(auth\/time|order\/catalog\/public\/.*)$|^\/auth\/oauth2\/token$/;
/** How far a request's time may be off, s. The vendor does not publish it; a scaled clock moves between asking the time and using it. */
const WINDOW_S = 300;
const TOKEN_MS = 3_600_000;

/** Who may call: three keys that sign, or a service account's token. @throws Refusal with the vendor's code */
export function authenticate(world: World, request: CloudRequest): void {
  if (OPEN.test(request.path)) return;
  const { credentials } = world.context;
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    checkToken(world, authorization);
    return;
  }
  const [application, consumer, timestamp, signature] = ['application', 'consumer', 'timestamp', 'signature'].map(
    (name) => request.headers[`x-ovh-${name}`],
  ) as (string | undefined)[];
  if (!application || !consumer || !timestamp || !signature) throw notCredential();
  if (application !== credentials['applicationKey']) throw invalidKey();
  const readOnly = consumer === credentials['readOnlyConsumerKey'];
  if (consumer !== credentials['consumerKey'] && !readOnly) throw invalidCredential();
  if (!/^\d+$/.test(timestamp) || Math.abs(Number(timestamp) - world.now() / 1000) > WINDOW_S) throw outOfTime();
  const secret = credentials['applicationSecret'] ?? '';
  if (!urlsOf(request).some((url) => same(signature, signatureOf(secret, consumer, request, url, timestamp))))
    throw invalidSignature();
  if (readOnly && request.method !== 'GET') throw notGranted();
}

/**
 * The URLs that a client may have signed: the one it called, and, behind something that ends TLS, the same with `https`, with or without the
 * port; the vendor's own Node client leaves the port out.
 */
function urlsOf({ url }: CloudRequest): string[] {
  const rest = `${url.pathname}${url.search}`;
  return [`${url.protocol}//${url.host}`, `https://${url.host}`, `https://${url.hostname}`].map(
    (origin) => origin + rest,
  );
}

function signatureOf(
  secret: string,
  consumer: string,
  { method, text }: CloudRequest,
  url: string,
  timestamp: string,
): string {
  const digest = createHash('sha1').update([secret, consumer, method, url, text, timestamp].join('+')).digest('hex');
  return `$1$${digest}`;
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function checkToken(world: World, authorization: string): void {
  const [, value = ''] = /^Bearer (.+)$/.exec(authorization) ?? [];
  const token = world.tokens.get(value);
  if (!token || token.userId !== null || token.ends <= world.now()) throw invalidToken();
}

/** The API's time, and tokens of service accounts. */
export function authRoutes(world: World): { versioned: Route[]; bare: Route[] } {
  return {
    versioned: [
      { method: 'GET', path: '/auth/time', handle: () => ({ status: 200, body: Math.floor(world.now() / 1000) }) },
      {
        method: 'GET',
        path: '/auth/details',
        handle: () => ({
          status: 200,
          body: { account: 'em12345-ovh', method: 'account', identities: [], roles: [], allowedRoutes: [], user: null },
        }),
      },
    ],
    bare: [
      {
        method: 'POST',
        path: '/auth/oauth2/token',
        secretBodies: true,
        handle: (request) => giveToken(world, request, world.context.credentials),
      },
    ],
  };
}

function giveToken(world: World, { text, headers }: CloudRequest, credentials: Credentials): Reply {
  const form = new URLSearchParams(text);
  const [id, secret] = basic(headers.authorization) ?? [form.get('client_id'), form.get('client_secret')];
  const refused = (status: number, error: string) => ({
    status,
    body: { error, error_description: error.replace('_', ' ') },
  });
  if (form.get('grant_type') !== 'client_credentials') return refused(400, 'unsupported_grant_type');
  if (id !== credentials['clientId'] || secret !== credentials['clientSecret']) return refused(401, 'invalid_client');
  const token = randomBytes(32).toString('base64url');
  world.tokens.put(token, { token, userId: null, ends: world.now() + TOKEN_MS });
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_MS / 1000, scope: 'all' },
  };
}

function basic(authorization: string | undefined): [string, string] | undefined {
  const [, digits] = /^Basic (.+)$/.exec(authorization ?? '') ?? [];
  const [id, secret] = digits ? Buffer.from(digits, 'base64').toString('utf8').split(':') : [];
  return id !== undefined && secret !== undefined ? [decodeURIComponent(id), decodeURIComponent(secret)] : undefined;
}
