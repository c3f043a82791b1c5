import { isNull, whollyKnown } from '../../cty/known.js';
import { UNKNOWN } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import type { CompiledSchema } from '../schema/compiled.js';
import { hasDefault } from '../schema/flags.js';
import type { Moments } from './elements.js';
import { DESCEND, transform } from './transform.js';

/**
 * When something changes, whatever is computed and not configured may change with it: unknown, save what keeps its
 * prior state. A prior null is not kept: planned null could never be set.
 */
export function markUnknown(schema: CompiledSchema, moments: Moments): Value {
  return transform(schema.attributes, moments, (attribute, { config, planned }) => {
    if (!isNull(config)) return DESCEND;
    if (attribute.computed !== true || hasDefault(attribute)) return planned;
    // The prior value is in the proposal already, found for elements of sets too.
    const keeps = attribute.keepsPriorState === true && !isNull(planned) && whollyKnown(planned);
    return keeps ? planned : UNKNOWN;
  });
}
