import type { CloudRequest } from '../../core/http.js';
import { invalidInput } from '../errors.js';
import type { Labels } from '../labels.js';
import { parseSelector } from './label-selector.js';

/** Keeps what the query's `label_selector` selects. */
export function selectByLabels<T extends { labels: Labels }>(request: CloudRequest, items: T[]): T[] {
  const text = request.query.get('label_selector');
  if (text === null || text === '') return items;
  const selector = parseSelector(text);
  if (!selector) throw invalidInput({ label_selector: 'invalid label selector' });
  return items.filter((item) => selector(item.labels));
}

/** Keeps what has one of the query's values, which may be repeated; `allowed` are the values there are. */
export function keepOneOf<T>(
  request: CloudRequest,
  items: T[],
  parameter: string,
  value: (item: T) => string | null | undefined,
  allowed?: readonly string[],
): T[] {
  const wanted = request.query.getAll(parameter).filter((given) => given !== '');
  if (wanted.length === 0) return items;
  const unknown = allowed && wanted.find((given) => !allowed.includes(given));
  if (unknown !== undefined) throw invalidInput({ [parameter]: `unknown value ${unknown}` });
  return items.filter((item) => wanted.includes(value(item) ?? ''));
}
