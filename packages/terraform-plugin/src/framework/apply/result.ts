import { conform } from '../../cty/conform.js';
import { valuesEqual } from '../../cty/equal.js';
import { isNull, whollyKnown } from '../../cty/known.js';
import type { Type } from '../../cty/type.js';
import { isUnknown } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import type { Diagnostics } from '../diagnostics.js';
import { isObject, type Moments } from '../plan/elements.js';
import { means } from '../plan/fits.js';
import { overlay } from '../plan/overlay.js';
import { DESCEND, transform } from '../plan/transform.js';
import type { Attribute, Nesting } from '../schema/attribute.js';
import { type CompiledSchema, objectType, typeOf } from '../schema/compiled.js';

/**
 * The new state from what `create` or `update` returned: laid over the plan, in canonical form, write-only values out,
 * planned values kept where the returned ones mean the same. What core would call a bug in the provider becomes a
 * diagnostic at its path.
 */
export function appliedState(schema: CompiledSchema, planned: Value, given: unknown, diagnostics: Diagnostics): Value {
  const state = stateOf(schema, overlay(schema.attributes, planned, given), planned, diagnostics);
  checkConsistency(schema, planned, state, diagnostics);
  return state;
}

/** A known state in canonical form; what does not fit is said by path. `known` is the value it should agree with. */
export function stateOf(schema: CompiledSchema, given: unknown, known: Value, diagnostics: Diagnostics): Value {
  const canonical = conform(
    schema.type,
    given,
    ({ at, message }) => {
      const detail = 'The provider returned this: please report it to its authors.';
      diagnostics.error(`${at.at(-1) ?? 'The result'} ${message}`, { at, detail });
    },
    false,
  );
  return transform(schema.attributes, { config: null, prior: known, planned: canonical }, (attribute, values, path) => {
    if (attribute.writeOnly) return null;
    if (means(attribute, values.prior, values.planned)) return values.prior;
    if (
      'integer' in attribute &&
      attribute.integer &&
      !isNull(values.planned) &&
      !Number.isSafeInteger(values.planned)
    ) {
      diagnostics.error(`${path.at(-1)} must be a whole number`, { at: path });
    }
    return DESCEND;
  });
}

/** What was planned as known must have come out so. Values are not shown: they may be secret. */
function checkConsistency(schema: CompiledSchema, planned: Value, state: Value, diagnostics: Diagnostics): void {
  transform(schema.attributes, { config: null, prior: planned, planned: state }, (attribute, values, path) => {
    const { prior: wanted, planned: actual } = values;
    if (isUnknown(wanted) || valuesEqual(typeOf(attribute), wanted, actual)) return actual;
    if ('nested' in attribute && attribute.nested !== 'set' && comparable(attribute.nested, values)) return DESCEND;
    if (!whollyKnown(wanted) && fits(attribute, wanted, actual)) return actual;
    diagnostics.error(`${path.at(-1)} came out otherwise than planned`, {
      at: path,
      detail: 'The provider returned another value than it had planned: please report this to its authors.',
    });
    return actual;
  });
}

/** Whether both have the same elements, so that the difference is inside them. */
function comparable(nesting: Nesting, { prior, planned }: Moments): boolean {
  if (Array.isArray(prior) && Array.isArray(planned)) {
    return prior.length === planned.length && prior.every((wanted, index) => alike(wanted, planned[index]!));
  }
  if (!isObject(prior) || !isObject(planned)) return false;
  const keys = Object.keys(prior);
  if (keys.length !== Object.keys(planned).length) return false;
  return keys.every((key) => Object.hasOwn(planned, key) && (nesting !== 'map' || alike(prior[key]!, planned[key]!)));
}

/** Whether an element that is there is still there. */
function alike(wanted: Value, actual: Value): boolean {
  return isUnknown(wanted) || isNull(wanted) === isNull(actual);
}

/** A planned value with unknowns inside fits any that differs only there. */
function fits(attribute: Attribute, wanted: Value, actual: Value): boolean {
  if ('nested' in attribute && attribute.nested === 'set' && Array.isArray(wanted) && Array.isArray(actual)) {
    // Elements that turn out alike become one: each planned one needs some counterpart, and none may be without.
    const type = objectType(attribute.attributes);
    return (
      wanted.every((element) => actual.some((candidate) => within(type, element, candidate))) &&
      actual.every((element) => wanted.some((candidate) => within(type, candidate, element)))
    );
  }
  return within(typeOf(attribute), wanted, actual);
}

function within(type: Type, wanted: Value, actual: Value): boolean {
  if (isUnknown(wanted)) return true;
  if (typeof type === 'string' || isNull(wanted) || isNull(actual)) return valuesEqual(type, wanted, actual);
  if (type[0] === 'object' || type[0] === 'map') {
    const fieldType = (key: string) => (type[0] === 'map' ? type[1] : type[1][key]!);
    const [left, right] = [wanted, actual] as [Record<string, Value>, Record<string, Value>];
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    return keys.every((key) => Object.hasOwn(right, key) && within(fieldType(key), left[key]!, right[key]!));
  }
  const [left, right] = [wanted, actual] as [Value[], Value[]];
  // A set with unknowns inside may shrink when they turn out alike, and has no order: core checks no closer either.
  if (type[0] === 'set') return right.length <= left.length;
  if (left.length !== right.length) return false;
  return left.every((value, index) => within(type[0] === 'tuple' ? type[1][index]! : type[1], value, right[index]!));
}
