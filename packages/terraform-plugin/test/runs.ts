/**
 * How often a property is tried: so often, times `FC_RUNS`. `FC_SEED` repeats the run whose seed a failure has told.
 *
 * @example
 * // FC_RUNS=100 npx jest packages/terraform-plugin --testTimeout=3600000
 * fc.assert(property, runs(300));
 */
export function runs(count: number): { numRuns: number; seed?: number } {
  const { FC_RUNS: times = '1', FC_SEED: seed } = process.env;
  return { numRuns: Math.ceil(count * Number(times)), ...(seed && { seed: Number(seed) }) };
}
