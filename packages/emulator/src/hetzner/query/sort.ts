import type { CloudRequest } from '../../core/http.js';
import { invalidInput } from '../errors.js';

type Key = string | number | null;

/** Sorts by the query's `sort` (repeatable: `name`, `created:desc`); by id where it says nothing. */
export function sorted<T>(request: CloudRequest, items: T[], keys: Readonly<Record<string, (item: T) => Key>>): T[] {
  const orders = request.query.getAll('sort').filter((order) => order !== '');
  const steps = (orders.length > 0 ? orders : ['id']).map((order) => {
    const [name = '', direction = 'asc', rest] = order.split(':');
    const key = keys[name];
    if (!key || rest !== undefined || (direction !== 'asc' && direction !== 'desc')) {
      throw invalidInput({ sort: `cannot sort by ${order}` });
    }
    return { key, sign: direction === 'asc' ? 1 : -1 };
  });
  return items.toSorted((a, b) => {
    for (const { key, sign } of steps) {
      const difference = compare(key(a), key(b));
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
}

function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
