import * as z from 'zod';
import type { CloudRequest } from '../core/http.js';
import { Refusal } from './errors.js';

export interface Label {
  key: string;
  value: string;
}

const label = z.object({ key: z.string(), value: z.string() });
/** In either dialect: `{label: […]}` of servers and server groups, the plain list of all else. */
export const labelsShape = z.union([z.array(label), z.object({ label: z.array(label).optional() })]);

/** Keys of 2 to 32 printable ASCII characters that do not begin with `_`, values of at most 255 (terraform-provider-upcloud, read 2026-11). */
const KEY = /^[ -^`-~][ -~]{1,31}$/;
const VALUE = /^[ -~]{0,255}$/;

/** The labels given. @throws Refusal for one that UpCloud does not take, or a key that stands twice. */
export function givenLabels(given: z.output<typeof labelsShape> | undefined): Label[] {
  const list = Array.isArray(given) ? given : (given?.label ?? []);
  for (const { key, value } of list) {
    if (!KEY.test(key)) throw new Refusal(400, 'INVALID_LABEL_KEY', `The label key ${key} is not valid.`);
    if (!VALUE.test(value))
      throw new Refusal(400, 'INVALID_LABEL_VALUE', `The value of the label ${key} is not valid.`);
  }
  if (new Set(list.map(({ key }) => key)).size < list.length) {
    throw new Refusal(400, 'DUPLICATE_LABEL_KEYS', 'A label key stands twice in the request.');
  }
  return [...list].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Those that carry every label asked for: `?label=key` or `?label=key=value`, repeated. */
export function labelled<T extends { labels: readonly Label[] }>({ query }: CloudRequest, items: readonly T[]): T[] {
  const wanted = query.getAll('label').map((one) => {
    const at = one.indexOf('=');
    return at < 0 ? { key: one, value: undefined } : { key: one.slice(0, at), value: one.slice(at + 1) };
  });
  const has = (item: T, { key, value }: { key: string; value: string | undefined }) =>
    item.labels.some((one) => one.key === key && (value === undefined || one.value === value));
  return items.filter((item) => wanted.every((one) => has(item, one)));
}

/** `?limit=100&offset=0`; without a limit everything, as recorded. */
export function paged<T>({ query }: CloudRequest, items: readonly T[]): T[] {
  const offset = Number(query.get('offset') ?? 0) || 0;
  const limit = Number(query.get('limit') ?? Number.NaN);
  return items.slice(offset, Number.isNaN(limit) ? undefined : offset + limit);
}
