import { valuesEqual } from '../../cty/equal.js';
import type { Value } from '../../cty/value.js';
import { type CompiledSchema, typeOf } from '../schema/compiled.js';
import { flagsOf, hasDefault } from '../schema/flags.js';
import { defaultOf } from './fits.js';
import { DESCEND, transform } from './transform.js';

/** The configuration that would have led to a state, without what a user cannot, need not or should not write. */
export function writtenAs(schema: CompiledSchema, state: Value): Value {
  return transform(schema.attributes, { config: null, prior: null, planned: state }, (attribute, { planned }) => {
    const { required, optional } = flagsOf(attribute);
    if (required) return DESCEND;
    if (!optional || attribute.writeOnly || attribute.deprecated !== undefined) return null;
    if (hasDefault(attribute) && valuesEqual(typeOf(attribute), defaultOf(attribute), planned)) return null;
    return DESCEND;
  });
}
