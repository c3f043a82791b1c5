import type { Exchange } from './exchange.js';
import { PathPattern } from './path-pattern.js';
import { redactHeaders, shownRequest, shownResponse } from './redact.js';

/** One request as the log shows it, credentials redacted. */
export interface LoggedRequest {
  readonly cloud: string;
  readonly method: string;
  /** Path below the cloud's prefix, with the query. */
  readonly path: string;
  readonly template: string;
  /** Status sent, or `undefined` where the connection was reset or hangs. */
  readonly status: number | undefined;
  readonly requestHeaders: Record<string, string>;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
  /** On the emulator's clock. */
  readonly at: number;
  /** Kinds of the faults that struck it. */
  readonly faults: readonly string[];
}

export interface LogMatch {
  readonly cloud?: string;
  readonly method?: string;
  /** Path pattern below the prefix, without query: `/servers/{id}`, `/servers/**`. */
  readonly path?: string;
  readonly status?: number;
}

/** The last requests, oldest first. Bodies are kept as text and parsed when looked at. */
export class RequestLog implements Iterable<LoggedRequest> {
  #kept: Exchange[] = [];
  #total = 0;

  constructor(readonly capacity: number) {}

  /** Requests since the start or the last `clear`, forgotten ones included. */
  get total(): number {
    return this.#total;
  }

  add(exchange: Exchange): void {
    this.#total += 1;
    this.#kept.push(exchange);
    if (this.#kept.length > this.capacity * 1.5) this.#kept = this.#kept.slice(-this.capacity);
  }

  clear(): void {
    this.#kept = [];
    this.#total = 0;
  }

  /**
   * The requests that match, oldest first.
   *
   * @example
   * emulator.requests.list({ cloud: 'hetzner', method: 'POST', path: '/servers' }).length;
   */
  list(match: LogMatch = {}): LoggedRequest[] {
    const pattern = match.path === undefined ? undefined : new PathPattern(match.path);
    return this.#kept
      .filter(
        (exchange) =>
          (match.cloud === undefined || exchange.cloud === match.cloud) &&
          (match.method === undefined || exchange.method === match.method) &&
          (match.status === undefined || exchange.status === match.status) &&
          (!pattern || pattern.match(exchange.path.split('?')[0]!.split('/')) !== undefined),
      )
      .map(shown);
  }

  count(match: LogMatch = {}): number {
    return this.list(match).length;
  }

  [Symbol.iterator](): Iterator<LoggedRequest> {
    return this.list()[Symbol.iterator]();
  }
}

function shown(exchange: Exchange): LoggedRequest {
  const { cloud, method, path, template, status, at, faults } = exchange;
  return {
    cloud,
    method,
    path,
    template,
    status,
    at,
    faults,
    requestHeaders: redactHeaders(exchange.requestHeaders),
    get requestBody() {
      return shownRequest(exchange);
    },
    get responseBody() {
      return shownResponse(exchange);
    },
  };
}
