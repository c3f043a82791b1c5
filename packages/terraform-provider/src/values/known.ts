import { Decimal, isUnknown, type Value } from '@hansa/terraform-plugin';

/** Nothing said: null, or an empty list or map. */
export function isNothing(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  return (
    typeof value === 'object' && !isUnknown(value) && !(value instanceof Decimal) && Object.keys(value).length === 0
  );
}
