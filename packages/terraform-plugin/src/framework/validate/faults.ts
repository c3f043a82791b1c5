import type { Path } from '../../cty/path.js';
import type { Fault, Validator } from '../schema/attribute.js';

/** What a validator says, as a list. */
export function faultsOf<V>(validator: Validator<V>, value: V, at: Path): readonly Fault[] {
  const said = validator(value, at);
  if (said === undefined) return [];
  return typeof said === 'string' ? [{ message: said, at }] : said;
}
