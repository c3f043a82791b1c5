/** A request as cells and links see it. */
export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the transport's base URL, or an absolute URL. */
  path: string;
  /** Lists are repeated (`id=1&id=2`); undefined is left out. */
  query?: Record<string, string | number | boolean | readonly (string | number)[] | undefined>;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, with its content type. */
  text?: { content: string; type: string };
  /** Whether repeating it does no harm. Default: true for every method but POST. */
  repeatable?: boolean;
  signal?: AbortSignal;
}

/** A response with its body decoded: JSON as a value, anything else as text, nothing as undefined. */
export interface HttpResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: unknown;
}

export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** One job on the way of a request: gets the rest of the chain, returns the chain with itself in front. */
export type Link = (next: Send) => Send;

/**
 * The chain of `links` in reading order, ending in `last`.
 *
 * @example
 * const stamped: Link = (next) => (request) => next({ ...request, headers: { 'x-run': '7' } });
 * const send = chain([stamped], async ({ headers = {} }) => ({ status: 200, headers, body: undefined }));
 * (await send({ method: 'GET', path: '/' })).headers; // { 'x-run': '7' }
 */
export function chain(links: readonly Link[], last: Send): Send {
  return links.reduceRight((next, link) => link(next), last);
}

/**
 * Whether a repetition of the request does no harm.
 *
 * @example
 * isRepeatable({ method: 'POST', path: '/servers' }); // false
 */
export function isRepeatable(request: HttpRequest): boolean {
  return request.repeatable ?? request.method !== 'POST';
}
