import type { Route } from './http.js';
import { PathPattern } from './path-pattern.js';

export type RouteMatch =
  | { readonly found: 'route'; readonly route: Route; readonly params: Record<string, string> }
  | { readonly found: 'path' }
  | { readonly found: 'nothing' };

interface Entry {
  readonly route: Route;
  readonly pattern: PathPattern;
}

/** Finds the route of a method and path; literal segments win over `{names}`, whatever the order of the routes. */
export class Router {
  readonly #bySize = new Map<number, Entry[]>();

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const pattern = new PathPattern(route.path);
      const entries = this.#bySize.get(pattern.size) ?? [];
      if (entries.some((entry) => entry.route.method === route.method && entry.route.path === route.path)) {
        throw new Error(`route ${route.method} ${route.path} stands twice`);
      }
      entries.push({ route, pattern });
      this.#bySize.set(pattern.size, entries);
    }
    for (const entries of this.#bySize.values()) entries.sort((a, b) => a.pattern.compare(b.pattern));
  }

  /** `path` means that the path exists with other methods only. */
  match(method: string, path: string): RouteMatch {
    const segments = path.split('/');
    let seen = false;
    for (const { route, pattern } of this.#bySize.get(segments.length) ?? []) {
      const params = pattern.match(segments);
      if (!params) continue;
      if (route.method === method) return { found: 'route', route, params };
      seen = true;
    }
    return { found: seen ? 'path' : 'nothing' };
  }
}
