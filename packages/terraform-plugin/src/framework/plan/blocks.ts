import type { Value } from '../../cty/value.js';
import type { CompiledSchema } from '../schema/compiled.js';
import { selectionOf } from './selection.js';
import { DESCEND, type Step, transform } from './transform.js';

/** No blocks are an empty list or set to core, never null, whatever code returned or left out. */
export function blocksFilled(schema: CompiledSchema, value: Value): Value {
  if (!schema.blocks) return value;
  return transform(schema.attributes, { config: null, prior: null, planned: value }, fill, BLOCKS);
}

const fill: Step = (attribute, { planned }) =>
  'nested' in attribute && attribute.block && attribute.nested !== 'single' && planned === null ? [] : DESCEND;

const BLOCKS = selectionOf((attribute) => 'nested' in attribute && attribute.block === true);
