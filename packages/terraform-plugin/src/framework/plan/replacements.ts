import { valuesEqual } from '../../cty/equal.js';
import { isNull } from '../../cty/known.js';
import { formatPath, type Path } from '../../cty/path.js';
import { isUnknown } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import type { Attribute } from '../schema/attribute.js';
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
  const add = (path: Path): void => void paths.set(formatPath(path), path);
  transform(schema.attributes, moments, (attribute, values, path) => {
    if (unchanged(attribute, values)) return values.planned;
    if ((!updatable && path.length === 1) || replaces(attribute, values)) add(path);
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

function replaces(attribute: Attribute, { prior, planned }: Moments): boolean {
  const { requiresReplace } = attribute;
  if (typeof requiresReplace !== 'function') return requiresReplace === true;
  return (requiresReplace as (prior: Value, planned: Value) => boolean)(prior, planned);
}
