import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosInstance } from 'axios';
import { CloudError, isCloudError } from '../../errors/index.js';
import { onAbort } from '../on-abort.js';
import type { HttpResponse } from './http.js';
import { isLoopback } from './secure.js';
import type { Wire } from './wire.js';

/** For one attempt, ms. Creates at some clouds answer after 45 s (Scaleway's recorded traffic, 2026-07). */
const TIMEOUT_MS = 60_000;

/** One set of kept-alive connections for a process: handshakes cost more than requests. */
const agents = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) };

/**
 * HTTP by axios.
 *
 * @param timeoutMs for one attempt, from its sending to the end of its answer
 */
export function axiosWire({ timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {}): Wire {
  const client: AxiosInstance = axios.create({
    ...agents,
    // A whole list of 1,000 servers is some MB; 64 MB keeps a broken server from filling the memory.
    maxContentLength: 64 * 1024 * 1024,
    maxRedirects: 0,
    responseType: 'text',
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
  });
  return async ({ method, url, headers, text, signal }) => {
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
