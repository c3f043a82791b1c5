import type { Attribute, Validator } from '../schema/attribute.js';
import { between, lengthBetween, oneOf, pattern, sizeBetween } from '../validate/validators.js';
import type { JsonObject } from './resolved.js';

/** The limits of a schema as validators; those of whole numbers in general the type has itself. */
export function constraints(json: JsonObject, shape: object): { readonly validators?: Attribute['validators'] } {
  const { type } = shape as { readonly type?: unknown };
  const found: Validator<never>[] = [];
  if (type === 'string') found.push(...texts(json));
  if (type === 'number') found.push(...numbers(json));
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = json;
  if (minItems > 0 || maxItems < Number.POSITIVE_INFINITY) found.push(sizeBetween(minItems, maxItems));
  return found.length > 0 ? { validators: found } : {};
}

function texts(json: JsonObject): Validator<string>[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, const: only } = json;
  const words = (json.enum ?? (only === undefined ? [] : [only])).filter((one) => typeof one === 'string');
  return [
    ...(words.length > 0 ? [oneOf(...words)] : []),
    ...(minLength > 0 || maxLength < Number.POSITIVE_INFINITY ? [lengthBetween(minLength, maxLength)] : []),
    ...(json.pattern === undefined ? [] : [pattern(new RegExp(json.pattern, 'u'), `Must match ${json.pattern}.`)]),
  ];
}

function numbers({ minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE }: JsonObject): Validator<number>[] {
  const [min, max] = [
    minimum <= Number.MIN_SAFE_INTEGER ? Number.NEGATIVE_INFINITY : minimum,
    maximum >= Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : maximum,
  ];
  return Number.isFinite(min) || Number.isFinite(max) ? [between(min, max)] : [];
}
