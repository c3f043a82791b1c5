import { DEEPEST, TOO_DEEP } from './depth.js';

/**
 * Terraform's types in the notation that its own JSON uses, so that a type is plain data: `'string'`,
 * `['list', 'string']`, `['object', { name: 'string' }]`.
 */
export type Type =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list', Type]
  | readonly ['set', Type]
  | readonly ['map', Type]
  | readonly ['tuple', readonly Type[]]
  | readonly ['object', Fields];

/** The attributes of an object type. */
export type Fields = { readonly [name: string]: Type };

/** Tells whether two types are the same; the order of an object's attributes does not matter. */
export function typesEqual(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string' || a[0] !== b[0]) return false;
  if (a[0] === 'object') {
    const [left, right] = [a[1], b[1] as Fields];
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && typesEqual(left[name]!, right[name]!))
    );
  }
  if (a[0] === 'tuple') {
    const right = b[1] as readonly Type[];
    return a[1].length === right.length && a[1].every((type, index) => typesEqual(type, right[index]!));
  }
  return typesEqual(a[1], b[1] as Type);
}

/** Reads a type from its JSON notation; throws on anything else. */
export function parseType(json: unknown, depth = 0): Type {
  if (depth > DEEPEST) throw new TypeError(`a type is ${TOO_DEEP}`);
  const inside = (inner: unknown): Type => parseType(inner, depth + 1);
  if (json === 'string' || json === 'number' || json === 'bool' || json === 'dynamic') return json;
  if (Array.isArray(json)) {
    const [name, inner] = json as unknown[];
    if (name === 'list' || name === 'set' || name === 'map') return [name, inside(inner)];
    if (name === 'tuple' && Array.isArray(inner)) return ['tuple', inner.map(inside)];
    if (name === 'object' && typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      return ['object', Object.fromEntries(Object.entries(inner).map(([name, type]) => [name, inside(type)]))];
    }
  }
  throw new TypeError(`not a type: ${JSON.stringify(json)?.slice(0, 200)}`);
}

/** As messages name it: `list of string`. */
export function nameType(type: Type): string {
  if (typeof type === 'string') return type;
  if (type[0] === 'object' || type[0] === 'tuple') return type[0];
  return `${type[0]} of ${nameType(type[1])}`;
}
