/** The one value that is not known before apply. Refinements that core sends along are dropped: an unknown is an unknown. */
export class Unknown {
  private constructor() {}
  static readonly value = new Unknown();
  toString(): string {
    return '(known after apply)';
  }
  toJSON(key: string): never {
    throw new TypeError(`${key || 'this value'} is not known yet, so it has no JSON form: leave it out`);
  }
}

/** Stands wherever a value is decided only at apply. */
export const UNKNOWN: Unknown = Unknown.value;

/** Tells whether this very value is unknown (a collection may still hold unknowns: see {@link whollyKnown}). */
export function isUnknown(value: unknown): value is Unknown {
  return value === UNKNOWN;
}
