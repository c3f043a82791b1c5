import { valuesEqual } from '../../cty/equal.js';
import { isNull, whollyKnown } from '../../cty/known.js';
import type { Path } from '../../cty/path.js';
import { isUnknown } from '../../cty/unknown.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import { type Diagnostics, PROVIDER_FAULT } from '../diagnostics.js';
import type { Attribute, Attributes, NestedAttribute } from '../schema/attribute.js';
import { type CompiledSchema, typeOf } from '../schema/compiled.js';
import { flagsOf } from '../schema/flags.js';
import { isObject, type Moments } from './elements.js';

/** No fault as a whole; its nested objects are to be looked at. */
const INSIDE = Symbol('inside');

type Report = (fault: string, at: Path) => void;

/** Core's rules for a plan, said by path where a resource's own `plan` broke one. Values are not shown: they may be secret. */
export function checkPlan(schema: CompiledSchema, moments: Moments, diagnostics: Diagnostics): void {
  const report: Report = (fault, at) => diagnostics.error(`${at.at(-1)} ${fault}`, { at, detail: PROVIDER_FAULT });
  checkWriteOnly(schema.attributes, moments.planned, [], report);
  checkAttributes(schema.attributes, moments, [], report);
}

function checkAttributes(attributes: Attributes, { config, prior, planned }: Moments, at: Path, report: Report): void {
  for (const name in attributes) {
    const attribute = attributes[name]!;
    const here = [...at, name];
    const values = { config: part(config, name), prior: part(prior, name), planned: part(planned, name) };
    const fault = faultOf(attribute, values);
    if (fault === INSIDE) checkElements(attribute as NestedAttribute, values, here, report);
    else if (fault !== undefined) report(fault, here);
  }
}

/** What is not known has no attributes that are. */
function part(value: Value, key: string | number): Value {
  if (isNull(value) || isUnknown(value)) return value;
  return Object.hasOwn(value as object, key) ? ((value as ObjectValue)[key] ?? null) : null;
}

function faultOf(attribute: Attribute, { config, prior, planned }: Moments): string | typeof INSIDE | undefined {
  if (attribute.writeOnly) return undefined;
  const type = typeOf(attribute);
  const { optional, computed } = flagsOf(attribute);
  if (valuesEqual(type, planned, config) || (computed && (!optional || isNull(config)))) return undefined;
  if (isNull(config)) {
    if (isNull(planned) && 'nested' in attribute) return undefined;
    return isNull(planned)
      ? 'was planned as a null of another type than the configured one'
      : 'is neither configured nor computed, yet a value was planned for it';
  }
  if (!isNull(prior) && valuesEqual(type, planned, prior)) return undefined;
  if (!('nested' in attribute)) return 'was planned with another value than the configured one';
  if (isNull(planned)) return 'is configured, yet planned as absent';
  if (isUnknown(planned)) return 'is configured, yet planned as unknown: only what is computed in it may be';
  return elementsFault(attribute, config, planned);
}

function elementsFault({ nested }: NestedAttribute, config: Value, planned: Value): string | typeof INSIDE | undefined {
  const OTHER = 'was planned with other elements than configured';
  if (nested === 'single') return INSIDE;
  // As core does: elements of sets cannot be told apart for certain, and are trusted.
  if (nested === 'set') {
    const [[least, most], [fewest, greatest]] = [sizes(planned), sizes(config)];
    return least <= greatest && fewest <= most ? undefined : OTHER;
  }
  if (isUnknown(config)) return OTHER;
  const keys = Object.keys(config as object);
  const same = keys.length === Object.keys(planned as object).length;
  return same && keys.every((key) => Object.hasOwn(planned as object, key)) ? INSIDE : OTHER;
}

/** From how few to how many elements a set may have in the end: what is not known may turn out like another one. */
function sizes(set: Value): [number, number] {
  if (!Array.isArray(set)) return [0, Number.POSITIVE_INFINITY];
  return [set.length > 1 && !whollyKnown(set) ? 1 : set.length, set.length];
}

function checkElements(attribute: NestedAttribute, moments: Moments, at: Path, report: Report): void {
  const { attributes, nested } = attribute;
  if (nested === 'single') {
    checkAttributes(attributes, moments, at, report);
    return;
  }
  const { config, prior, planned } = moments;
  const keys: (string | number)[] = Array.isArray(planned) ? [...planned.keys()] : Object.keys(planned as object);
  for (const key of keys) {
    const values = { config: part(config, key), prior: part(prior, key), planned: part(planned, key) };
    checkAttributes(attributes, values, [...at, key], report);
  }
}

/** Nowhere in a plan, not even in what is otherwise the provider's own. */
function checkWriteOnly(attributes: Attributes, planned: Value, at: Path, report: Report): void {
  if (!isObject(planned)) return;
  for (const name in attributes) {
    const attribute = attributes[name]!;
    const [value, here] = [planned[name] ?? null, [...at, name]];
    if (attribute.writeOnly && !isNull(value)) report('is write-only, yet a value was planned for it', here);
    // A set holds none: see `checkSchema`.
    if (!('nested' in attribute) || attribute.nested === 'set' || isNull(value) || isUnknown(value)) continue;
    if (attribute.nested === 'single') checkWriteOnly(attribute.attributes, value, here, report);
    else if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) checkWriteOnly(attribute.attributes, one, [...here, index], report);
    } else {
      for (const [key, one] of Object.entries(value as ObjectValue)) {
        checkWriteOnly(attribute.attributes, one, [...here, key], report);
      }
    }
  }
}
