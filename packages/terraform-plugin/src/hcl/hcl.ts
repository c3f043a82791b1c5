import { Decimal } from '../cty/decimal.js';

/** An expression that is written as it stands: `acme_network.example.id`. */
export class Expression {
  constructor(readonly text: string) {}
}

/**
 * A value in HCL, laid out as `terraform fmt` has it.
 *
 * @example
 * hclValue({ name: 'web', network: new Expression('acme_network.example.id') });
 */
export function hclValue(value: unknown, indent = ''): string {
  if (value instanceof Expression) return value.text;
  if (typeof value === 'string') return JSON.stringify(value).replace(/[$%](?={)/g, (sign) => sign + sign);
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return String(value);
  if (Array.isArray(value)) return hclList(value, indent);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const [[key, one] = ['', null], ...others] = entries;
  if (others.length === 0) return `{ ${keyText(key)} = ${hclValue(one, indent)} }`;
  return `{\n${hclBody(value as Record<string, unknown>, `${indent}  `)}\n${indent}}`;
}

/** The same on one line, for a text. */
export function hclLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(hclLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return hclValue(value);
  const entries = Object.entries(value).map(([key, one]) => `${keyText(key)} = ${hclLine(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** The lines of a block or object, their `=` in one column as far as values stand on one line. */
export function hclBody(values: Readonly<Record<string, unknown>>, indent = '  '): string {
  const lines = Object.entries(values).map(([key, value]) => ({ key: keyText(key), text: hclValue(value, indent) }));
  return lines
    .map(({ key, text }, i) => `${indent}${key.padEnd(text.includes('\n') ? 0 : widthAround(lines, i))} = ${text}`)
    .join('\n');
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : hclValue(key);
}

/** `terraform fmt` aligns a run of lines; a value of several lines ends it. */
function widthAround(lines: readonly { key: string; text: string }[], at: number): number {
  const breaks = (i: number) => lines[i]?.text.includes('\n') ?? true;
  let [first, last] = [at, at];
  while (first > 0 && !breaks(first - 1)) first -= 1;
  while (last < lines.length - 1 && !breaks(last + 1)) last += 1;
  return Math.max(...lines.slice(first, last + 1).map(({ key }) => key.length));
}

function hclList(values: readonly unknown[], indent: string): string {
  const line = `[${values.map((value) => hclValue(value, indent)).join(', ')}]`;
  if (line.length <= 80 && !line.includes('\n')) return line;
  const inner = `${indent}  `;
  return `[\n${values.map((value) => `${inner}${hclValue(value, inner)},`).join('\n')}\n${indent}]`;
}
