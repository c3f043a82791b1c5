/**
 * What Terraform writes with underscores in the model's words: `max_share_percent` is `maxSharePercent`. What stands so already stays.
 *
 * @example
 * inModelWords({ price: { per_resource: 5, rates: { CHF: 1 } } }); // { price: { perResource: 5, rates: { CHF: 1 } } }
 */
export function inModelWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inModelWords);
  if (typeof value !== 'object' || value === null) return value;
  const camel = (name: string) => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  // Terraform has null where nothing was said.
  const said = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(said.map(([name, inner]) => [camel(name), inModelWords(inner)]));
}
