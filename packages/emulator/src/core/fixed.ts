import type { CloudRequest, Reply, Route } from './http.js';

/** A client that makes up addresses must not fill the memory. */
const MOST = 200;

/** What routes answer that are `fixed`, by the address that was asked. */
export class FixedReplies {
  readonly #known = new Map<string, Reply>();

  /** The reply of a route: of a fixed one as it was worked out, and written as JSON, the first time. */
  of(route: Route, request: CloudRequest): Reply {
    if (!route.fixed) return route.handle(request);
    const known = this.#known.get(request.url.href);
    if (known) return known;
    const { status, headers, body } = route.handle(request);
    const reply = { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    if (this.#known.size < MOST) this.#known.set(request.url.href, reply);
    return reply;
  }
}
