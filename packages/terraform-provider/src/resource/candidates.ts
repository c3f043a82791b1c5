import { type AnyKind, CANDIDATES, type Issue, issue, referencesAt, type Spot, spotName } from '@hansa/sdk';
import {
  type CallContext,
  type Diagnostic,
  isUnknown,
  type ObjectValue,
  type Value,
  whollyKnown,
} from '@hansa/terraform-plugin';
import type { Client } from '../configure/client.js';
import { toSnake } from '../names.js';
import { isNothing, type ModelValues, toModel } from '../values/index.js';
import { attributesOf, isSaid } from './spec.js';

/** Whether it is left to a list of candidates where the thing stands; the list itself may not be known yet. */
export function hasCandidates({ [CANDIDATES]: given = null }: ObjectValue): boolean {
  return isUnknown(given) || !isNothing(given);
}

/** The candidates in their order; undefined while one of them is not known. */
export function spotsOf(kind: AnyKind, { [CANDIDATES]: given = null }: ObjectValue): Spot[] | undefined {
  if (!whollyKnown(given) || !Array.isArray(given)) return undefined;
  return (given as ObjectValue[]).map((one) => {
    const { cloud, region } = one;
    const words = attributesOf(kind);
    const own = Object.fromEntries((kind.candidates ?? []).map((name) => [name, words[name]!]));
    return { cloud: String(cloud), region: String(region), ...toModel(own, one) };
  });
}

const NAME_A_PLACE = ['give cloud', 'or candidates, such as those of a hansa_placement'];

/** What is wrong with how a configuration says where the thing stands, as far as it is known. */
export function candidateIssues(kind: AnyKind, config: ObjectValue): Issue[] {
  if (!kind.candidates) return [];
  const { cloud = null, [CANDIDATES]: given = null } = config;
  if (isNothing(given)) {
    // An empty list is none: so Terraform writes it for what it imports.
    if (cloud !== null) return [];
    return given === null
      ? [issue('invalid', 'cloud', 'neither cloud nor candidates are given', NAME_A_PLACE)]
      : [issue('invalid', CANDIDATES, 'is empty', NAME_A_PLACE)];
  }
  const taken = ['cloud', 'region', ...kind.candidates.filter((name) => isSaidByOne(given, toSnake(name)))];
  const twice = taken.filter((name) => (config[toSnake(name)] ?? null) !== null);
  if (twice.length === 0) return [];
  const words = twice.map(toSnake).join(' and ');
  const message = `say ${words}, and so does the ${kind.name.replace('_', ' ')} itself`;
  return [
    issue('invalid', CANDIDATES, message, [
      `leave ${words} out: where it lands is known after the apply`,
      'or leave candidates out',
    ]),
  ];
}

function isSaidByOne(given: Value, name: string): boolean {
  return Array.isArray(given) && given.some((one) => !isUnknown(one) && isSaid((one as ObjectValue)[name]));
}

/** Model values as they are meant at the cloud where the thing stands: of lists of references, where it has candidates, those that are of it. */
export function valuesAt(
  kind: AnyKind,
  cloud: Value,
  values: ModelValues,
  from: ObjectValue,
  { hansa }: Pick<Client, 'hansa'>,
): ModelValues {
  if (!hasCandidates(from)) return values;
  return referencesAt(attributesOf(kind), values, String(cloud), hansa.siblings) as ModelValues;
}

/**
 * A state in the words of what was said before: what no cloud knows of stays as it was, and a list that names things of several clouds
 * keeps those of the others.
 */
export function inWordsOf(
  kind: AnyKind,
  said: ObjectValue,
  state: ObjectValue,
  { hansa }: Pick<Client, 'hansa'>,
): ObjectValue {
  if (!kind.candidates) return state;
  const words: ObjectValue = { ...state, [CANDIDATES]: said[CANDIDATES] ?? [] };
  for (const [name, attribute] of hasCandidates(said) ? Object.entries(attributesOf(kind)) : []) {
    const key = toSnake(name);
    const [before, now] = [said[key], state[key]];
    if (!Array.isArray(before) || !Array.isArray(now)) continue;
    const isHere = (one: unknown) =>
      (referencesAt({ [name]: attribute }, { [name]: [one] }, String(state['cloud']), hansa.siblings)[name] as [])
        .length > 0;
    const model = toModel({ [name]: attribute }, { [key]: before })[name] as unknown[];
    const here = model.map(isHere);
    const rest = [...now];
    if (here.filter(Boolean).length === now.length)
      words[key] = before.map((one, i) => (here[i] ? (rest.shift() as Value) : settled(one)));
  }
  return words;
}

/** Without candidates any more, lists name things of one cloud again: as they are configured, though the older words mean the same. */
export function afterCandidates(
  kind: AnyKind,
  config: ObjectValue,
  prior: ObjectValue,
  proposed: ObjectValue,
): ObjectValue {
  if (!hasCandidates(prior) || hasCandidates(config)) return {};
  const lists = Object.keys(attributesOf(kind)).map(toSnake);
  const said = lists.filter((key) => Array.isArray(config[key]) && Array.isArray(prior[key]));
  return Object.fromEntries(said.map((key) => [key, proposed[key] ?? null]));
}

/** What was left to a cloud that it does not stand at stays nothing. */
function settled(one: Value): Value {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
  return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, isUnknown(value) ? null : value]));
}

/** Told when it goes on: which was left, why, and which comes next. */
export function movedOn(kind: AnyKind, { spot, error }: Passed, next: Spot, { name = null }: ObjectValue): Diagnostic {
  const what = `${kind.name.replace('_', ' ')}${isSaid(name) ? ` ${String(name)}` : ''}`;
  return {
    severity: 'warning',
    summary: `${what}: ${spotName(spot)} is left for ${spotName(next)}`,
    detail: `${spotName(spot)}: ${error.message}`,
    at: [CANDIDATES],
  };
}

interface Passed {
  spot: Spot;
  error: Error;
}

/** What stands where no candidate is any more stays there, and is warned of. */
export function tellWhereItStays(
  kind: AnyKind,
  config: ObjectValue,
  { cloud = null, region = null, place = null, ...prior }: ObjectValue,
  { diagnostics }: Pick<CallContext, 'diagnostics'>,
): void {
  const spots = spotsOf(kind, config);
  if (!spots) return;
  const isAmong = (spot: Spot) =>
    spot.cloud === cloud &&
    (spot.region === region || spot.region === place) &&
    (kind.candidates ?? []).every((name) => isSame(kind, name, spot[name as keyof Spot] ?? null, prior));
  if (spots.some(isAmong)) return;
  const words = (kind.candidates ?? []).map((name) => prior[toSnake(name)] ?? null);
  const here = [cloud, region, ...words].filter(isSaid).map(String).join(' ');
  diagnostics.warning(`${here} is no candidate any more; what stands there stays`, {
    at: [CANDIDATES],
    detail: 'What to do:\n  - leave it\n  - or make it anew at the first candidate: -replace with its address',
  });
}

/** What a candidate says is how it stands: in the words by which it was chosen, or in those that they decided. */
function isSame(kind: AnyKind, name: string, said: Value, prior: ObjectValue): boolean {
  const { decides } = attributesOf(kind)[name]!;
  return said === null || said === prior[toSnake(name)] || (decides !== undefined && said === prior[toSnake(decides)]);
}
