import { Problem } from '../model/problem.js';

type Labels = Readonly<Record<string, string>>;
const TERM = /^([^=!<>]+?)\s*(!=|>=|<=|=|>|<)\s*(.*)$/;

/**
 * Says which labels a selector means: `env=prod,tier!=free,version>=2`, all of which must hold. `*` in a value stands for anything; a key
 * may have a namespace (`billing:team=a`), which is a part of it. Numbers are compared as numbers.
 *
 * @throws Problem for what is no selector
 */
export function selector(text: string | undefined): (labels: Labels) => boolean {
  const terms = (text ?? '').split(',').map((term) => term.trim());
  const tests = terms.filter(Boolean).map(toTest);
  return (labels) => tests.every((test) => test(labels));
}

function toTest(term: string): (labels: Labels) => boolean {
  const [, key, operator, value = ''] = TERM.exec(term) ?? [];
  if (key === undefined) throw wrong(term, 'use key=value, key!=value or key>number');
  if (operator === '=' || operator === '!=') {
    const parts = value.split('*');
    const alike = (labels: Labels) => Object.hasOwn(labels, key) && matches(labels[key] as string, parts);
    return operator === '=' ? alike : (labels) => !alike(labels);
  }
  const bound = Number(value);
  if (value === '' || !Number.isFinite(bound)) throw wrong(term, 'compare with a number');
  return (labels) => {
    const number = Object.hasOwn(labels, key) && labels[key] !== '' ? Number(labels[key]) : Number.NaN;
    if (operator === '>') return number > bound;
    if (operator === '<') return number < bound;
    return operator === '>=' ? number >= bound : number <= bound;
  };
}

/** Whether a text is these parts with anything between them, in one pass. */
function matches(text: string, parts: readonly string[]): boolean {
  const [first = '', ...more] = parts;
  const last = more.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of more) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function wrong(term: string, next: string): Problem {
  return new Problem('invalid-request', `"${term}" selects no labels; ${next}`, [{ pointer: '', parameter: 'labels' }]);
}
