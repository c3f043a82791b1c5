import { valuesEqual } from '../../cty/equal.js';
import { isNull } from '../../cty/known.js';
import { formatPath, type Path } from '../../cty/path.js';
import { isUnknown, UNKNOWN } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import type { Attribute, Attributes } from '../schema/attribute.js';
import { type CompiledSchema, typeOf } from '../schema/compiled.js';
import type { Moments } from './elements.js';
import { DESCEND, transform } from './transform.js';

/**
 * The paths whose change replaces the resource: attributes that say so and differ from `prior`, all that differ where
 * the resource cannot be updated, and those that the resource's own plan named.
 */
export function replacements(
  schema: CompiledSchema,
  moments: Moments,
  { updatable, named }: { updatable: boolean; named: readonly Path[] },
): Path[] {
  const paths = new Map<string, Path>();
  const add = (path: Path): void => void paths.set(formatPath(path), [...path]);
  transform(schema.attributes, moments, (attribute, values, path) => {
    if (unchanged(attribute, values)) return values.planned;
    if ((!updatable && path.length === 1) || replaces(attribute, values) || mayReplaceInside(attribute, values))
      add(path);
    return DESCEND;
  });
  named.forEach(add);
  return [...paths.values()];
}

/** A computed value that is merely not known yet is no change that anyone asked for. */
function unchanged(attribute: Attribute, { config, prior, planned }: Moments): boolean {
  if (attribute.computed && isNull(config) && isUnknown(planned)) return true;
  return valuesEqual(typeOf(attribute), prior, planned);
}

/**
 * Objects that are not known yet may turn out to differ in what replaces. Said now, as of any value that is not known yet: at apply core
 * takes no other action than the planned one.
 */
function mayReplaceInside(attribute: Attribute, { planned }: Moments): boolean {
  if (!('nested' in attribute)) return false;
  const elements = isNull(planned) || attribute.nested === 'single' ? [] : Object.values(planned as object);
  return (isUnknown(planned) || elements.some(isUnknown)) && mayReplace(attribute.attributes);
}

function mayReplace(attributes: Attributes): boolean {
  return Object.values(attributes).some(
    (attribute) =>
      replaces(attribute, { config: null, prior: null, planned: UNKNOWN }) ||
      ('nested' in attribute && mayReplace(attribute.attributes)),
  );
}

function replaces(attribute: Attribute, { prior, planned }: Moments): boolean {
  const { requiresReplace } = attribute;
  if (typeof requiresReplace !== 'function') return requiresReplace === true;
  return (requiresReplace as (prior: Value, planned: Value) => boolean)(prior, planned);
}
