import { invalid } from '../errors.js';
import { wrongConfig } from './rules.js';

export interface Rule {
  type: string;
  config?: Record<string, unknown>;
}

/** A property as a schema defines it, in the core's own dialect. */
export interface Definition {
  type: string;
  label?: string;
  required?: boolean;
  immutable?: boolean;
  default?: unknown;
  secret?: { type: string };
  generator?: Rule;
  authorizers?: Rule[];
  validators?: Rule[];
  properties?: Record<string, Definition>;
  items?: Definition;
}

export interface PropertySchema {
  properties: Record<string, Definition>;
  validators?: Rule[];
}

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'json', 'uuid'];

/** @throws Refusal for a schema that the engine could not go by */
export function mustBeSchema(schema: PropertySchema, what = 'invalid property schema'): void {
  const all = Object.entries(schema.properties ?? {});
  const wrong =
    all.length === 0
      ? 'schema must have at least one property defined'
      : (all.map(([name, definition]) => wrongWith(name, definition)).find(Boolean) ??
        (schema.validators ?? []).map((rule) => wrongConfig('schema', rule)).find(Boolean));
  if (wrong) throw invalid(`${what}: ${wrong}`);
}

function wrongWith(path: string, of: Definition): string | undefined {
  if (path === '') return 'property name cannot be empty';
  if (!TYPES.includes(of.type)) return `${path}: invalid type '${of.type}'`;
  if (of.items?.secret) return `${path}: array items cannot be secret`;
  if (of.secret && ['object', 'array'].includes(of.type)) return `${path}: only primitive types can be secret`;
  const amiss = of.default == null ? undefined : wrongType(of.default, of.type);
  if (amiss) return `${path}: default value type mismatch: ${path}: ${amiss}`;
  if (of.default != null && of.generator) return `${path}: cannot have both default and generator`;
  for (const [name, nested] of Object.entries(of.properties ?? {})) {
    const wrong = wrongWith(`${path}.${name}`, nested);
    if (wrong) return wrong;
  }
  const inItems = of.items && wrongWith(`${path}[]`, of.items);
  if (inItems) return inItems;
  for (const [sort, rules] of [
    ['authorizer', of.authorizers],
    ['validator', of.validators],
  ] as const) {
    const wrong = (rules ?? []).map((rule) => wrongConfig(sort, rule, path)).find(Boolean);
    if (wrong) return wrong;
  }
  if (of.generator) return `${path}: unknown generator '${of.generator.type}'`;
  if (of.secret && !['persistent', 'ephemeral'].includes(of.secret.type))
    return `${path}: secret type must be 'persistent' or 'ephemeral'`;
  return undefined;
}

/** What is wrong with a value's type, in the core's words; undefined where nothing is. */
export function wrongType(value: unknown, type: string): string | undefined {
  if (isOfType(value, type)) return undefined;
  if (type === 'integer' && typeof value === 'number') return 'expected integer, got float with decimal part';
  if (type === 'uuid' && typeof value === 'string') return `invalid uuid format: invalid UUID length: ${value.length}`;
  return `expected ${type}, got ${goName(value)}`;
}

/** Go's names for what JSON holds. */
function goName(value: unknown): string {
  if (typeof value === 'number') return 'float64';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  return Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}';
}

/** Whether a value is of one of the dialect's types. */
export function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'uuid':
      return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
    default:
      return type === 'json';
  }
}
