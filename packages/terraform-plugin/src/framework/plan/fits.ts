import { conform } from '../../cty/conform.js';
import { valuesEqual } from '../../cty/equal.js';
import { isNull, whollyKnown } from '../../cty/known.js';
import { isUnknown } from '../../cty/unknown.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { Attribute, Attributes } from '../schema/attribute.js';
import { typeOf } from '../schema/compiled.js';
import { flagsOf, hasDefault, isComputed } from '../schema/flags.js';

export interface Fitting {
  /** Where `config` leaves something to a default, only that very one will do; else any value, since state may have drifted. */
  readonly defaulted?: boolean;
  /** What is not known in `config` may turn out to be whatever `result` has. */
  readonly open?: boolean;
}

/** Whether `result` can be what came of `config`: all that it says is there, and nothing else but computed values. */
export function fits(attribute: Attribute, config: Value, result: Value, how: Fitting = {}): boolean {
  if (attribute.writeOnly) return true;
  if (isUnknown(config) && how.open) return true;
  if (isNull(config)) {
    if (how.defaulted && hasDefault(attribute)) return valuesEqual(typeOf(attribute), defaultOf(attribute), result);
    return isComputed(attribute) || isNull(result);
  }
  if (valuesEqual(typeOf(attribute), config, result) || means(attribute, result, config)) return true;
  // How it will be spelled may be open.
  if (attribute.equal !== undefined && isUnknown(result)) return true;
  if (!('nested' in attribute) || isNull(result) || isUnknown(config) || isUnknown(result)) return false;
  const { attributes } = attribute;
  switch (attribute.nested) {
    case 'single':
      return objectFits(attributes, config, result, how);
    case 'map': {
      const [said, there] = [config as ObjectValue, result as ObjectValue];
      const keys = Object.keys(said);
      if (keys.length !== Object.keys(there).length) return false;
      return keys.every((key) => Object.hasOwn(there, key) && objectFits(attributes, said[key]!, there[key]!, how));
    }
    case 'list': {
      const [said, there] = [config as Value[], result as Value[]];
      return said.length === there.length && said.every((one, i) => objectFits(attributes, one, there[i]!, how));
    }
    case 'set': {
      const [said, rest] = [mostSpecificFirst(config as Value[]), [...(result as Value[])]];
      // What is not known yet may turn out like another element.
      if (how.open && !whollyKnown(config)) return said.length >= rest.length;
      return (
        said.length === rest.length && said.every((element) => takeFitting(attributes, element, rest) !== undefined)
      );
    }
  }
}

/** {@link fits} for all attributes of an object, as an element of a collection. */
export function objectFits(attributes: Attributes, config: Value, result: Value, how: Fitting = {}): boolean {
  if (isUnknown(config) && how.open) return true;
  if (isUnknown(config) || isUnknown(result) || isNull(config) || isNull(result)) return config === result;
  return Object.entries(attributes).every(([name, attribute]) =>
    fits(attribute, (config as ObjectValue)[name] ?? null, (result as ObjectValue)[name] ?? null, how),
  );
}

/** Takes out of `results` the one that most likely came of `config`: first one with its defaults, else any that fits. */
export function takeFitting(attributes: Attributes, config: Value, results: Value[]): Value | undefined {
  let index = results.findIndex((result) => objectFits(attributes, config, result, { defaulted: true }));
  if (index < 0) index = results.findIndex((result) => objectFits(attributes, config, result));
  return index < 0 ? undefined : results.splice(index, 1)[0];
}

/** Whether `config` says for itself all that could be configured of `result`, so that no other that fits says more. */
export function saysAll(attributes: Attributes, config: Value, result: Value): boolean {
  if (isNull(config) || isUnknown(config) || isNull(result)) return false;
  return Object.entries(attributes).every(([name, attribute]) => {
    const { required, optional } = flagsOf(attribute);
    if (!required && !optional) return true;
    const [said, there] = [config, result].map((value) => (value as ObjectValue)[name] ?? null);
    if (isNull(said)) return isNull(there);
    if (!('nested' in attribute)) return true;
    if (attribute.nested === 'single') return saysAll(attribute.attributes, said!, there!);
    // Of collections inside it is enough to know that nothing is left open anywhere.
    return Object.values(attribute.attributes).every((inner) => flagsOf(inner).required && !('nested' in inner));
  });
}

/** Those that say the most first, so that one that says little does not take what another says outright. */
export function mostSpecificFirst(configs: readonly Value[]): Value[] {
  const weighed = configs.map((config) => [weight(config), config] as const);
  return weighed.sort(([a], [b]) => b - a).map(([, config]) => config);
}

/** How much a value says. */
export function weight(value: Value): number {
  if (value === null) return 0;
  if (typeof value !== 'object' || isUnknown(value)) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + weight(inner as Value), 1);
}

/** Whether a semantic equality says that two known values are the same. */
export function means(attribute: Attribute, prior: Value, next: Value): boolean {
  if (attribute.equal === undefined || isNull(prior) || isNull(next)) return false;
  if (!whollyKnown(prior) || !whollyKnown(next)) return false;
  return (attribute.equal as (prior: Value, next: Value) => boolean)(prior, next);
}

/** `checkSchema` has made sure that it fits. */
export function defaultOf(attribute: Attribute): Value {
  return conform(typeOf(attribute), attribute.default, () => {});
}
