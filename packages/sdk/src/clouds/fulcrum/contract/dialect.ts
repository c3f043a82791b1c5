import * as z from 'zod';

/** A rule of the core's property schemas: a validator or an authorizer. */
export interface Rule {
  type: string;
  config: Record<string, unknown>;
}

/** A property as the core's own dialect defines it (`docs/SERVICE_TYPE.md` of fulcrumproject/core, read 2026-11). */
export interface Definition {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'json' | 'uuid';
  label?: string;
  required?: boolean;
  immutable?: boolean;
  default?: unknown;
  secret?: { type: 'persistent' | 'ephemeral' };
  authorizers?: Rule[];
  validators?: Rule[];
  items?: Definition;
}

/** What of JSON Schema the model's types come to. */
interface Json {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  items?: Json;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

/**
 * A type of the model in the core's dialect, as far as that can say it; the agent checks the rest.
 *
 * @example
 * definitionOf(Volume.attributes.sizeGib.type); // { type: 'integer', validators: [{ type: 'min', config: { value: 1 } }] }
 */
export function definitionOf(type: z.ZodType): Definition {
  return translate(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Json);
}

function translate(json: Json): Definition {
  const values = json.enum ?? (json.const === undefined ? constantsOf(json) : [json.const]);
  if (values) return { type: typeOf(values[0]), validators: [rule('enum', { values })] };
  switch (json.type) {
    case 'string':
      return withRules('string', [
        atLeast('minLength', json.minLength),
        atLeast('maxLength', json.maxLength),
        json.pattern !== undefined && isPlain(json.pattern) ? rule('pattern', { pattern: json.pattern }) : undefined,
      ]);
    case 'integer':
    case 'number':
      return withRules(json.type, [
        atLeast('min', json.minimum ?? (json.type === 'integer' ? above(json.exclusiveMinimum) : undefined)),
        atLeast('max', json.maximum),
      ]);
    case 'boolean':
      return { type: 'boolean' };
    case 'array':
      return {
        ...withRules('array', [atLeast('minItems', json.minItems), atLeast('maxItems', json.maxItems)]),
        // Objects in lists are not described: the core would merge each with the one that stood at its place before.
        items: json.items?.type === 'object' ? { type: 'object' } : translate(json.items ?? {}),
      };
    case 'object':
      return { type: 'object' };
    default:
      return { type: 'json' };
  }
}

function withRules(type: Definition['type'], rules: (Rule | undefined)[]): Definition {
  const validators = rules.filter((one) => one !== undefined);
  return { type, ...(validators.length > 0 ? { validators } : {}) };
}

const rule = (type: string, config: Record<string, unknown>): Rule => ({ type, config });

/** A bound, unless it is none but that of numbers themselves. */
function atLeast(type: string, value: number | undefined): Rule | undefined {
  return value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : rule(type, { value });
}

const above = (bound: number | undefined) => (bound === undefined ? undefined : bound + 1);

/** The values of a choice between constants. */
function constantsOf({ anyOf }: Json): unknown[] | undefined {
  const values = anyOf?.flatMap((one) => one.enum ?? (one.const === undefined ? [] : [one.const]));
  return values && anyOf && values.length >= anyOf.length ? values : undefined;
}

function typeOf(value: unknown): Definition['type'] {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

/** Go's expressions know no looking around and no references back. */
function isPlain(pattern: string): boolean {
  return !/\(\?<?[=!]|\\[1-9]/.test(pattern);
}
