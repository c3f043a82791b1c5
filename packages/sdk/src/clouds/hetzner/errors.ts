import { CloudError } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../runtime/transport/http.js';
import { MEANINGS, meaningOfStatus } from './error-codes.js';
import { modelPath } from './error-fields.js';
import type { WireAction, WireErrorBody } from './wire.js';

/** Shortest wait after a 429, ms: by default one request comes back each second. */
const REFILL_MS = 1000;

/** What a refused request means. */
export function refusal(response: HttpResponse, request: HttpRequest): CloudError {
  const { status, headers } = response;
  const { code, message, details } = errorOf(response.body);
  const { code: meaning, ...hints } = (code && MEANINGS[code]) || meaningOfStatus(status);
  const [blamed] = details?.fields ?? [];
  const attribute = (blamed && modelPath(blamed.name, request.path)) ?? hints.attribute;
  const limits = (details?.limits ?? []).map((limit) => limit.name).join(', ');
  return new CloudError(meaning, {
    ...hints,
    message: limits ? `the project has reached its ${limits} (${plain(message)})` : plain(message ?? `HTTP ${status}`),
    ...(attribute ? { attribute } : {}),
    vendor: { code, status, requestId: headers['x-correlation-id'], message },
    ...(meaning === 'rate-limited' ? { retryAfterMs: refillMs(headers) } : {}),
  });
}

/** Why an action failed. The transport has nothing to repeat here, so whether a repetition would help is left unsaid. */
export function actionError({ command, error }: WireAction): CloudError {
  const { code, message } = error ?? { code: 'action_failed', message: 'no reason given' };
  const { code: meaning, next, attribute } = MEANINGS[code] ?? { code: 'unavailable' as const };
  return new CloudError(meaning, {
    message: `${command.replaceAll('_', ' ')} failed: ${plain(message)}`,
    vendor: { code, message },
    next: next ?? ['run again: what was begun is taken up where it stands'],
    ...(attribute ? { attribute } : {}),
  });
}

function errorOf(body: unknown): NonNullable<WireErrorBody['error']> {
  const { error } = (typeof body === 'object' && body !== null ? body : {}) as WireErrorBody;
  return error ?? {};
}

function plain(message: string | undefined): string {
  return (message ?? 'no reason given').trim().replace(/\.$/, '');
}

/**
 * Milliseconds until one more request is allowed. `RateLimit-Reset` is the moment when the whole allowance is back, an hour away
 * for an empty one; requests come back one by one until then (docs.hetzner.cloud, rate limiting, read 2026-11), so its share
 * for one of them counts. Measured by the vendor's clock, not by ours.
 */
function refillMs(headers: Readonly<Record<string, string>>): number {
  const told = Number(headers['retry-after']);
  if (told > 0) return told * 1000;
  const missing = Number(headers['ratelimit-limit']) - Number(headers['ratelimit-remaining']);
  const fullInMs = Number(headers['ratelimit-reset']) * 1000 - Date.parse(headers['date'] ?? '');
  const share = fullInMs / missing;
  return Number.isFinite(share) ? Math.max(REFILL_MS, Math.ceil(share)) : REFILL_MS;
}
