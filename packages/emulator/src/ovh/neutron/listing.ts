import type { CloudRequest, Reply } from '../../core/http.js';

/** Things that can be listed: Neutron filters by any of their fields. */
type Thing = { readonly id: string } & Readonly<Record<string, unknown>>;

/** A page of a list: filtered by fields, from the marker on, with a link to the next one where a limit was given. */
export function page({ query, url }: CloudRequest, key: string, all: readonly Thing[]): Reply {
  const wanted = all.filter((one) => [...new Set(query.keys())].every((name) => fits(one, name, query.getAll(name))));
  const marker = query.get('marker');
  const from = marker ? wanted.findIndex(({ id }) => id === marker) + 1 : 0;
  const limit = Number(query.get('limit')) || wanted.length;
  const shown = wanted.slice(from, from + limit);
  const last = shown.at(-1);
  if (!last || from + limit >= wanted.length) return { status: 200, body: { [key]: shown.map(selected(query)) } };
  const next = new URL(url);
  next.searchParams.set('marker', last.id);
  const links = [{ rel: 'next', href: next.href }];
  return { status: 200, body: { [key]: shown.map(selected(query)), [`${key}_links`]: links } };
}

const OURS = new Set(['limit', 'marker', 'fields', 'sort_key', 'sort_dir', 'page_reverse']);

function fits(one: Thing, name: string, values: readonly string[]): boolean {
  if (OURS.has(name) || !(name in one)) return true;
  const has = one[name];
  const spelled = values.map((value) => (typeof has === 'boolean' ? value.toLowerCase() : value));
  return (Array.isArray(has) ? has : [has]).some((value) => spelled.includes(String(value)));
}

function selected(query: URLSearchParams): (one: Thing) => unknown {
  const fields = query.getAll('fields');
  return (one) =>
    fields.length === 0 ? one : Object.fromEntries(Object.entries(one).filter(([name]) => fields.includes(name)));
}
