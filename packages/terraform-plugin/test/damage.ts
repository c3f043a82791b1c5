import fc from 'fast-check';

/** Something that happens to bytes on their way: from `at` on, `take` are lost and `put` come instead. */
export interface Damage {
  readonly at: number;
  readonly take: number;
  readonly put: Uint8Array;
}

export const someDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ at: fc.nat(), take: fc.constant(1), put: fc.uint8Array({ minLength: 1, maxLength: 1 }) }),
  fc.record({ at: fc.nat(), take: fc.nat(9), put: fc.uint8Array({ maxLength: 9 }) }),
);

export function damaged(bytes: Uint8Array, harms: readonly Damage[]): Uint8Array {
  return harms.reduce<Uint8Array>((all, { at, take, put }) => {
    const start = at % (all.length + 1);
    return Buffer.concat([all.subarray(0, start), put, all.subarray(start + take)]);
  }, bytes);
}
