import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosAdapter, type AxiosInstance } from 'axios';
import { CloudError, isCloudError } from '../../errors/index.js';
import { onAbort } from '../on-abort.js';
import type { HttpRequest, HttpResponse, Send } from './http.js';
import { isLoopback } from './secure.js';

/** For one attempt, ms. Creates at some clouds answer after 45 s (Scaleway's recorded traffic, 2026-07). */
const TIMEOUT_MS = 60_000;

/** One set of kept-alive connections for a process: handshakes cost more than requests. */
const agents = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) };

/**
 * The end of every chain: sends one attempt by axios and hands back whatever status came, body undecoded.
 *
 * @param timeoutMs for one attempt, from its sending to the end of its answer
 * @param adapter what carries them in the place of HTTP
 */
export function axiosSend(
  baseUrl: string,
  { timeoutMs = TIMEOUT_MS, adapter }: { timeoutMs?: number; adapter?: AxiosAdapter } = {},
): Send {
  const client: AxiosInstance = axios.create({
    ...agents,
    ...(adapter ? { adapter } : {}),
    baseURL: baseUrl.replace(/\/+$/, ''),
    // A whole list of 1,000 servers is some MB; 64 MB keeps a broken server from filling the memory.
    maxContentLength: 64 * 1024 * 1024,
    maxRedirects: 0,
    // HTTPS_PROXY and NO_PROXY are heeded, the way through is a tunnel; what stays on this machine never goes to a proxy.
    ...(isLoopback(new URL(baseUrl)) ? { proxy: false } : {}),
    responseType: 'text',
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    paramsSerializer: { serialize: serializeQuery },
  });
  return async (request) => {
    // Of axios itself `timeout` ends a silence alone: a body that drips would never end.
    const attempt = new AbortController();
    const late = setTimeout(() => attempt.abort(), timeoutMs);
    const keep = onAbort(request.signal, () => attempt.abort());
    try {
      request.signal?.throwIfAborted();
      const response = await client.request<string>({
        method: request.method,
        url: request.path,
        params: request.query,
        headers: { accept: 'application/json', ...contentType(request), ...request.headers },
        data: request.text?.content ?? (request.body === undefined ? undefined : JSON.stringify(request.body)),
        signal: attempt.signal,
      });
      return { status: response.status, headers: lowerCase(response.headers), body: response.data || undefined };
    } catch (error) {
      if (request.signal?.aborted) throw request.signal.reason;
      throw unreachable(attempt.signal.aborted ? new Late(timeoutMs) : error, request);
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

function contentType(request: HttpRequest): Record<string, string> {
  if (request.text) return { 'content-type': request.text.type };
  return request.body === undefined ? {} : { 'content-type': 'application/json' };
}

/** Lists repeat their key, as all our clouds want it. */
function serializeQuery(query: Record<string, unknown>): string {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) out.append(key, String(one));
  }
  return out.toString();
}

function lowerCase(headers: object): HttpResponse['headers'] {
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return Object.fromEntries(pairs) as HttpResponse['headers'];
}

/** A connection that broke before a whole answer came: whether the vendor acted is not known, unless nobody was there at all. */
function unreachable(error: unknown, request: HttpRequest): CloudError {
  if (isCloudError(error)) return error;
  const { code, message } = error as { code?: string; message?: string };
  const neverSent = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  const tls = /CERT|SELF_SIGNED|SSL|TLS/.test(code ?? '');
  const tooLong = message?.startsWith('maxContentLength') === true;
  return new CloudError('unavailable', {
    message: `no answer to ${request.method} ${request.path.split('?')[0]}: ${message ?? code ?? 'connection broke'}`,
    next: tls
      ? ['check the endpoint; its certificate is not trusted (NODE_EXTRA_CA_CERTS adds an authority)']
      : ['check the endpoint and the network, then run again: nothing is lost'],
    vendor: code ? { code } : undefined,
    ambiguous: !neverSent,
    // Neither a certificate nor a flood gets better by asking again at once.
    retryable: !tls && !tooLong,
  });
}
