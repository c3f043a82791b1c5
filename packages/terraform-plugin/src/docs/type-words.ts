import type { Fields, Type } from '../cty/type.js';
import type { Nesting } from '../framework/schema/attribute.js';

const SIMPLE = { string: 'String', number: 'Number', bool: 'Boolean', dynamic: 'Dynamic' } as const;
const COLLECTIONS = { list: 'List', set: 'Set', map: 'Map' } as const;

/** How objects that have attributes of their own are held. */
export const NESTED: Readonly<Record<Nesting, string>> = {
  single: 'Attributes',
  list: 'Attributes List',
  set: 'Attributes Set',
  map: 'Attributes Map',
};

/** How blocks are held. */
export const BLOCKS: Readonly<Record<Nesting, string>> = {
  single: 'Block',
  list: 'Block List',
  set: 'Block Set',
  map: 'Block Map',
};

/** As the registry's pages name it: `List of String`. */
export function typeWords(type: Type): string {
  if (typeof type === 'string') return SIMPLE[type];
  if (type[0] === 'object') return 'Object';
  if (type[0] === 'tuple') return 'Tuple';
  return `${COLLECTIONS[type[0]]} of ${typeWords(type[1])}`;
}

/** As a variable would be declared: `list(string)`. */
export function typeExpression(type: Type): string {
  if (type === 'dynamic') return 'any';
  if (typeof type === 'string') return type;
  if (type[0] === 'tuple') return `tuple([${type[1].map(typeExpression).join(', ')}])`;
  if (type[0] !== 'object') return `${type[0]}(${typeExpression(type[1])})`;
  const fields = Object.entries(type[1]).map(([name, field]) => `${name} = ${typeExpression(field)}`);
  return fields.length === 0 ? 'object({})' : `object({ ${fields.join(', ')} })`;
}

/** The fields of the objects that a type holds, however deep its collections; undefined where it holds none. */
export function fieldsWithin(type: Type): Fields | undefined {
  if (typeof type === 'string' || type[0] === 'tuple') return undefined;
  return type[0] === 'object' ? type[1] : fieldsWithin(type[1]);
}
