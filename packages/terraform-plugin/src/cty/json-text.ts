import { Decimal, parseNumber } from './decimal.js';
import { DEEPEST, TOO_DEEP } from './depth.js';
import { put } from './put.js';
import type { NumberValue } from './value.js';

/** JSON with exact numbers. */
export type Json = null | string | boolean | NumberValue | Json[] | { [key: string]: Json };

/** Reads JSON without losing digits. Throws `SyntaxError` on text that is not JSON. */
export function parseJson(text: string): Json {
  return mayLoseDigits(text) ? new JsonReader(text).document() : (JSON.parse(text) as Json);
}

/** Writes JSON with exact numbers. Throws on what has no JSON form: a function, NaN, a value in itself. */
export function stringifyJson(value: Json): string {
  if (typeof value === 'bigint' || value instanceof Decimal) return value.toString();
  if (Array.isArray(value)) return `[${value.map(stringifyJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return simple(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stringifyJson(inner)}`).join(',')}}`;
}

function simple(value: null | string | boolean | number): string {
  const text = typeof value === 'number' && !Number.isFinite(value) ? undefined : JSON.stringify(value);
  if (text === undefined) throw new TypeError(`${String(value)} has no JSON form`);
  return text;
}

/**
 * Whether a number in the text may not survive `JSON.parse`: up to 15 digits without an exponent do. A loop, since this reads
 * every state at every refresh. Throws `SyntaxError` on what is nested too deeply.
 */
function mayLoseDigits(text: string): boolean {
  let loses = false;
  let run = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || code === 0x2e) {
      run += 1;
      loses ||= run > 15;
      continue;
    }
    loses ||= run > 0 && (code === 0x45 || code === 0x65);
    run = 0;
    if (code === 0x22) index = endOfString(text, index) - 1;
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > DEEPEST) throw new SyntaxError(`${TOO_DEEP} at position ${index}`);
  }
  return loses;
}

/** Where the string that begins at `start` is over; the text's end where it is not closed. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
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
    if (this.text[this.#at] !== '"') this.#fail();
    // Searched, not matched: a pattern runs out of stack at some 20 MB.
    const token = this.text.slice(this.#at, endOfString(this.text, this.#at));
    this.#at += token.length;
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
