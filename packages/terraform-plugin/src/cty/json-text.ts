import { Decimal, parseNumber } from './decimal.js';
import { put } from './put.js';
import type { NumberValue } from './value.js';

/** JSON with exact numbers. */
export type Json = null | string | boolean | NumberValue | Json[] | { [key: string]: Json };

/** Reads JSON without losing digits. Throws `SyntaxError` on text that is not JSON. */
export function parseJson(text: string): Json {
  return mayLoseDigits(text) ? new JsonReader(text).document() : (JSON.parse(text) as Json);
}

/** Writes JSON with exact numbers. */
export function stringifyJson(value: Json): string {
  if (typeof value === 'bigint' || value instanceof Decimal) return value.toString();
  if (Array.isArray(value)) return `[${value.map(stringifyJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stringifyJson(inner)}`).join(',')}}`;
}

/**
 * Whether a number in the text may not survive `JSON.parse`: up to 15 digits without an exponent do. Digits inside
 * strings count too: that only costs time. A loop, since this reads every state at every refresh.
 */
function mayLoseDigits(text: string): boolean {
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || code === 0x2e) {
      run += 1;
      if (run > 15) return true;
    } else {
      if (run > 0 && (code === 0x45 || code === 0x65)) return true;
      run = 0;
    }
  }
  return false;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
const SPACE = /[ \t\n\r]*/y;
const LITERALS: readonly (readonly [string, Json])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

class JsonReader {
  #at = 0;

  constructor(readonly text: string) {}

  document(): Json {
    const value = this.#value();
    this.#space();
    if (this.#at !== this.text.length) this.#fail();
    return value;
  }

  #value(): Json {
    this.#space();
    switch (this.text[this.#at]) {
      case '{':
        return this.#object();
      case '[':
        return this.#array();
      case '"':
        return this.#string();
      case 'n':
      case 't':
      case 'f':
        return this.#literal();
      default:
        return this.#number();
    }
  }

  #object(): Json {
    const object: { [key: string]: Json } = {};
    this.#at += 1;
    if (this.#skip('}')) return object;
    do {
      this.#space();
      const key = this.#string();
      if (!this.#skip(':')) this.#fail();
      put(object, key, this.#value());
    } while (this.#skip(','));
    if (!this.#skip('}')) this.#fail();
    return object;
  }

  #array(): Json {
    const array: Json[] = [];
    this.#at += 1;
    if (this.#skip(']')) return array;
    do array.push(this.#value());
    while (this.#skip(','));
    if (!this.#skip(']')) this.#fail();
    return array;
  }

  #string(): string {
    const token = this.#match(STRING);
    return JSON.parse(token) as string;
  }

  #number(): Json {
    const token = this.#match(NUMBER);
    const number = parseNumber(token);
    return number === undefined ? this.#fail() : number;
  }

  #literal(): Json {
    for (const [word, value] of LITERALS) {
      if (!this.text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    return this.#fail();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.text)?.[0];
    if (token === undefined) return this.#fail();
    this.#at += token.length;
    return token;
  }

  #skip(mark: string): boolean {
    this.#space();
    if (this.text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    SPACE.lastIndex = this.#at;
    this.#at += SPACE.exec(this.text)?.[0].length ?? 0;
  }

  #fail(): never {
    throw new SyntaxError(`not JSON at position ${this.#at}`);
  }
}
