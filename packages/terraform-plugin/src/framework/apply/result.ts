import { conform } from '../../cty/conform.js';
import { isNull } from '../../cty/known.js';
import type { Value } from '../../cty/value.js';
import type { Diagnostics } from '../diagnostics.js';
import { blocksFilled } from '../plan/blocks.js';
import { means } from '../plan/fits.js';
import { overlay } from '../plan/overlay.js';
import { selectionOf } from '../plan/selection.js';
import { DESCEND, type Step, transform } from '../plan/transform.js';
import type { CompiledSchema } from '../schema/compiled.js';
import { checkConsistency } from './consistency.js';

/**
 * The new state from what `create` or `update` returned: laid over the plan, in canonical form, write-only values out,
 * planned values kept where the returned ones mean the same. What core would call a bug in the provider becomes a
 * diagnostic at its path.
 */
export function appliedState(schema: CompiledSchema, planned: Value, given: unknown, diagnostics: Diagnostics): Value {
  const state = stateOf(schema, overlay(schema.attributes, planned, given), planned, diagnostics);
  checkConsistency(schema, planned, state, diagnostics);
  return state;
}

/** A known state in canonical form; what does not fit is said by path. `known` is the value it should agree with. */
export function stateOf(schema: CompiledSchema, given: unknown, known: Value, diagnostics: Diagnostics): Value {
  const canonical = conform(
    schema.type,
    given,
    ({ at, message }) => {
      const detail = 'The provider returned this: please report it to its authors.';
      diagnostics.error(`${at.at(-1) ?? 'The result'} ${message}`, { at, detail });
    },
    false,
  );
  const moments = { config: null, prior: known, planned: blocksFilled(schema, canonical) };
  return transform(schema.attributes, moments, settling(diagnostics), SETTLED);
}

/** What has a say in it that what is there stays. */
const SETTLED = selectionOf(
  ({ writeOnly, equal, ...more }) =>
    writeOnly === true || equal !== undefined || ('integer' in more && more.integer === true),
);

const settling =
  (diagnostics: Diagnostics): Step =>
  (attribute, { prior, planned }, path) => {
    if (attribute.writeOnly) return null;
    if (means(attribute, prior, planned)) return prior;
    if ('integer' in attribute && attribute.integer && !isNull(planned) && !Number.isSafeInteger(planned)) {
      diagnostics.error(`${path.at(-1)} must be a whole number`, { at: [...path] });
    }
    return DESCEND;
  };
