import type { Attribute, Attributes } from '../../kinds/model/index.js';

/** Whether what is said (`a`) and what is (`b`) are the same: by the attribute's own sense where it has one, else by content. */
export function sameValue(attribute: Attribute, a: unknown, b: unknown): boolean {
  if (isNothing(a) && isNothing(b)) return true;
  if (isNothing(a) || isNothing(b)) return false;
  if (attribute.atLeast) return Number(b) >= Number(a);
  if (attribute.same) return (attribute.same as (x: unknown, y: unknown) => boolean)(a, b);
  if (attribute.fields && Array.isArray(a) && Array.isArray(b)) return sameObjects(attribute.fields, a, b);
  return deepEqual(a, b);
}

/** Lists of objects: what one side leaves to the cloud is no difference. */
function sameObjects(fields: Attributes, a: readonly unknown[], b: readonly unknown[]): boolean {
  return (
    a.length === b.length &&
    a.every((left, i) =>
      Object.entries(fields).every(([name, field]) => {
        const [x, y] = [(left as Record<string, unknown>)[name], (b[i] as Record<string, unknown>)[name]];
        const open = field.role !== 'required' && (isNothing(x) || isNothing(y));
        return open || sameValue(field, x, y);
      }),
    )
  );
}

/** Nothing said: absent, null, or an empty list or map. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function deepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => deepEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/** `seen` in the order of `prior`: what both have first, as prior has it, then the rest. */
export function inOrderOf(fields: Attributes, prior: unknown, seen: readonly unknown[]): unknown[] {
  if (!Array.isArray(prior)) return [...seen];
  const keys = Object.keys(fields).filter((name) => fields[name]?.role === 'required');
  const key = (item: unknown) => JSON.stringify(keys.map((name) => (item as Record<string, unknown>)[name]));
  const order = prior.map(key);
  const rank = (item: unknown) => (order.includes(key(item)) ? order.indexOf(key(item)) : order.length);
  return [...seen].sort((a, b) => rank(a) - rank(b));
}
