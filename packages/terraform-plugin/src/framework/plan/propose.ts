import { valuesEqual } from '../../cty/equal.js';
import { isNull } from '../../cty/known.js';
import { UNKNOWN } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import { type CompiledSchema, typeOf } from '../schema/compiled.js';
import { hasDefault, isComputed } from '../schema/flags.js';
import { defaultOf, means } from './fits.js';
import { DESCEND, transform } from './transform.js';

/**
 * The first half of a plan: the configuration; where it says nothing, defaults, then prior values of what is computed;
 * write-only values out; and the prior value where the configured one means the same.
 *
 * Core sends a proposal made by nearly the same rules, which is not used: it merges elements of sets that say little.
 */
export function propose(schema: CompiledSchema, { config, prior }: { config: Value; prior: Value }): Value {
  return transform(schema.attributes, { config, prior, planned: config }, (attribute, values) => {
    if (attribute.writeOnly) return null;
    if (isNull(values.config)) {
      if (hasDefault(attribute)) return defaultOf(attribute);
      // A dynamic may be null and say of what type all the same: then it has to stay so.
      return isComputed(attribute) ? values.prior : values.config;
    }
    if (means(attribute, values.prior, values.config)) return values.prior;
    // The element may turn out to be one that is there and spells it otherwise: core allows no plan that is known now and another then.
    const respelled = (one: Value) =>
      means(attribute, one, values.config) && !valuesEqual(typeOf(attribute), one, values.config);
    if (values.mayBe?.some(respelled)) return UNKNOWN;
    return DESCEND;
  });
}
