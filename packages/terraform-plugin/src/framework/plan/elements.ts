import { identity } from '../../cty/equal.js';
import { isNull, whollyKnown } from '../../cty/known.js';
import { put } from '../../cty/put.js';
import { isUnknown } from '../../cty/unknown.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { NestedAttribute } from '../schema/attribute.js';
import { objectType } from '../schema/compiled.js';
import { mostSpecificFirst, objectFits, saysAll, takeFitting, weight } from './fits.js';

/** One value at three moments. `config` and `prior` are null where they have no counterpart. */
export interface Moments {
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
  /** What `prior` may turn out to be at apply, for elements of a set in which something is not known yet. */
  readonly mayBe?: readonly Value[];
}

/**
 * Goes through the nested objects of `planned` and puts together what `visit` makes of each. Counterparts in `config`
 * and `prior` are found by index in lists and by key in maps. Set elements have no identity: they are
 * matched by what they hold, a result with the configuration that it can have come of. `path` leads to each while it is visited.
 */
export function mapObjects(
  attribute: NestedAttribute,
  { config, prior, planned, mayBe: outer }: Moments,
  path: (string | number)[],
  visit: (moments: Moments) => Value,
): Value {
  if (isNull(planned) || isUnknown(planned)) return planned;
  const mayBe = outer?.flatMap((one) => (attribute.nested === 'single' ? [one] : Object.values((one ?? {}) as object)));
  switch (attribute.nested) {
    case 'single':
      return visit({ config: known(config), prior: known(prior), planned, mayBe });
    case 'list':
      return (planned as Value[]).map((element, index) => {
        path.push(index);
        const visited = visit({ config: at(config, index), prior: at(prior, index), planned: element, mayBe });
        path.pop();
        return visited;
      });
    case 'map': {
      const map: ObjectValue = {};
      for (const [key, element] of Object.entries(planned as ObjectValue)) {
        const moments = { config: entry(config, key), prior: entry(prior, key), planned: element, mayBe };
        path.push(key);
        put(map, key, visit(moments));
        path.pop();
      }
      return map;
    }
    case 'set': {
      const elements = planned as Value[];
      const counterparts = findConfigs(attribute, elements, Array.isArray(config) ? config : []);
      const befores = findPriors(attribute, elements, counterparts, Array.isArray(prior) ? prior : []);
      const any = Array.isArray(prior) && !whollyKnown(config) ? prior : mayBe;
      return elements.map((element, position) => {
        const said = counterparts[position] ?? null;
        const before = befores.get(position);
        const moments = { config: said, prior: before ?? null, planned: element };
        return visit({ ...moments, mayBe: before === undefined ? any : mayBe });
      });
    }
  }
}

/** What we plan stands in the order of the configuration; what a resource returns may not. */
function findConfigs({ attributes }: NestedAttribute, elements: readonly Value[], config: readonly Value[]) {
  const aligned = elements.every((element, index) => objectFits(attributes, config[index] ?? null, element));
  if (aligned && elements.length === config.length) return config;
  const said = mostSpecificFirst(config);
  return elements.map((element) => {
    const index = said.findIndex((candidate) => objectFits(attributes, candidate, element));
    return index < 0 ? null : said.splice(index, 1)[0]!;
  });
}

/**
 * Elements that are as they were find themselves; then those that say the most, so that one that says little does not
 * take what another says outright.
 */
function findPriors(
  attribute: NestedAttribute,
  elements: readonly Value[],
  configs: readonly Value[],
  prior: readonly Value[],
): Map<number, Value> {
  const type = objectType(attribute.attributes);
  const left = new Map(prior.map((element) => [identity(type, element), element]));
  const found = new Map<number, Value>();
  const open: number[] = [];
  elements.forEach((element, position) => {
    const key = identity(type, element);
    const before = left.get(key);
    if (before === undefined) open.push(position);
    else found.set(position, before);
    left.delete(key);
  });
  const rest = [...left.values()];
  if (rest.length === 0) return found;
  const { attributes } = attribute;
  const said = (position: number): Value => configs[position] ?? elements[position]!;
  const unsettled = configs.filter((config) => !whollyKnown(config));
  for (const position of open.sort((a, b) => weight(said(b)) - weight(said(a)))) {
    const before = takeFitting(attributes, said(position), rest);
    if (before === undefined) continue;
    // At apply, when all is known, another may turn out to be the one that this comes of: it is nobody's before.
    const contended = unsettled.some((config) => objectFits(attributes, config, before, { open: true }));
    if (!contended || saysAll(attributes, said(position), before)) found.set(position, before);
  }
  return found;
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);
}

function known(value: Value): Value {
  return isUnknown(value) ? null : value;
}

function at(value: Value, index: number): Value {
  return Array.isArray(value) ? (value[index] ?? null) : null;
}

function entry(value: Value, key: string): Value {
  return isObject(value) && Object.hasOwn(value, key) ? value[key]! : null;
}
