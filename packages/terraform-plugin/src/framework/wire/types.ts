import type { Type } from '../../cty/type.js';

/** A type as schemas, identities and functions tell it: its JSON notation. */
export function typeToWire(type: Type): Uint8Array {
  return Buffer.from(JSON.stringify(type), 'utf8');
}
