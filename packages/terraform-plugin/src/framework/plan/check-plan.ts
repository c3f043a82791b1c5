import { valuesEqual } from '../../cty/equal.js';
import { isNull } from '../../cty/known.js';
import type { Path } from '../../cty/path.js';
import { isUnknown } from '../../cty/unknown.js';
import type { Diagnostics } from '../diagnostics.js';
import type { Attribute } from '../schema/attribute.js';
import { type CompiledSchema, typeOf } from '../schema/compiled.js';
import { flagsOf } from '../schema/flags.js';
import type { Moments } from './elements.js';
import { DESCEND, transform } from './transform.js';

const DETAIL = 'This is a fault of the provider: please report it to its authors.';

/** Core's rules for a plan, said by path where a resource's own `plan` broke one. */
export function checkPlan(schema: CompiledSchema, moments: Moments, diagnostics: Diagnostics): void {
  transform(schema.attributes, moments, (attribute, values, path) => {
    const fault = faultOf(attribute, values, path);
    if (fault !== undefined) diagnostics.error(fault, { at: path, detail: DETAIL });
    // As core does: elements of sets cannot be told apart for certain, and are trusted.
    const descend =
      fault === undefined && 'nested' in attribute && attribute.nested !== 'set' && !isNull(values.config);
    return descend ? DESCEND : values.planned;
  });
}

function faultOf(attribute: Attribute, { config, prior, planned }: Moments, path: Path): string | undefined {
  const name = path.at(-1);
  if (attribute.writeOnly) return isNull(planned) ? undefined : `${name} is write-only, yet a value was planned for it`;
  if (isNull(config)) {
    if (flagsOf(attribute).computed || isNull(planned)) return undefined;
    return `${name} is neither configured nor computed, yet a value was planned for it`;
  }
  const type = typeOf(attribute);
  if (valuesEqual(type, planned, config)) return undefined;
  if (!isNull(prior) && valuesEqual(type, planned, prior)) return undefined;
  if ('nested' in attribute && !isNull(planned) && !isUnknown(planned) && !isUnknown(config)) {
    return sameShape(config, planned) ? undefined : `${name} was planned with other elements than configured`;
  }
  return `${name} was planned with another value than the configured one`;
}

/** Inner attributes are looked at one by one; here only how many there are counts. */
function sameShape(config: Moments['config'], planned: Moments['planned']): boolean {
  if (Array.isArray(config) && Array.isArray(planned)) return config.length === planned.length;
  const keys = Object.keys(config as object);
  return (
    keys.length === Object.keys(planned as object).length && keys.every((key) => Object.hasOwn(planned as object, key))
  );
}
