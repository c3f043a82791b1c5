import { toUSVString } from 'node:util';
import { dynamicOf, hasDynamic, oddOneOut } from './concrete.js';
import { canonicalNumber, Decimal } from './decimal.js';
import { DEEPEST, TOO_DEEP } from './depth.js';
import { Dynamic } from './dynamic.js';
import { identity } from './equal.js';
import { whollyKnown } from './known.js';
import type { Path } from './path.js';
import { put } from './put.js';
import { type Fields, nameType, type Type } from './type.js';
import { isUnknown, UNKNOWN } from './unknown.js';
import type { NumberValue, ObjectValue, Value } from './value.js';

/** What does not fit, and where. */
export interface Misfit {
  readonly at: Path;
  readonly message: string;
}

/**
 * Brings what code returned into the canonical form of its type: every attribute present (`undefined` is null),
 * numbers in their one form, strings in NFC (as core keeps them), set elements once, types of dynamics told once. What does not fit
 * becomes null and is reported. Unknowns are reported too, unless allowed.
 */
export function conform(type: Type, input: unknown, report: (misfit: Misfit) => void, unknowns = true): Value {
  return new Conforming(report, unknowns).value(type, input);
}

const ODD = 'has another type than the elements before it: in a list, set or map all have one';

class Conforming {
  readonly #path: (string | number)[] = [];
  #depth = 0;

  constructor(
    readonly report: (misfit: Misfit) => void,
    readonly unknowns: boolean,
  ) {}

  value(type: Type, input: unknown): Value {
    if (input === null || input === undefined) return null;
    if (isUnknown(input)) return this.unknowns ? UNKNOWN : this.#misfit('is still unknown');
    if (type === 'string') return typeof input === 'string' ? normal(input) : this.#wrong(type, input);
    if (type === 'bool') return typeof input === 'boolean' ? input : this.#wrong(type, input);
    if (type === 'number') return this.#number(input);
    if (this.#depth >= DEEPEST) return this.#misfit(`is ${TOO_DEEP}`);
    this.#depth += 1;
    const value = this.#inside(type, input);
    this.#depth -= 1;
    return value;
  }

  #inside(
    type: Exclude<Type, 'string' | 'number' | 'bool'>,
    input: object | string | number | boolean | bigint,
  ): Value {
    if (type === 'dynamic') {
      return input instanceof Dynamic ? dynamicOf(input.type, this.value(input.type, input.value)) : this.#bare(input);
    }
    switch (type[0]) {
      case 'list':
        return Array.isArray(input) ? this.#list(type[1], input) : this.#wrong(type, input);
      case 'tuple':
        if (!Array.isArray(input) || input.length !== type[1].length) return this.#wrong(type, input);
        return this.#tuple(type[1], input);
      case 'set':
        return Array.isArray(input) ? this.#set(type[1], input) : this.#wrong(type, input);
      case 'map':
        return isRecord(input) ? this.#map(type[1], input) : this.#wrong(type, input);
      case 'object':
        return isRecord(input) ? this.#object(type[1], input) : this.#wrong(type, input);
    }
  }

  #number(input: unknown): Value {
    if (typeof input !== 'number' && typeof input !== 'bigint' && !(input instanceof Decimal)) {
      return this.#wrong('number', input);
    }
    try {
      return canonicalNumber(input as NumberValue);
    } catch {
      return this.#misfit(`is ${input}, which Terraform cannot hold`);
    }
  }

  #tuple(types: readonly Type[], input: unknown[]): Value[] {
    return input.map((element, index) => this.#at(index, types[index]!, element));
  }

  #list(type: Type, input: unknown[]): Value[] {
    const list = input.map((element, index) => this.#at(index, type, element));
    const odd = oddOneOut(type, list);
    if (odd >= 0) this.#misfit(ODD, odd);
    return list;
  }

  #set(type: Type, input: unknown[]): Value[] {
    const elements = new Map<string | number, Value>();
    this.#list(type, input).forEach((element, index) => {
      // An element with unknowns may yet become any other: it never counts as a double.
      elements.set(whollyKnown(element) ? identity(type, element) : index, element);
    });
    return [...elements.values()];
  }

  #map(type: Type, input: Record<string, unknown>): ObjectValue {
    const map: ObjectValue = {};
    for (const written of Object.keys(input)) {
      const element = input[written];
      if (element === undefined) continue;
      const key = normal(written);
      if (Object.hasOwn(map, key))
        this.#misfit('is the same key as another one to Terraform, which composes characters', written);
      put(map, key, this.#at(written, type, element));
    }
    const odd = hasDynamic(type) ? oddOneOut(type, Object.values(map)) : -1;
    if (odd >= 0) this.#misfit(ODD, Object.keys(map)[odd]!);
    return map;
  }

  #object(fields: Fields, input: Record<string, unknown>): ObjectValue {
    const object: ObjectValue = {};
    for (const name in fields) {
      put(object, name, this.#at(name, fields[name]!, Object.hasOwn(input, name) ? input[name] : null));
    }
    for (const name of Object.keys(input)) {
      if (!Object.hasOwn(fields, name) && input[name] !== undefined) {
        this.#misfit('is not an attribute of the schema', name);
      }
    }
    return object;
  }

  /** A bare string, boolean or number says its type clearly enough. */
  #bare(input: unknown): Value {
    if (typeof input === 'string') return new Dynamic('string', normal(input));
    if (typeof input === 'boolean') return new Dynamic('bool', input);
    if (Array.isArray(input) || isRecord(input)) return this.#misfit('needs its type: use Dynamic.of(…)');
    const number = this.#number(input);
    return number === null ? null : new Dynamic('number', number);
  }

  #at(step: string | number, type: Type, input: unknown): Value {
    this.#path.push(step);
    const value = this.value(type, input);
    this.#path.pop();
    return value;
  }

  #wrong(type: Type, input: unknown): null {
    return this.#misfit(`must be ${nameType(type)}, not ${describe(input)}`);
  }

  #misfit(message: string, ...further: (string | number)[]): null {
    this.report({ at: [...this.#path, ...further], message });
    return null;
  }
}

/** In NFC, as core keeps texts; a surrogate without its other half becomes U+FFFD, as it would on the way there. */
function normal(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x2ff) return toUSVString(text).normalize('NFC');
  }
  return text;
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return (
    typeof input === 'object' && !Array.isArray(input) && !(input instanceof Decimal) && !(input instanceof Dynamic)
  );
}

/** Never the value itself: it may be a secret. */
function describe(input: unknown): string {
  if (Array.isArray(input)) return `an array of ${input.length}`;
  if (input instanceof Decimal) return 'number';
  return typeof input;
}
