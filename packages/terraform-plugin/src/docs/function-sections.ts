import type { Parameter } from '../framework/function.js';
import type { FunctionFacts } from '../provider-schema/provider-schema.js';
import { typeExpression, typeWords } from './type-words.js';

/** `lines(indent number, line string...) string` */
export function signature(name: string, { parameters, variadic, returns }: FunctionFacts): string {
  const words = parameters.map((one) => `${one.name} ${typeExpression(one.type)}`);
  if (variadic) words.push(`${variadic.name} ${typeExpression(variadic.type)}...`);
  return `${name}(${words.join(', ')}) ${typeExpression(returns)}`;
}

/** The arguments as a numbered list, in the order in which they are given. */
export function argumentList({ parameters, variadic }: FunctionFacts): string {
  const lines = parameters.map((one) => line(one, []));
  if (variadic) lines.push(line(variadic, ['Variadic']));
  if (lines.length === 0) return 'There are none.';
  return lines.map((text, index) => `${index + 1}. ${text}`).join('\n');
}

function line({ name, type, description = '', nullable }: Parameter, facts: readonly string[]): string {
  const all = [...facts, typeWords(type), ...(nullable ? ['Nullable'] : [])];
  return `\`${name}\` (${all.join(', ')}) ${description}`.trimEnd().replaceAll('\n', '\n   ');
}
