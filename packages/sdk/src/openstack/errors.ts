import { CloudError, type ErrorCode } from '../errors/index.js';
import type { HttpRequest, HttpResponse } from '../runtime/transport/http.js';
import { readQuota } from './quota.js';
import { RULES, type Rule } from './refusals.js';

/** What a service said, in whichever of their forms. */
export interface Said {
  /** Neutron's `type` (`OverQuota`), Nova's and Cinder's key (`itemNotFound`), Keystone's title. */
  type: string;
  message: string;
}

/**
 * The error that a refused response means. Nova and Cinder answer `{itemNotFound: {code, message}}`, Neutron
 * `{NeutronError: {type, message, detail}}`, Keystone `{error: {…}}`, Glance and the middleware in front of all of them text or HTML.
 */
export function refusal(response: HttpResponse, _request: HttpRequest): CloudError {
  const said = read(response);
  const { status, headers } = response;
  const vendor = {
    ...optional('code', said.type || undefined),
    status,
    message: said.message,
    ...optional('requestId', headers['x-openstack-request-id'] ?? headers['x-compute-request-id']),
  };
  const retryAfterMs = retryAfter(headers['retry-after']);
  const quota = readQuota(said);
  if (quota) return new CloudError('quota-exceeded', { ...quota, vendor });
  const rule = RULES.find((one) => matches(one, said, status));
  if (!rule) return byStatus(status, said, { vendor, ...optional('retryAfterMs', retryAfterMs) });
  return new CloudError(rule.code, {
    message: rule.says ?? sentence(said.message),
    vendor,
    ...optional('attribute', rule.attribute),
    ...optional('next', rule.next),
    ...(rule.lookAgain ? { ambiguous: true } : {}),
    ...(rule.retryable ? { retryable: true, ...optional('retryAfterMs', retryAfterMs) } : {}),
  });
}

/** The error that a server's `fault` means: Nova accepts a create and tells afterwards that it did not work. */
export function faultError(message: string): CloudError {
  const said = { type: 'fault', message };
  const vendor = { code: 'fault', message };
  const quota = readQuota(said);
  if (quota) return new CloudError('quota-exceeded', { ...quota, vendor });
  if (/No valid host was found|Exceeded maximum number of retries|enough hosts available/i.test(message)) {
    return new CloudError('out-of-stock', {
      attribute: ['size'],
      message: 'no host of the cloud has room for this size now',
      next: ['use another size or another zone (region)', 'or try again later'],
      vendor,
    });
  }
  return new CloudError('unavailable', { message: sentence(message), next: ['run again: it is replaced'], vendor });
}

function read({ body, status }: HttpResponse): Said {
  if (typeof body === 'string') return { type: '', message: plain(body) || `HTTP ${status}` };
  const [[key, value] = ['', undefined]] = Object.entries((body ?? {}) as Record<string, unknown>);
  if (typeof value === 'string') {
    // Glance's middleware: {message: HTML, code: '401 Unauthorized', title}; Neutron before 2012 and some proxies: {key: text}.
    const { title } = body as { title?: unknown };
    return { type: typeof title === 'string' ? title : key, message: plain(value) };
  }
  const inner = (value ?? {}) as { type?: string; title?: string; message?: string };
  return { type: inner.type ?? inner.title ?? key, message: plain(inner.message ?? '') || `HTTP ${status}` };
}

/** Text without tags and line breaks; the status line of a page is not said when there is more. */
function plain(text: string): string {
  const body = text.replace(/<(title|h1)>.*?<\/\1>/gis, '').replace(/^\s*\d{3} [^\n]*\n/, '');
  const [words = ''] = [body, text]
    .map((one) =>
      one
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
  return words.slice(0, 500);
}

function matches({ type, message, status }: Rule, said: Said, got: number): boolean {
  return (
    (status === undefined || status === got) &&
    (type === undefined || type.test(said.type)) &&
    (message === undefined || message.test(said.message))
  );
}

const BY_STATUS: Record<number, [ErrorCode, string?]> = {
  400: ['invalid'],
  401: ['unauthenticated', 'check the credentials; `openstack token issue` tells whether they work'],
  403: [
    'forbidden',
    'ask for a role that may do this, often `member`; application credentials have the roles they were made with',
  ],
  404: ['not-found'],
  405: ['unsupported'],
  406: ['unsupported'],
  409: ['conflict'],
  413: ['invalid'],
  429: ['rate-limited'],
  501: ['unsupported'],
};

function byStatus(status: number, said: Said, more: Partial<CloudError['details']>): CloudError {
  const [code, next] = BY_STATUS[status] ?? [status >= 500 ? 'unavailable' : 'invalid'];
  // 503 comes from the proxy or the token middleware before the service saw the request; 500, 502 and 504 may come after.
  const untouched = status === 503 || status === 429;
  const retry = untouched ? { retryable: true } : {};
  const later = status >= 500 ? ['run again: nothing is lost'] : undefined;
  return new CloudError(code, {
    message: sentence(said.message),
    ...more,
    ...retry,
    ...optional('next', next ? [next] : later),
  });
}

function retryAfter(header: string | undefined): number | undefined {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

function sentence(message: string): string {
  return message.trim().replace(/\.$/, '');
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
