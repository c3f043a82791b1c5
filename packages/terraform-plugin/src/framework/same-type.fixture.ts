type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where the two types are the same. */
export function same<A, B>(verdict: Same<A, B>): void {
  expect(verdict).toBe(true);
}
