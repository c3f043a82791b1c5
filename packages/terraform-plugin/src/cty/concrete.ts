import { Dynamic } from './dynamic.js';
import { type Fields, type Type, typesEqual } from './type.js';
import { isUnknown } from './unknown.js';
import type { ObjectValue, Value } from './value.js';

const known = new WeakMap<object, boolean>();

/** Whether values of this type carry a type of their own somewhere. */
export function hasDynamic(type: Type): boolean {
  if (typeof type === 'string') return type === 'dynamic';
  let has = known.get(type);
  if (has === undefined) {
    const inner = type[0] === 'object' || type[0] === 'tuple' ? Object.values<Type>(type[1]) : [type[1]];
    has = inner.some(hasDynamic);
    known.set(type, has);
  }
  return has;
}

/** A dynamic in its one form: the type goes all the way down, and nothing inside carries its own once more. */
export function dynamicOf(type: Type, value: Value): Value {
  if (type === 'dynamic') return value;
  return hasDynamic(type) ? new Dynamic(concreteType(type, value), unwrapped(value)) : new Dynamic(type, value);
}

/** The type that a value has for core, which knows no dynamic but of what is null or unknown. */
export function concreteType(type: Type, value: Value): Type {
  if (type === 'dynamic') return value instanceof Dynamic ? value.type : type;
  if (typeof type === 'string' || value === null || isUnknown(value) || !hasDynamic(type)) return type;
  switch (type[0]) {
    case 'tuple':
      return ['tuple', type[1].map((inner, index) => concreteType(inner, (value as Value[])[index]!))];
    case 'object': {
      const fields = Object.entries(type[1]).map(([name, inner]) => {
        return [name, concreteType(inner, (value as ObjectValue)[name] ?? null)] as const;
      });
      return ['object', Object.fromEntries(fields)];
    }
    default: {
      const types = Object.values(value as ObjectValue).map((element) => concreteType(type[1], element));
      return [type[0], types.find((own) => own !== 'dynamic') ?? type[1]];
    }
  }
}

/** Whether values of one type go where another is wanted that may leave some of it open. */
export function conformsTo(given: Type, wanted: Type): boolean {
  if (wanted === 'dynamic' || typesEqual(given, wanted)) return true;
  if (typeof given === 'string' || typeof wanted === 'string' || given[0] !== wanted[0]) return false;
  if (wanted[0] !== 'object' && wanted[0] !== 'tuple') return conformsTo(given[1] as Type, wanted[1]);
  const [left, right] = [given[1], wanted[1]] as [Fields, Fields];
  const names = Object.keys(right);
  if (names.length !== Object.keys(left).length) return false;
  return names.every((name) => Object.hasOwn(left, name) && conformsTo(left[name]!, right[name]!));
}

/** The first element whose type is not that of those before it; core breaks down on such a list, set or map. */
export function oddOneOut(type: Type, elements: readonly Value[]): number {
  if (!hasDynamic(type)) return -1;
  let common: Type = 'dynamic';
  return elements.findIndex((element) => {
    const own = concreteType(type, element);
    if (common === 'dynamic') common = own;
    return own !== 'dynamic' && !typesEqual(own, common);
  });
}

/** The value without the types that it carries: what {@link concreteType} tells of it. */
export function unwrapped(value: Value): Value {
  if (value instanceof Dynamic) return value.value;
  if (Array.isArray(value)) return value.map(unwrapped);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unwrapped(inner as Value)]));
}
