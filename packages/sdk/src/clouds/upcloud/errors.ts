import { CloudError } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../runtime/transport/http.js';
import { type Meaning, meaningOf } from './error-codes.js';
import { attributeOf } from './error-fields.js';
import type { WireError, WireProblem } from './wire.js';

/** What a refused request means. The request is named in the newer resources' bodies, and since 2026 in a header (`Upcloud-Cid`, recorded 2026-01). */
export function refusal(response: HttpResponse, request: HttpRequest): CloudError {
  const { status, headers } = response;
  const { code, message, field, requestId = headers['upcloud-cid'] } = wordsOf(response.body);
  const meaning = isAtOnceOrNever(request) && code === 'SERVER_STATE_ILLEGAL' ? NOT_NOW : meaningOf(status, code);
  // Whether the account's key is wrong or a thing is gone has nothing to do with what was asked for.
  const blames = meaning.code !== 'unauthenticated' && meaning.code !== 'forbidden' && request.method !== 'GET';
  const attribute = blames ? attributeOf(request.path, field ?? code) : undefined;
  const seconds = Number(headers['retry-after']);
  return new CloudError(meaning.code, {
    ...meaning,
    message: plain(message) ?? `${request.method} ${request.path} was refused with ${status}`,
    ...(attribute ? { attribute } : {}),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
    vendor: { ...(code ? { code } : {}), status, ...(requestId ? { requestId } : {}), ...(message ? { message } : {}) },
  });
}

/**
 * An order to start or stop that comes too late or twice, rules that come while the server is made: to repeat them would not help, or would
 * come too late; to look what became of the server does.
 */
const NOT_NOW: Meaning = { code: 'conflict' };

function isAtOnceOrNever({ method, path }: HttpRequest): boolean {
  return (method === 'POST' && /\/(start|stop)$/.test(path)) || (method === 'PUT' && path.endsWith('/firewall_rule'));
}

interface Words {
  code?: string | undefined;
  message?: string | undefined;
  field?: string | undefined;
  requestId?: string | undefined;
}

/** Of either dialect: `{error: {error_code, error_message}}`, or RFC 7807. */
function wordsOf(body: unknown): Words {
  if (typeof body !== 'object' || body === null) return {};
  const { error } = body as WireError;
  if (error) return { code: error.error_code, message: error.error_message };
  const { type, title, correlation_id, invalid_params } = body as WireProblem;
  const [param] = Array.isArray(invalid_params) ? invalid_params : [];
  return {
    code: type
      ?.split('#')
      .at(-1)
      ?.replace(/^ERROR_/, ''),
    message: param?.reason ? `${title ?? 'invalid'}: ${param.name ?? ''} ${param.reason}` : title,
    field: param?.name,
    requestId: correlation_id,
  };
}

function plain(message: string | undefined): string | undefined {
  return message?.trim().replace(/\.$/, '');
}
