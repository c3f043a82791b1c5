import { isNull, whollyKnown } from '../../cty/known.js';
import type { Path } from '../../cty/path.js';
import { isUnknown } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import type { Diagnostics } from '../diagnostics.js';
import { selectionOf } from '../plan/selection.js';
import { DESCEND, type Step, transform } from '../plan/transform.js';
import type { Attribute, Validator } from '../schema/attribute.js';
import type { CompiledSchema } from '../schema/compiled.js';

/** What attributes say of themselves: validators, whole numbers, deprecations, elements, and whether write-only can be used. */
export function validateConfig(
  schema: CompiledSchema,
  config: Value,
  diagnostics: Diagnostics,
  { writeOnlyAllowed = true }: { writeOnlyAllowed?: boolean } = {},
): void {
  const visit = (attribute: Attribute, value: Value, path: Path): void => {
    if (isNull(value)) return;
    const name = path.at(-1);
    if (attribute.deprecated !== undefined) {
      diagnostics.warning(`${name} is deprecated`, { at: path, detail: attribute.deprecated });
    }
    if (attribute.writeOnly && !writeOnlyAllowed) {
      const detail = 'Write-only attributes came with Terraform 1.11; an older one would store the value in its state.';
      diagnostics.error(`${name} is write-only, which this version of Terraform cannot keep`, { at: path, detail });
    }
    for (const at of nullElements(attribute, value, path)) {
      diagnostics.error(`${name} has an element that is null`, { at, detail: NO_NULL });
    }
    if (!whollyKnown(value)) return;
    for (const message of faults(attribute, value, path)) {
      diagnostics.error(`Invalid value for ${name}`, { at: path, detail: message });
    }
  };
  const step: Step = (attribute, { planned }, path) => {
    visit(attribute, planned, [...path]);
    return isUnknown(planned) ? planned : DESCEND;
  };
  transform(schema.attributes, { config, prior: null, planned: config }, step, SAYING);
}

/** Attributes that have something to say against a value. */
const SAYING = selectionOf(
  ({ deprecated, writeOnly, validators, ...more }) =>
    ('nested' in more && more.nested !== 'single') ||
    deprecated !== undefined ||
    writeOnly === true ||
    validators !== undefined ||
    ('integer' in more && more.integer === true),
);

const NO_NULL = 'Leave it out, as [for one in all : one if one != null] does.';

/**
 * Where nested objects are null in their list, set or map. No code expects it, the types rule it out, and OpenTofu ends in a panic at such a
 * plan (1.11.7 and 1.12.6, tried 2026-11-26).
 */
function nullElements(attribute: Attribute, value: Value, path: Path): Path[] {
  if (!('nested' in attribute) || attribute.nested === 'single' || isUnknown(value)) return [];
  if (attribute.nested === 'set') return (value as Value[]).includes(null) ? [path] : [];
  return Object.entries(value as object).flatMap(([key, element]) =>
    element === null ? [[...path, attribute.nested === 'list' ? Number(key) : key]] : [],
  );
}

function faults(attribute: Attribute, value: Value, path: Path): string[] {
  if ('integer' in attribute && attribute.integer && !Number.isSafeInteger(value)) {
    return ['A whole number between -9007199254740991 and 9007199254740991 is needed.'];
  }
  const validators = (attribute.validators ?? []) as readonly Validator<Value>[];
  return validators.map((validator) => validator(value, path)).filter((message) => message !== undefined);
}
