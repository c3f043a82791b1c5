import { Decimal, isUnknown, type Value } from '@hansa/terraform-plugin';

/** Whether any part of a value is decided only at apply. */
export function holdsUnknown(value: Value | undefined): boolean {
  if (isUnknown(value)) return true;
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return false;
  return Object.values(value).some((part) => holdsUnknown(part as Value));
}

/** Nothing said: null, or an empty list or map. */
export function isNothing(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  return (
    typeof value === 'object' && !isUnknown(value) && !(value instanceof Decimal) && Object.keys(value).length === 0
  );
}
