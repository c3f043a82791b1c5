import { concreteType, unwrapped } from '../src/cty/concrete.js';
import { valuesEqual } from '../src/cty/equal.js';
import { isNull } from '../src/cty/known.js';
import { type Type, typesEqual } from '../src/cty/type.js';
import { isUnknown } from '../src/cty/unknown.js';
import type { ObjectValue, Value } from '../src/cty/value.js';
import type { Attribute, Attributes, NestedAttribute } from '../src/framework/schema/attribute.js';
import { typeOf } from '../src/framework/schema/compiled.js';
import { flagsOf } from '../src/framework/schema/flags.js';

// What core takes of a provider, said a second time and without a word of why: only to hold our own checks against it. The real Terraform
// decides whether this is right: see rules.test.ts. Behaviour of Terraform 1.0 to 1.15, read 2026-11.

/** Whether core takes this plan. */
export function takesPlan(attributes: Attributes, prior: Value, config: Value, planned: Value): boolean {
  return keepsSecrets(attributes, planned) && takesAttributes(attributes, prior, config, planned);
}

/** Whether no write-only attribute has a value, wherever it stands. */
function keepsSecrets(attributes: Attributes, value: Value): boolean {
  if (value === null || isUnknown(value)) return true;
  return Object.entries(attributes).every(([name, attribute]) => {
    const own = part(value, name);
    if (attribute.writeOnly) return isNull(own);
    if (!('nested' in attribute) || own === null || isUnknown(own)) return true;
    const elements = attribute.nested === 'single' ? [own] : Object.values(own as ObjectValue);
    return elements.every((element) => keepsSecrets(attribute.attributes, element));
  });
}

function takesAttributes(attributes: Attributes, prior: Value, config: Value, planned: Value): boolean {
  return Object.entries(attributes).every(([name, attribute]) =>
    takesValue(attribute, part(prior, name), part(config, name), part(planned, name)),
  );
}

function part(value: Value, name: string): Value {
  return value === null || isUnknown(value) ? value : ((value as ObjectValue)[name] ?? null);
}

function takesValue(attribute: Attribute, prior: Value, config: Value, planned: Value): boolean {
  const type = typeOf(attribute);
  const { optional, computed } = flagsOf(attribute);
  if (valuesEqual(type, planned, config)) return true;
  if (!isNull(prior) && !isNull(config) && valuesEqual(type, planned, prior)) return true;
  if (attribute.writeOnly) return isNull(planned);
  if (computed && (!optional || isNull(config))) return true;
  if (isNull(config) && !isNull(planned)) return false;
  return 'nested' in attribute && takesNested(attribute, prior, config, planned);
}

function takesNested({ nested, attributes }: NestedAttribute, prior: Value, config: Value, planned: Value): boolean {
  if (planned === null || config === null) return planned === config;
  if (isUnknown(planned)) return false;
  if (nested === 'single') return takesAttributes(attributes, prior, config, planned);
  if (nested === 'set') {
    const [[least, most], [fewest, greatest]] = [sizes(planned), sizes(config)];
    return least <= greatest && fewest <= most;
  }
  if (isUnknown(config)) return false;
  const [wanted, made] = [config as ObjectValue, planned as ObjectValue];
  const keys = Object.keys(made);
  return (
    keys.length === Object.keys(wanted).length &&
    keys.every(
      (key) =>
        Object.hasOwn(wanted, key) &&
        takesAttributes(
          attributes,
          prior !== null && Object.hasOwn(prior as object, key) ? (prior as ObjectValue)[key]! : null,
          wanted[key]!,
          made[key]!,
        ),
    )
  );
}

/** How many elements a set may come to have. */
function sizes(set: Value): [number, number] {
  if (isUnknown(set)) return [0, Number.POSITIVE_INFINITY];
  const elements = set as Value[];
  return [elements.length <= 1 || elements.every(allKnown) ? elements.length : 1, elements.length];
}

function allKnown(value: Value): boolean {
  if (isUnknown(value)) return false;
  return typeof value !== 'object' || value === null || Object.values(value).every((inner) => allKnown(inner as Value));
}

/** Whether core takes this outcome of a plan. */
export function takesResult(attributes: Attributes, planned: Value, actual: Value): boolean {
  if (!keepsSecrets(attributes, actual)) return false;
  return Object.entries(attributes).every(([name, attribute]) => {
    const type = typeOf(attribute);
    const [wanted, is] = [part(planned, name), part(actual, name)];
    const [wantedType, isType] = [concreteType(type, wanted), concreteType(type, is)];
    return conforms(isType, wantedType) && comesOut(wantedType, unwrapped(wanted), unwrapped(is));
  });
}

function conforms(given: Type, want: Type): boolean {
  if (want === 'dynamic' || typesEqual(given, want)) return true;
  if (typeof given === 'string' || typeof want === 'string' || given[0] !== want[0]) return false;
  if (want[0] === 'tuple' || want[0] === 'object') {
    const [left, right] = [given[1] as { [key: string]: Type }, want[1] as { [key: string]: Type }];
    const keys = Object.keys(right);
    return (
      keys.length === Object.keys(left).length && keys.every((key) => left[key] && conforms(left[key], right[key]!))
    );
  }
  return conforms(given[1] as Type, want[1]);
}

function comesOut(type: Type, wanted: Value, is: Value): boolean {
  if (type === 'dynamic' || isUnknown(wanted)) return true;
  if (wanted === null || is === null || isUnknown(is)) return wanted === is;
  if (typeof type === 'string') return valuesEqual(type, wanted, is);
  if (type[0] === 'set') {
    const [left, right] = [wanted as Value[], is as Value[]];
    const fits = (one: Value, other: Value) => comesOut(type[1], one, other);
    return (
      right.length <= left.length &&
      left.every((one) => right.some((other) => fits(one, other))) &&
      right.every((other) => left.some((one) => fits(one, other)))
    );
  }
  const [left, right] = [wanted as ObjectValue, is as ObjectValue];
  const keys = Object.keys(left);
  const inner = (key: string): Type =>
    type[0] === 'list' || type[0] === 'map' ? type[1] : (type[1] as { [key: string]: Type })[key]!;
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && comesOut(inner(key), left[key]!, right[key]!))
  );
}
