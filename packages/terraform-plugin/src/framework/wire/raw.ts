import { type Json, parseJson } from '../../cty/json-text.js';
import type { RawState } from '../../protocol/value.gen.js';
import { DiagnosticError } from '../diagnostics.js';

/** Stored JSON as it stands, digit for digit. */
export function readRaw(raw: RawState | undefined, what: string): { [key: string]: Json } {
  if (raw === undefined || raw.json.length === 0) {
    throw new DiagnosticError(`The stored ${what} is older than Terraform 0.12 and cannot be read`);
  }
  const { buffer, byteOffset, length } = raw.json;
  const stored = parseJson(Buffer.from(buffer, byteOffset, length).toString('utf8'));
  if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) return stored as { [key: string]: Json };
  throw new DiagnosticError(`The stored ${what} is no object`);
}
