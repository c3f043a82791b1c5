import { isNull } from '../../cty/known.js';
import { formatPath, type Path } from '../../cty/path.js';
import { isUnknown } from '../../cty/unknown.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import { DiagnosticError, type Diagnostics, PROVIDER_FAULT } from '../diagnostics.js';

/** What several attributes say together. An attribute by its name, or by the path through single objects that leads to it. */
export type Rule = (config: object, context: { readonly diagnostics: Diagnostics }) => void;
type Named = string | Path;

/**
 * Rules as the `validate` of a provider, a resource, a data source, …: each of them is asked. A value that is not known yet counts neither
 * as given nor as left out; Terraform asks again when it is known.
 *
 * @example
 * defineResource()({ …, validate: rules(exactlyOneOf('image', 'snapshot'), requires('user', 'password')) });
 */
export function rules(...all: readonly Rule[]): Rule {
  return (config, context) => {
    for (const rule of all) rule(config, context);
  };
}

/** At most one of them. */
export function conflicting(...named: readonly Named[]): Rule {
  return rule(named, ({ given }, { diagnostics }) => {
    if (given.length < 2) return;
    const detail = `At most one of ${listed(named, 'or')} can be given.`;
    diagnostics.error(`${listed(given, 'and')} exclude each other`, { at: given[1]!, detail });
  });
}

/** One of them, and no more. */
export function exactlyOneOf(...named: readonly Named[]): Rule {
  const most = conflicting(...named);
  const least = atLeastOneOf(...named);
  return (config, context) => {
    most(config, context);
    least(config, context);
  };
}

/** One of them, or more. */
export function atLeastOneOf(...named: readonly Named[]): Rule {
  return rule(named, ({ given, unknown }, { diagnostics }) => {
    if (given.length > 0 || unknown.length > 0) return;
    diagnostics.error(`One of ${listed(named, 'or')} is needed`, { detail: 'None of them is given.' });
  });
}

/** All of them, or none. */
export function requiredTogether(...named: readonly Named[]): Rule {
  return rule(named, ({ given, absent }, { diagnostics }) => {
    if (given.length === 0 || absent.length === 0) return;
    const detail = `Give ${listed(absent, 'and')} too, or none of ${listed(named, 'and')}.`;
    diagnostics.error(`${listed(given, 'and')} needs ${listed(absent, 'and')}`, { at: given[0]!, detail });
  });
}

/** With the first, all the others. */
export function requires(name: Named, ...others: readonly Named[]): Rule {
  const first = pathOf(name);
  return rule([name, ...others], ({ given, absent }, { diagnostics }) => {
    if (absent.length === 0 || !given.some((path) => formatPath(path) === formatPath(first))) return;
    const detail = `Give ${listed(absent, 'and')} too, or leave ${formatPath(first)} out.`;
    diagnostics.error(`${formatPath(first)} needs ${listed(absent, 'and')}`, { at: first, detail });
  });
}

interface Sorted {
  readonly given: Path[];
  readonly absent: Path[];
  readonly unknown: Path[];
}

function rule(named: readonly Named[], check: (sorted: Sorted, context: Parameters<Rule>[1]) => void): Rule {
  const paths = named.map(pathOf);
  return (config, context) => {
    const sorted: Sorted = { given: [], absent: [], unknown: [] };
    for (const path of paths) {
      const value = valueAt(config as ObjectValue, path);
      if (isUnknown(value)) sorted.unknown.push(path);
      else sorted[isNull(value) ? 'absent' : 'given'].push(path);
    }
    check(sorted, context);
  };
}

function pathOf(named: Named): Path {
  return typeof named === 'string' ? [named] : named;
}

function valueAt(config: ObjectValue, path: Path): Value {
  let here: Value = config;
  for (const step of path) {
    if (isNull(here) || isUnknown(here)) return here;
    if (!Object.hasOwn(here as object, step)) {
      throw new DiagnosticError(`A rule names ${formatPath(path)}, which is not in the schema`, {
        detail: PROVIDER_FAULT,
      });
    }
    here = (here as ObjectValue)[step]!;
  }
  return here;
}

function listed(named: readonly Named[], last: 'and' | 'or'): string {
  const words = named.map((one) => formatPath(pathOf(one)));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
