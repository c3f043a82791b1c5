import { type Issue, issue } from '../../errors/index.js';
import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import type { Cell, Limit } from '../driver/cell.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * What the model itself says against a specification: types, forms, cross-checks. Attributes in `unknown` are not looked at.
 * Knows no cloud and asks none.
 *
 * @example
 * validateSpec(Volume, { name: 'data' })[0]?.attribute; // ['sizeGib']
 */
export function validateSpec(kind: AnyKind, spec: Values, unknown: ReadonlySet<string> = new Set()): Issue[] {
  const attributes = kind.attributes as Attributes;
  const issues: Issue[] = [];
  for (const name of Object.keys(spec)) {
    if (attributes[name] && attributes[name].role !== 'computed') continue;
    const close = Object.keys(attributes).filter((a) => attributes[a]?.role !== 'computed');
    issues.push(
      issue('invalid', name, `a ${kind.name.replace('_', ' ')} has no attribute "${name}" to set`, [
        `use ${close.join(', ')}`,
      ]),
    );
  }
  for (const [name, { type, role }] of Object.entries(attributes)) {
    if (role === 'computed' || unknown.has(name)) continue;
    const value = spec[name];
    if (value === undefined || value === null) {
      if (role === 'required') issues.push(issue('invalid', name, 'is missing', [`give ${name}`]));
      continue;
    }
    const parsed = type.safeParse(value);
    for (const problem of parsed.success ? [] : parsed.error.issues) {
      issues.push(issue('invalid', [name, ...(problem.path as (string | number)[])], problem.message));
    }
  }
  if (issues.length === 0 && kind.check) issues.push(...kind.check(spec as never));
  return issues;
}

/** What the cell says against it: attributes that the cloud does not offer, and its limits. */
export async function validateForCell(
  cell: Cell,
  spec: Values,
  offeredBy: (attribute: string) => Promise<string[]>,
  cloud: string,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const [what, { because, next }] of Object.entries(cell.notOffered ?? {})) {
    const [name = what, value] = what.split('=');
    if (!isSet(spec[name]) || (value !== undefined && String(spec[name]) !== value)) continue;
    const others = await offeredBy(what);
    const alternatives = [...(next ? [next] : []), ...(others.length ? [`${others.join(', ')} offers it`] : [])];
    issues.push(
      issue(
        'unsupported',
        name,
        `${cloud} does not offer ${what} for a ${cell.kind.name.replace('_', ' ')}: ${because}`,
        alternatives,
      ),
    );
  }
  for (const [name, limit] of Object.entries(cell.limits ?? {})) {
    const value = spec[name];
    const problem = isSet(value) && limit ? beyond(limit, value) : null;
    if (problem && limit)
      issues.push(issue('invalid', name, `${problem} at ${cloud} (${limit.because})`, limit.next ? [limit.next] : []));
  }
  return issues;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'object' && Object.keys(value).length === 0);
}

function beyond(limit: Limit, value: unknown): string | null {
  const { min = -Infinity, max = Infinity, minItems = 0, maxItems = Infinity, oneOf } = limit;
  if (typeof value === 'number' && value < min) return `${value} is less than the smallest, ${min},`;
  if (typeof value === 'number' && value > max) return `${value} is more than the largest, ${max},`;
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  if (length !== undefined && length > maxItems) return `${length} are more than the ${maxItems} allowed`;
  if (length !== undefined && length < minItems) return `${length} are fewer than the ${minItems} needed`;
  if (oneOf && !oneOf.includes(value as never)) return `${JSON.stringify(value)} is none of ${oneOf.join(', ')}`;
  return null;
}
