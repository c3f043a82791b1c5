import { ADDED, MADE_UP, NEWER_PLANS, SYSTEM_LABELS_SINCE, UNORDERED } from './drift.js';

type Json = unknown;
type Fields = Record<string, Json>;

/**
 * What an answer has otherwise than the recorded one: other types, other values, fields that lack or that UpCloud has not.
 *
 * @param at when it was recorded: what was added since may lack there
 * @param values whether values count too, or, as in lists of an account that is not ours, the form alone
 */
export function differences(real: Json, ours: Json, at: number, values: boolean): string[] {
  const found: string[] = [];
  compare('', '', real, ours);
  return found;

  /** @param field the name of the object that it stands in, and its own: `server.state` */
  function compare(path: string, field: string, want: Json, have: Json): void {
    const name = field.replace(/^.*\./, '');
    if (typeOf(want) !== typeOf(have)) {
      if (!isAdded(`${field}: ${typeOf(have)}`)) found.push(`${path}: ${typeOf(have)}, recorded ${typeOf(want)}`);
    } else if (Array.isArray(want)) {
      compareLists(path, name, want, have as Json[]);
    } else if (typeof want === 'object' && want !== null) {
      compareFields(path, name, want as Fields, have as Fields);
    } else if (values && want !== have && !MADE_UP.has(name)) {
      found.push(`${path}: ${JSON.stringify(have)}, recorded ${JSON.stringify(want)}`);
    }
  }

  function compareFields(path: string, name: string, want: Fields, have: Fields): void {
    for (const [key, value] of Object.entries(want)) {
      if (key in have) compare(`${path}.${key}`, `${name}.${key}`, value, have[key]);
      else found.push(`${path}.${key}: lacks`);
    }
    for (const key of Object.keys(have)) {
      if (!(key in want) && !isAdded(`${name}.${key}`)) found.push(`${path}.${key}: is not recorded`);
    }
  }

  function isAdded(what: string): boolean {
    const since = ADDED[what];
    return (since !== undefined && at < Date.parse(since)) || NEWER_PLANS.test(what);
  }

  function compareLists(path: string, name: string, want: readonly Json[], all: readonly Json[]): void {
    const have = at < Date.parse(SYSTEM_LABELS_SINCE) ? all.filter((one) => !isSystemLabel(one)) : all;
    if (!values) {
      if (want.length > 0 && have.length > 0) compareForms(path, name, want, have);
      return;
    }
    if (want.length !== have.length) {
      found.push(`${path}: has ${have.length}, recorded ${want.length}`);
      return;
    }
    const [wanted, held] = UNORDERED.has(name) ? [sorted(want), sorted(have)] : [want, have];
    for (const [i, one] of wanted.entries()) compare(`${path}[${i}]`, name, one, held[i]);
  }

  /** Of a list that holds other things: each of ours must have the form of one that was recorded. */
  function compareForms(path: string, name: string, want: readonly Json[], have: readonly Json[]): void {
    const real = eachForm(want);
    for (const one of eachForm(have)) {
      const tries = real.map((other) => differences({ [name]: other }, { [name]: one }, at, false));
      const best = tries.sort((a, b) => a.length - b.length)[0] ?? [];
      found.push(...best.map((problem) => `${path}[]${problem.replace(`.${name}`, '')}`));
    }
  }
}

function isSystemLabel(one: Json): boolean {
  return typeof one === 'object' && one !== null && String((one as Fields)['key'] ?? '').startsWith('_');
}

/** By what can be foreseen: an address's access and family, not the address. */
function sorted(list: readonly Json[]): Json[] {
  const key = (one: Json) => JSON.stringify(one, (name, value) => (MADE_UP.has(name) ? undefined : value));
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** One of each form, of hundreds of the same: plans, prices. */
function eachForm(list: readonly Json[]): Json[] {
  return [...new Map(list.map((one) => [formOf(one), one])).values()];
}

function formOf(value: Json): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(formOf))].sort()}]`;
  if (typeof value !== 'object' || value === null) return typeOf(value);
  const fields = Object.entries(value).map(([key, one]) => `${key}:${formOf(one)}`);
  return `{${fields.sort()}}`;
}

function typeOf(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}
