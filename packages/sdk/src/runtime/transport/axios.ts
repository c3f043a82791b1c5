import { CloudError, isCloudError } from '../../errors/index.js';
import { onAbort } from '../on-abort.js';
import type { HttpResponse } from './http.js';
import { isLoopback } from './secure.js';
import type { Wire } from './wire.js';

/** For one attempt, ms. Creates at some clouds answer after 45 s (Scaleway's recorded traffic, 2026-07). */
const TIMEOUT_MS = 60_000;

/**
 * HTTP by axios. It is loaded by the first request: many a process, of a provider above all, never makes one (2026-11: a fifth of the
 * processor time of one that only validates).
 *
 * @param timeoutMs for one attempt, from its sending to the end of its answer
 */
export function axiosWire({ timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {}): Wire {
  return async ({ method, url, headers, text, signal }) => {
    loading ??= import('./axios-client.js');
    const { client } = await loading;
    // Of axios itself `timeout` ends a silence alone: a body that drips would never end.
    const attempt = new AbortController();
    const late = setTimeout(() => attempt.abort(), timeoutMs);
    const keep = onAbort(signal, () => attempt.abort());
    try {
      signal?.throwIfAborted();
      const response = await client.request<string>({
        method,
        url,
        headers,
        data: text,
        signal: attempt.signal,
        // HTTPS_PROXY and NO_PROXY are heeded, the way through is a tunnel; what stays on this machine never goes to a proxy.
        ...(isLoopback(new URL(url)) ? { proxy: false } : {}),
      });
      return { status: response.status, headers: lowerCase(response.headers), body: response.data || undefined };
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw unreachable(attempt.signal.aborted ? new Late(timeoutMs) : error, method, url);
    } finally {
      clearTimeout(late);
      keep();
    }
  };
}

let loading: Promise<typeof import('./axios-client.js')> | undefined;

class Late extends Error {
  readonly code = 'ETIMEDOUT';
  constructor(ms: number) {
    super(`none within ${ms / 1000} s`);
  }
}

function lowerCase(headers: object): HttpResponse['headers'] {
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return Object.fromEntries(pairs) as HttpResponse['headers'];
}

/** A connection that broke before a whole answer came: whether the vendor acted is not known, unless nobody was there at all. */
function unreachable(error: unknown, method: string, url: string): CloudError {
  if (isCloudError(error)) return error;
  const { code, message } = error as { code?: string; message?: string };
  const neverSent = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  const tls = /CERT|SELF_SIGNED|SSL|TLS/.test(code ?? '');
  const tooLong = message?.startsWith('maxContentLength') === true;
  return new CloudError('unavailable', {
    message: `no answer to ${method} ${url.split('?')[0]}: ${message ?? code ?? 'connection broke'}`,
    next: tls
      ? ['check the endpoint; its certificate is not trusted (NODE_EXTRA_CA_CERTS adds an authority)']
      : ['check the endpoint and the network, then run again: nothing is lost'],
    vendor: code ? { code } : undefined,
    ambiguous: !neverSent,
    // Neither a certificate nor a flood gets better by asking again at once.
    retryable: !tls && !tooLong,
  });
}
