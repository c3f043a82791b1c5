import { type Issue, issue } from '../../errors/index.js';
import type { Attributes } from '../../kinds/model/index.js';
import type { Cell, ChangeRule } from '../driver/cell.js';
import { sameValue } from './equal.js';
import type { Values } from './state.js';

export type Disruption = 'none' | 'reboot' | 'stop' | 'replace';

/** How `name` changes at this cloud: the cell's word, else the kind's, else in place. */
export function changeRule(cell: Cell, name: string): ChangeRule {
  return cell.change?.[name] ?? (cell.kind.attributes as Attributes)[name]?.change ?? 'update';
}

/** What changing these attributes interrupts, which of them replace, and what is to be said about it. */
export function disruptionOf(
  cell: Cell,
  changed: readonly string[],
  wanted: Readonly<Values>,
  prior: Readonly<Values> | null,
): { disruption: Disruption; replace: string[]; touched: string[]; issues: Issue[] } {
  if (!prior) return { disruption: 'none', replace: [], touched: [], issues: [] };
  const attributes = cell.kind.attributes as Attributes;
  const rules = changed.map((name) => [name, changeRule(cell, name)] as const);
  const replace = rules.filter(([, rule]) => rule === 'replace').map(([name]) => name);
  const issues: Issue[] = [];
  const touched = new Set<string>();
  let disruption: Disruption = 'none';
  for (const [name, rule] of rules) {
    if (typeof rule === 'string') continue;
    const down = rule.direction === 'up' && Number(wanted[name]) < Number(prior[name]);
    if (down)
      issues.push(
        issue('invalid', name, `can grow, not shrink (${prior[name]} to ${wanted[name]})`, [
          `keep at least ${prior[name]}, or make a new one`,
        ]),
      );
    const needed = Object.entries(rule.needs ?? {}).filter(([need, value]) => {
      const attribute = attributes[need];
      return attribute && !sameValue(attribute, prior[need], value);
    });
    for (const [need] of needed) touched.add(need);
    if (needed.length > 0 || rule.disruption === 'stop') disruption = 'stop';
    else if (rule.disruption === 'reboot' && disruption === 'none') disruption = 'reboot';
    if (rule.irreversible) issues.push(warning(name, `this cannot be taken back: ${rule.irreversible}`));
  }
  if (replace.length > 0) return { disruption: 'replace', replace, touched: [], issues };
  if (disruption !== 'none') {
    const first = rules.find(([, rule]) => typeof rule === 'object')?.[0] ?? '';
    issues.push(warning(first, `changing ${first} ${wordsOf(disruption, attributes, rules)}`));
  }
  return { disruption, replace, touched: [...touched], issues };
}

/** What happens to the thing meanwhile, in its own terms: what does not run is not stopped. */
function wordsOf(
  disruption: Disruption,
  attributes: Attributes,
  rules: readonly (readonly [string, ChangeRule])[],
): string {
  if (disruption === 'reboot') return 'reboots it';
  if ('disruption' in attributes) return 'stops it and starts it again';
  const needs = rules.flatMap(([, rule]) => (typeof rule === 'object' ? Object.entries(rule.needs ?? {}) : []));
  return `sets ${needs.map(([name, value]) => `${name} to ${value ?? 'nothing'}`).join(', ')} meanwhile`;
}

function warning(attribute: string, message: string): Issue {
  return { ...issue('conflict', attribute, message), severity: 'warning' };
}
