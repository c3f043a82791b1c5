import { isLabelKey, isLabelValue, type Labels } from '../labels.js';

export type Selector = (labels: Labels) => boolean;

/**
 * Reads the label selector language: `k`, `!k`, `k=v`, `k==v`, `k!=v`, `k in (a,b)`, `k notin (a,b)`, joined by commas.
 * `!=` and `notin` also select what lacks the key (docs.hetzner.cloud, section Label Selector, read 2026-11).
 *
 * @returns `undefined` where the text is not of that language.
 * @example
 * parseSelector('env=production,type!=database')?.({ env: 'production' }); // true
 */
export function parseSelector(text: string): Selector | undefined {
  const terms = splitTerms(text);
  const selectors: Selector[] = [];
  for (const term of terms) {
    const selector = parseTerm(term.trim());
    if (!selector) return undefined;
    selectors.push(selector);
  }
  return (labels) => selectors.every((selector) => selector(labels));
}

/** Splits at commas outside parentheses. */
function splitTerms(text: string): string[] {
  const terms: string[] = [];
  let depth = 0;
  let term = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      terms.push(term);
      term = '';
    } else term += letter;
  }
  return [...terms, term];
}

function parseTerm(term: string): Selector | undefined {
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(term);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    if (!isLabelKey(key) || !values.every(isLabelValue)) return undefined;
    const inside: Selector = (labels) => Object.hasOwn(labels, key) && values.includes(labels[key]!);
    return operator === 'in' ? inside : (labels) => !inside(labels);
  }
  const equality = /^([^=!\s]+)\s*(==|=|!=)\s*([^=!\s]*)$/.exec(term);
  if (equality) {
    const [, key = '', operator, value = ''] = equality;
    if (!isLabelKey(key) || !isLabelValue(value)) return undefined;
    const equal: Selector = (labels) => Object.hasOwn(labels, key) && labels[key] === value;
    return operator === '!=' ? (labels) => !equal(labels) : equal;
  }
  const absent = term.startsWith('!');
  const key = absent ? term.slice(1).trim() : term;
  if (!isLabelKey(key)) return undefined;
  return (labels) => Object.hasOwn(labels, key) !== absent;
}
