import type { ObjectValue } from '../../cty/value.js';
import type { DynamicValue } from '../../protocol/value.gen.js';
import type { ProviderTypes } from '../provider-types.js';
import { decodeValue } from './values.js';

/** What the calling module says of itself; null where it says nothing. */
export function metaOf({ meta }: ProviderTypes, wire: DynamicValue | undefined): ObjectValue | null {
  return meta === undefined ? null : (decodeValue(meta.type, wire) as ObjectValue | null);
}
