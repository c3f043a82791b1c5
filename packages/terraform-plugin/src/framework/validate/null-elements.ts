import type { Path } from '../../cty/path.js';
import type { Type } from '../../cty/type.js';
import { isUnknown } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';

/**
 * Where a list, set or map has an element that is null. No code expects it and the types rule it out; and of nested objects OpenTofu ends in
 * a panic at such a plan (1.11.7 and 1.12.6, tried 2026-11-26). Attributes of objects may be null. Into a set no path leads: there the set is
 * meant.
 */
export function nullElements(type: Type, value: Value, at: Path): readonly Path[] {
  return holdsNull(type, value) ? pathsOfNull(type, value, at) : NONE;
}

const NONE: readonly Path[] = [];

/** Hardly any value does: to find that out no path is made. */
function holdsNull(type: Type, value: Value): boolean {
  if (typeof type === 'string' || value === null || isUnknown(value)) return false;
  const [kind, inner] = type;
  const held = value as { [key: string]: Value };
  if (kind === 'object' || kind === 'tuple') {
    for (const name in inner)
      if (holdsNull((inner as { [name: string]: Type })[name]!, held[name] ?? null)) return true;
    return false;
  }
  for (const key in held) if (held[key] === null || holdsNull(inner, held[key]!)) return true;
  return false;
}

function pathsOfNull(type: Type, value: Value, at: Path): Path[] {
  if (typeof type === 'string' || value === null || isUnknown(value)) return [];
  const [kind, inner] = type;
  if (kind === 'object' || kind === 'tuple') {
    return Object.entries(inner).flatMap(([name, of]: [string, Type]) => {
      const field = (value as { [name: string]: Value })[name] ?? null;
      return pathsOfNull(of, field, [...at, kind === 'tuple' ? Number(name) : name]);
    });
  }
  if (kind === 'set') {
    const elements = value as Value[];
    return elements.some((element) => element === null || holdsNull(inner, element)) ? [at] : [];
  }
  return Object.entries(value as object).flatMap(([key, element]: [string, Value]) => {
    const here = [...at, kind === 'list' ? Number(key) : key];
    return element === null ? [here] : pathsOfNull(inner, element, here);
  });
}
