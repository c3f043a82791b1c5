import { CloudError, type CloudErrorDetails, type ErrorCode } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../runtime/transport/http.js';
import { attributeOf } from './error-fields.js';
import { type Meaning, meaningOf } from './error-types.js';

/** What an error body may hold (`@scaleway/sdk-client` 2.x, scw/errors, read 2026-11); the older Instance forms included. */
export interface WireError {
  type?: string;
  message?: string;
  resource?: string;
  resource_id?: string;
  current_state?: string;
  precondition?: string;
  help_message?: string;
  method?: string;
  reason?: string;
  details?: {
    argument_name?: string;
    reason?: string;
    help_message?: string;
    resource?: string;
    quota?: number;
    current?: number;
    action?: string;
  }[];
  fields?: Record<string, string[]>;
  reset_seconds?: number;
  reset_at?: string;
}

/**
 * The CloudError that a refusal of Scaleway means. 429 comes with an empty body and without Retry-After
 * (recorded traffic of scaleway/terraform-provider-scaleway, 2026-07): then the runtime's own backoff decides.
 */
export function refusal(response: HttpResponse, request: HttpRequest): CloudError {
  const body: WireError = typeof response.body === 'object' && response.body !== null ? response.body : {};
  const meaning = meaningOf(response.status, body, request);
  const field = fieldOf(body, request);
  const attribute = attributeOf(request.path, field) ?? meaning.attribute;
  return new CloudError(meaning.code, {
    message: messageOf(response.status, body, meaning, request),
    next: meaning.next,
    ...(attribute ? { attribute } : {}),
    ...(meaning.retryable === undefined ? {} : { retryable: meaning.retryable }),
    ...(meaning.ambiguous === undefined ? {} : { ambiguous: meaning.ambiguous }),
    ...waitOf(meaning.code, response, body),
    vendor: {
      ...(body.type ? { code: body.type } : {}),
      status: response.status,
      ...(response.headers['x-request-id'] ? { requestId: response.headers['x-request-id'] } : {}),
      ...(body.message ? { message: body.message } : {}),
    },
  });
}

/** The field to blame: of a wrong argument, or the thing that a new one refers to and that is not there. */
function fieldOf(body: WireError, request: HttpRequest): string | undefined {
  const argument = body.details?.find((one) => one.argument_name)?.argument_name ?? Object.keys(body.fields ?? {})[0];
  if (argument) return argument;
  const elsewhere = body.resource_id && !request.path.includes(body.resource_id);
  return elsewhere || body.type === 'out_of_stock' ? body.resource : undefined;
}

function messageOf(status: number, body: WireError, meaning: Meaning, request: HttpRequest): string {
  const said = body.help_message || body.message || `${request.method} ${request.path} was refused with ${status}`;
  const parts = (body.details ?? []).flatMap((one) => {
    if (one.argument_name) return [`${one.argument_name}: ${one.help_message || one.reason || 'wrong'}`];
    if (one.quota !== undefined) return [`quota ${one.resource}: ${one.current} of ${one.quota} used`];
    return one.action ? [`${one.action} ${one.resource}`] : [];
  });
  parts.push(...Object.entries(body.fields ?? {}).map(([name, why]) => `${name}: ${why.join(', ')}`));
  const thing = body.resource ? `${body.resource}${body.resource_id ? ` ${body.resource_id}` : ''}` : undefined;
  const state = body.current_state ? ` (${body.current_state})` : '';
  if (meaning.code === 'out-of-stock') return `${thing ?? 'it'} is sold out there`;
  if (parts.length > 0) return `${said.replace(/\.$/, '')}: ${parts.join('; ')}`;
  if (body.method) return `${said.replace(/\.$/, '')}: ${body.method} ${body.reason ?? ''}`.trim();
  return `${thing && !said.includes(thing) ? `${thing}: ` : ''}${said.replace(/\.$/, '')}${state}`;
}

function waitOf(code: ErrorCode, response: HttpResponse, body: WireError): Pick<CloudErrorDetails, 'retryAfterMs'> {
  if (code !== 'rate-limited' && code !== 'unavailable') return {};
  const header = Number(response.headers['retry-after']);
  if (header > 0) return { retryAfterMs: header * 1000 };
  if (body.reset_seconds !== undefined) return { retryAfterMs: body.reset_seconds * 1000 };
  const date = Date.parse(response.headers['date'] ?? '');
  const reset = Date.parse(body.reset_at ?? '');
  // By the vendor's own clock, so that ours may be wrong.
  return reset > date ? { retryAfterMs: reset - date } : {};
}
