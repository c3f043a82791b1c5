import { redact } from '../../../errors/index.js';
import { type Clock, systemClock } from '../../../runtime/clock.js';
import type { HansaOptions } from '../../../runtime/options.js';
import type { Link, Send } from '../../../runtime/transport/http.js';
import { transport } from '../../../runtime/transport/index.js';
import { CoreApi } from './core-api.js';
import { refusal } from './errors.js';
import { CORE_LIMITS } from './limits.js';

export interface CoreOptions extends Pick<HansaOptions, 'wire' | 'wiretap' | 'onRetry' | 'onExchange'> {
  /** Where the core stands, without `/api/v1`. */
  url: string;
  token: string;
  clock?: Clock;
}

/**
 * A core, for who is not a consumer: agents and admins.
 *
 * @throws CloudError `invalid` for a URL that would carry the token unencrypted
 */
export function connectCore({ url, token, clock = systemClock, ...more }: CoreOptions): CoreApi {
  redact(token);
  const to = transport({ cloud: 'fulcrum', clock, limits: CORE_LIMITS, refusal, ...more });
  return new CoreApi(withToken(to, url, token), clock);
}

/** A sender to the API below a core's address. */
export function withToken(
  to: (options: { baseUrl: string; authenticate: Link }) => Send,
  url: string,
  token: string,
): Send {
  const authenticate: Link = (next) => (request) =>
    next({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
  return to({ baseUrl: `${url.replace(/\/+$/, '')}/api/v1`, authenticate });
}
