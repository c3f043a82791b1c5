import { createHash } from 'node:crypto';
import { CloudError, isCloudError } from '../../../errors/index.js';
import type { Clock } from '../../../runtime/clock.js';
import type { HttpRequest, HttpResponse, Link, Send } from '../../../runtime/transport/http.js';
import { refusal } from '../errors.js';
import { asSent } from './as-sent.js';
import type { Keys } from './credentials.js';

type Signing = Extract<Keys, { by: 'signature' }>;

/**
 * Signs every request with the three keys: a digest over secret, key, method, URL, body and the API's own time, which is asked once, since
 * clocks of machines differ (docs.ovh.com, "First steps with the OVHcloud APIs", read 2026-11).
 */
export function signed(keys: Signing, baseUrl: string, clock: Clock): Link {
  const sign = (request: HttpRequest, behind: number): HttpRequest => {
    const timestamp = Math.floor(clock.now() / 1000) + behind;
    const sent = asSent(request, baseUrl);
    const parts = [keys.applicationSecret, keys.consumerKey, request.method, sent.path, sent.text?.content ?? ''];
    const digest = createHash('sha1')
      .update([...parts, timestamp].join('+'))
      .digest('hex');
    const headers = {
      ...request.headers,
      'x-ovh-application': keys.applicationKey,
      'x-ovh-consumer': keys.consumerKey,
      'x-ovh-timestamp': String(timestamp),
      'x-ovh-signature': `$1$${digest}`,
    };
    return { ...sent, headers };
  };
  return (next) => {
    let behind: Promise<number> | undefined;
    const forget = (used: Promise<number>) => {
      if (behind === used) behind = undefined;
    };
    const ask = (): Promise<number> => {
      if (behind) return behind;
      const asking = secondsBehind(next, clock);
      behind = asking;
      asking.catch(() => forget(asking));
      return asking;
    };
    return async (request) => {
      const used = ask();
      const response = await next(sign(request, await used));
      if (!isOutOfTime(response)) return response;
      // This machine slept, or its clock was set: the API's time is asked anew, once.
      forget(used);
      return next(sign(request, await ask()));
    };
  };
}

function isOutOfTime({ status, body }: HttpResponse): boolean {
  return status >= 400 && (body as { errorCode?: string } | undefined)?.errorCode === 'QUERY_TIME_OUT';
}

/** How far this machine's clock is behind the API's, s. Asked before anything is done, so no failure of it leaves a doubt. */
async function secondsBehind(next: Send, clock: Clock): Promise<number> {
  const request: HttpRequest = { method: 'GET', path: '/auth/time' };
  const response = await harmless(() => next(request));
  const told = Number(response.body);
  if (response.status < 300 && Number.isFinite(told) && told > 0) return told - Math.floor(clock.now() / 1000);
  throw response.status < 300 ? notTheTime() : untouched(refusal(response, request));
}

/** What `ask` answers; an answer that was lost on the way leaves no doubt about what it was asked for. */
export async function harmless<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw isCloudError(error) ? untouched(error) : error;
  }
}

/** The same error, of which it is known that the request that it befell was never sent. */
export function untouched(error: CloudError): CloudError {
  const retryable = error.code === 'unavailable' || error.code === 'rate-limited';
  return new CloudError(error.code, { ...error.details, ambiguous: false, retryable, cause: error.cause });
}

function notTheTime(): CloudError {
  return new CloudError('invalid', {
    message: 'the endpoint does not tell its time as the API of OVHcloud does',
    next: ['check the endpoint: it ends in /1.0'],
  });
}
