import type { CloudRequest, Reply } from '../core/http.js';
import { fault, neutronError, type Refusal } from './errors.js';

type Thing = { readonly id: string } & Readonly<Record<string, unknown>>;

/** As many as Nova, Cinder and Glance give on a page at most, and by default. */
const MOST = 1000;

interface Page<T> {
  readonly shown: T[];
  /** The query that asks for what follows. */
  readonly next: URLSearchParams | undefined;
}

/** From the marker on, as many as the limit says. */
function cut<T>(
  query: URLSearchParams,
  all: readonly T[],
  most: number,
  by: (one: T) => string,
  lost: (marker: string) => Refusal = (marker) => fault(400, `marker [${marker}] not found`),
): Page<T> {
  const marker = query.get('marker');
  const at = marker ? all.findIndex((one) => by(one) === marker) : -1;
  if (marker && at < 0) throw lost(marker);
  const said = query.get('limit');
  if (said !== null && !/^\d+$/.test(said)) throw fault(400, `limit must be a number, got ${said}`);
  const asked = Number(said ?? most) || most;
  const limit = Math.min(asked, most);
  const shown = all.slice(at + 1, at + 1 + limit);
  const last = shown.at(-1);
  // A full page names the next one, even where nothing follows.
  if (!last || shown.length < limit) return { shown, next: undefined };
  const next = new URLSearchParams(query);
  next.set('marker', by(last));
  return { shown, next };
}

/** A page of Nova or Cinder: `servers`, and `servers_links` where there is more. `by`: what markers name. */
export function page<T extends object>(
  { query, url }: CloudRequest,
  key: string,
  all: readonly T[],
  show: (one: T) => unknown,
  by: (one: T) => string = (one) => (one as T & { id: string }).id,
  lost?: (marker: string) => Refusal,
): Reply {
  const { shown, next } = cut(query, all, MOST, by, lost);
  const links = next && [{ rel: 'next', href: `${url.origin}${url.pathname}?${next}` }];
  return { status: 200, body: { [key]: shown.map(show), ...(links ? { [`${key}_links`]: links } : {}) } };
}

/** A page of Glance: the next one is named below the service's own root. */
export function imagePage({ query }: CloudRequest, all: readonly Thing[]): Reply {
  const { shown, next } = cut(query, all, MOST, ({ id }) => id);
  return {
    status: 200,
    body: {
      images: shown,
      first: '/v2/images',
      schema: '/v2/schemas/images',
      ...(next ? { next: `/v2/images?${next}` } : {}),
    },
  };
}

/** What Neutron calls them in a refusal. */
const KINDS: Readonly<Record<string, string>> = {
  networks: 'Network',
  subnets: 'Subnet',
  ports: 'Port',
  routers: 'Router',
  floatingips: 'FloatingIP',
  security_groups: 'SecurityGroup',
  security_group_rules: 'SecurityGroupRule',
};

const OURS = new Set(['limit', 'marker', 'fields', 'sort_key', 'sort_dir', 'page_reverse']);

/** A page of Neutron: filtered by any field, with the fields that are asked for; pages only where a limit is given. */
export function neutronPage({ query, url }: CloudRequest, key: string, all: readonly Thing[]): Reply {
  const names = [...new Set(query.keys())].filter((name) => !OURS.has(name));
  const wanted = all.filter((one) => names.every((name) => fits(one, name, query.getAll(name))));
  const { shown, next } = cut(
    query,
    wanted,
    Number.MAX_SAFE_INTEGER,
    ({ id }) => id,
    (marker) => neutronError(404, `${KINDS[key] ?? key}NotFound`, `${key}: there is no ${marker}`),
  );
  const fields = query.getAll('fields');
  const selected = shown.map((one) =>
    fields.length === 0 ? one : Object.fromEntries(Object.entries(one).filter(([name]) => fields.includes(name))),
  );
  const links = next && [{ rel: 'next', href: `${url.origin}${url.pathname}?${next}` }];
  return { status: 200, body: { [key]: selected, ...(links ? { [`${key}_links`]: links } : {}) } };
}

function fits(one: Thing, name: string, values: readonly string[]): boolean {
  if (!(name in one)) return true;
  const has = one[name];
  const wanted = values.map((value) => (typeof has === 'boolean' ? value.toLowerCase() : value));
  return (Array.isArray(has) ? has : [has]).some((value) => wanted.includes(String(value ?? '')));
}
