import { isNull, whollyKnown } from '../../cty/known.js';
import { formatPath, type Path } from '../../cty/path.js';
import type { Type } from '../../cty/type.js';
import { isUnknown } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import type { Diagnostics } from '../diagnostics.js';
import { selectionOf } from '../plan/selection.js';
import { DESCEND, type Step, transform } from '../plan/transform.js';
import type { Attribute, Validator } from '../schema/attribute.js';
import type { CompiledSchema } from '../schema/compiled.js';
import { faultsOf } from './faults.js';
import { nullElements } from './null-elements.js';

/**
 * What attributes say of themselves: what must be there, elements, whole numbers, validators, deprecations, and whether write-only can be
 * used. Tells whether the configuration is what its types promise to code: if not, no code of the provider should look at it.
 */
export function validateConfig(
  schema: CompiledSchema,
  config: Value,
  diagnostics: Diagnostics,
  { writeOnlyAllowed = true }: { writeOnlyAllowed?: boolean } = {},
): boolean {
  const broken: Path[] = [];
  const toValidate: { validators: readonly Validator<Value>[]; value: Value; path: Path }[] = [];
  const refuse = (summary: string, at: Path, detail: string): void => {
    broken.push(at);
    diagnostics.error(summary, { at, detail });
  };
  const visit = (attribute: Attribute, value: Value, path: Path): void => {
    const name = path.at(-1);
    if (isNull(value)) {
      // Core looks whether it is written, not what comes of it.
      if (attribute.required) refuse(`${name} is required, and is null`, path, NEEDED);
      return;
    }
    if (attribute.deprecated !== undefined) {
      diagnostics.warning(`${name} is deprecated`, { at: path, detail: attribute.deprecated });
    }
    if (attribute.writeOnly && !writeOnlyAllowed) {
      const detail = 'Write-only attributes came with Terraform 1.11; an older one would store the value in its state.';
      diagnostics.error(`${name} is write-only, which this version of Terraform cannot keep`, { at: path, detail });
    }
    for (const at of nullElements(elementsOf(attribute), value, path)) {
      refuse(`${name} has an element that is null`, at, NO_NULL);
    }
    if ('integer' in attribute && attribute.integer && !isUnknown(value) && !Number.isSafeInteger(value)) {
      refuse(`Invalid value for ${name}`, path, WHOLE);
      return;
    }
    const validators = (attribute.validators ?? []) as readonly Validator<Value>[];
    if (validators.length > 0 && whollyKnown(value)) toValidate.push({ validators, value, path });
  };
  const step: Step = (attribute, { planned }, path) => {
    visit(attribute, planned, [...path]);
    return isUnknown(planned) ? planned : DESCEND;
  };
  transform(schema.attributes, { config, prior: null, planned: config }, step, SAYING);
  for (const { validators, value, path } of toValidate) {
    if (broken.some((at) => path.every((step, index) => at[index] === step))) continue;
    for (const validator of validators) {
      for (const { message, at } of faultsOf(validator, value, path)) {
        // Of an element core shows the attribute alone, on however many lines it stands.
        const detail = at.length > path.length ? `${formatPath(at)}: ${message}` : message;
        diagnostics.error(`Invalid value for ${path.at(-1)}`, { at, detail });
      }
    }
  }
  return broken.length === 0;
}

/** The type, as far as this attribute answers for what is in it: nested attributes speak for themselves. */
function elementsOf(attribute: Attribute): Type {
  if (!('nested' in attribute)) return attribute.type;
  return attribute.nested === 'single' ? 'dynamic' : [attribute.nested, 'dynamic'];
}

/** Attributes that have something to say against a value. */
const SAYING = selectionOf(
  ({ required, deprecated, writeOnly, validators, ...more }) =>
    ('nested' in more ? more.nested !== 'single' : typeof more.type !== 'string') ||
    required === true ||
    deprecated !== undefined ||
    writeOnly === true ||
    validators !== undefined ||
    ('integer' in more && more.integer === true),
);

const NEEDED = 'Give it a value; if it comes of a variable or another resource, make sure that this is not null.';
const NO_NULL = 'Leave it out, as [for one in all : one if one != null] does.';
const WHOLE = 'A whole number between -9007199254740991 and 9007199254740991 is needed.';
