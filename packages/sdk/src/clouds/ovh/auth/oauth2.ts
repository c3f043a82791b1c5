import { CloudError, redact } from '../../../errors/index.js';
import type { Clock } from '../../../runtime/clock.js';
import type { HttpRequest, Link, Send } from '../../../runtime/transport/http.js';
import { refusal } from '../errors.js';
import type { Keys } from './credentials.js';
import { harmless, untouched } from './signature.js';

type Account = Extract<Keys, { by: 'oauth2' }>;

/** A token is renewed so long before its end, ms, that no request meets it on the way. */
const EARLY_MS = 60_000;

interface Token {
  value: string;
  /** On this machine's clock, ms. */
  endsAt: number;
}

/** Carries a service account's token, got by client credentials and renewed before it ends or when the API no longer takes it. */
export function bearer(account: Account, tokenUrl: string, clock: Clock): Link {
  return (next) => {
    let token: Token | undefined;
    let going: Promise<Token> | undefined;
    /** A token other than `old`; all who want one share one login. */
    const newer = (old: Token | undefined): Promise<Token> => {
      if (token && token !== old) return Promise.resolve(token);
      going ??= logIn(account, tokenUrl, next, clock)
        .then((made) => (token = made))
        .finally(() => (going = undefined));
      return going;
    };
    const live = () => (token && clock.now() < token.endsAt - EARLY_MS ? Promise.resolve(token) : newer(token));
    const send = (request: HttpRequest, { value }: Token) =>
      next({ ...request, headers: { ...request.headers, authorization: `Bearer ${value}` } });
    return async (request) => {
      const used = await live();
      const response = await send(request, used);
      return response.status === 401 ? send(request, await newer(used)) : response;
    };
  };
}

async function logIn(account: Account, tokenUrl: string, next: Send, clock: Clock): Promise<Token> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: account.clientId,
    client_secret: account.clientSecret,
    scope: 'all',
  });
  const request: HttpRequest = {
    method: 'POST',
    path: tokenUrl,
    text: { content: form.toString(), type: 'application/x-www-form-urlencoded' },
  };
  const startedAt = clock.now();
  const response = await harmless(() => next(request));
  const { access_token: value, expires_in: seconds } = (response.body ?? {}) as Partial<{
    access_token: string;
    expires_in: number;
  }>;
  if (response.status < 300 && value) {
    redact(value);
    return { value, endsAt: startedAt + (seconds ?? 0) * 1000 };
  }
  if (response.status >= 500 || response.status === 429) throw untouched(refusal(response, request));
  throw refusedLogin(response.status, response.body);
}

function refusedLogin(status: number, body: unknown): CloudError {
  const { error, error_description: message } = (body ?? {}) as { error?: string; error_description?: string };
  return new CloudError('unauthenticated', {
    message: 'the service account was refused',
    next: [
      'check client id and secret (OVH_CLIENT_ID, OVH_CLIENT_SECRET), and that the endpoint is that of the account',
    ],
    vendor: { status, ...(error ? { code: error } : {}), ...(message ? { message } : {}) },
  });
}
