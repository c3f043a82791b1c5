import type { Value } from '../../cty/value.js';
import type { Diagnostics } from '../diagnostics.js';
import { overlay } from '../plan/overlay.js';
import type { CompiledSchema } from '../schema/compiled.js';
import { stateOf } from './result.js';

/** What was found by a configuration: what the code left out is as configured. */
export function lookedUp(schema: CompiledSchema, config: Value, found: unknown, diagnostics: Diagnostics): Value {
  return stateOf(schema, overlay(schema.attributes, config, found), config, diagnostics);
}
