/**
 * `a, b and c`.
 *
 * @example
 * listed(['EU', 'CH']); // 'EU and CH'
 */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
