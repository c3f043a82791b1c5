import { isDeepStrictEqual } from 'node:util';
import { type Problem, unfit, unfitWords } from '../errors.js';
import { type Definition, isOfType, type PropertySchema, wrongType } from './definition.js';
import { broken } from './rules.js';
import type { Situation } from './situation.js';

type Values = Readonly<Record<string, unknown>>;

const VAULT = 'vault://';

/** What is wrong with one property: not thrown across properties, for the core tells of all at once. */
class Wrong extends Error {}

/**
 * The properties that come of `given` laid over `old`: only what the schema knows, null counts as not given, objects whose properties are
 * defined are merged, lists item by item. So what was set can never be unset.
 *
 * @throws Refusal with all that is wrong
 */
export function applied(
  schema: PropertySchema,
  old: Values | undefined,
  given: Values | undefined,
  at: Situation,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, definition] of Object.entries(schema.properties)) {
    const [before, now] = [old?.[name] ?? undefined, given?.[name] ?? undefined];
    try {
      const value = one(name, definition, before, now, at);
      if (value !== undefined) result[name] = value;
      else if (definition.required && before === undefined)
        problems.push({ path: name, message: 'required property is missing' });
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.push({ path: name, message: error.message });
    }
  }
  const across = broken('schema', schema.validators, result, at);
  if (across) problems.push({ path: '', message: across });
  if (problems.length > 0) throw unfit(problems);
  return result;
}

function one(name: string, of: Definition, old: unknown, given: unknown, at: Situation): unknown {
  if (of.secret && isReference(given)) return given;
  if (
    of.immutable &&
    given !== undefined &&
    old !== undefined &&
    at.operation === 'update' &&
    !isDeepStrictEqual(old, given)
  )
    throw new Wrong(`${name}: property is immutable and cannot be changed`);
  if (given === undefined) {
    if (of.default == null || old !== undefined) return old;
    return finished(name, of, old, checked(name, of, of.default, at), at);
  }
  const refusal = broken('authorizer', of.authorizers, given, at);
  if (refusal) throw new Wrong(`${name}: ${refusal}`);
  return finished(name, of, old, checked(name, of, given, at), at);
}

function checked(name: string, of: Definition, value: unknown, at: Situation): unknown {
  const amiss = wrongType(value, of.type);
  if (amiss) throw new Wrong(`${name}: ${amiss}`);
  const wrong = broken('validator', of.validators, value, at);
  if (wrong) throw new Wrong(`${name}: ${wrong}`);
  return value;
}

function finished(name: string, of: Definition, old: unknown, value: unknown, at: Situation): unknown {
  const whole = nested(name, of, old, value, at);
  if (!of.secret || isReference(whole)) return whole;
  const reference = at.keep(whole);
  if (isReference(old)) at.forget(old.slice(VAULT.length));
  return `${VAULT}${reference}`;
}

function nested(name: string, of: Definition, old: unknown, value: unknown, at: Situation): unknown {
  if (of.type === 'object' && of.properties && Object.keys(of.properties).length > 0)
    return merged(of.properties, old, value, at);
  const { items } = of;
  if (of.type !== 'array' || !items) return value;
  const before = Array.isArray(old) ? old : [];
  return (value as unknown[]).map((item, i) => {
    const path = `${name}[${i}]`;
    return nested(path, items, before[i], checked(path, items, item, at), at);
  });
}

function merged(properties: Record<string, Definition>, old: unknown, value: unknown, at: Situation): unknown {
  try {
    return applied({ properties }, isOfType(old, 'object') ? (old as Values) : undefined, value as Values, at);
  } catch (error) {
    // Of what is nested the core tells how much is wrong, not where.
    const { problems } = error as { problems?: readonly Problem[] };
    if (!problems) throw error;
    throw new Wrong(unfitWords(problems));
  }
}

export function isReference(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(VAULT);
}

/** References to secrets anywhere in a value, without their scheme. */
export function referencesIn(value: unknown): string[] {
  if (isReference(value)) return [value.slice(VAULT.length)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

/** Of properties at the top, those that are secrets for one job alone. */
export function ephemeral(schema: PropertySchema, values: Values): unknown[] {
  return Object.entries(schema.properties).flatMap(([name, { secret }]) =>
    secret?.type === 'ephemeral' ? [values[name]] : [],
  );
}
