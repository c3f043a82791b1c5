import { type Json, parseJson, stringifyJson } from '../cty/json-text.js';

/** What the provider keeps with a resource and Terraform only carries: small JSON values by key. */
export class PrivateState {
  readonly #values: Map<string, Json>;

  private constructor(values: Map<string, Json>) {
    this.#values = values;
  }

  /** Reads what an earlier call wrote; bytes that are not ours (another provider's version) read as empty. */
  static decode(bytes: Uint8Array): PrivateState {
    const values = new Map<string, Json>();
    if (bytes.length === 0) return new PrivateState(values);
    try {
      const stored = parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
      if (stored !== null && typeof stored === 'object' && !Array.isArray(stored)) {
        for (const [key, value] of Object.entries(stored)) values.set(key, value);
      }
    } catch {
      // Private state is a convenience: losing a foreign one must not lose the resource.
    }
    return new PrivateState(values);
  }

  get(key: string): Json | undefined {
    return this.#values.get(key);
  }

  /**
   * `undefined` removes the key. Throws on what is no JSON: here, and not when the reply is written, where it would cost the state of what
   * was made.
   */
  set(key: string, value: Json | undefined): void {
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, asJson(key, value));
  }

  encode(): Uint8Array {
    if (this.#values.size === 0) return new Uint8Array(0);
    return Buffer.from(stringifyJson(Object.fromEntries(this.#values)), 'utf8');
  }
}

/** A copy, which the caller changes no more. */
function asJson(key: string, value: Json): Json {
  try {
    return parseJson(stringifyJson(value));
  } catch (cause) {
    throw new TypeError(`privateState.set(${JSON.stringify(key)}, …): the value is no JSON, or too deep`, { cause });
  }
}
