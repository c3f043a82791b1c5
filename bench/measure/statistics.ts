/** The value below which `share` (0 to 1) of the values lie, nearest rank; null of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5);
export const smallest = (values: readonly number[]): number | null => quantile(values, 0);
