const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Words that are part of what a service promises, so that they are compared as they are. */
const WORDS = /(^|\.)(status|code|title|vm_state|NeutronError\.type|server\.OS-EXT-STS:vm_state)$/;

/** What a body is made of: a type's name, an object of shapes, or a list with the one shape that its items have together. */
export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

/** Types that stand in the place of an object or a list now and then: `{ '|': 'null', … }`. */
const ELSE = '|';

/**
 * The shape of a body. Ids, dates and names are abstracted, items of lists are one.
 *
 * @param prefix begins the names of this run
 * @example shapeOf({ volumes: [{ id: 'a', size: 1 }, { id: null, size: 2 }] }, 'x') // { volumes: [{ id: 'null|text', size: 'number' }] }
 */
export function shapeOf(body: unknown, prefix: string, path = ''): Shape {
  if (Array.isArray(body)) {
    const [first, ...rest] = body.map((one) => shapeOf(one, prefix, `${path}[]`));
    return first === undefined ? [] : [rest.reduce(together, first)];
  }
  if (body === null || typeof body !== 'object') return typeOf(path, body);
  const entries = Object.entries(body).map(([key, one]): [string, Shape] => {
    const name = key.startsWith(prefix) ? '<name>' : key;
    return [name, shapeOf(one, prefix, path ? `${path}.${name}` : name)];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function together(a: Shape, b: Shape): Shape {
  if (typeof a === 'string' && typeof b === 'string')
    return [...new Set([...a.split('|'), ...b.split('|')])].sort().join('|');
  if (Array.isArray(a) && Array.isArray(b)) {
    const [one, other] = [a[0], b[0]] as [Shape?, Shape?];
    return one !== undefined && other !== undefined ? [together(one, other)] : one === undefined ? b : a;
  }
  const [left, right] = [named(a), named(b)];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const [one, other] = [left[key], right[key]];
      return [key, one !== undefined && other !== undefined ? together(one, other) : ((one ?? other) as Shape)];
    }),
  );
}

function named(shape: Shape): { readonly [key: string]: Shape } {
  return typeof shape === 'string' || Array.isArray(shape) ? { [ELSE]: shape } : (shape as { [key: string]: Shape });
}

function typeOf(path: string, value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return WORDS.test(path) ? String(value) : typeof value;
  if (WORDS.test(path)) return value;
  if (UUID.test(value)) return 'uuid';
  if (/^[0-9a-f]{32}$/.test(value)) return 'hex';
  // How fine a date is told belongs to it.
  if (DATE.test(value)) return `date ${value.replace(/\d/g, '0')}`;
  return value === '' ? 'empty' : 'text';
}
