import type { Path } from '../../cty/path.js';
import { put } from '../../cty/put.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { Attribute, Attributes } from '../schema/attribute.js';
import { isObject, type Moments, mapObjects } from './elements.js';
import type { Selection } from './selection.js';

/**
 * What becomes of an attribute: its final value, or `descend` to go on with the attributes of its nested objects. The path is the way
 * there as long as the call lasts: who keeps it copies it.
 */
export type Step = (attribute: Attribute, moments: Moments, path: Path) => Value | typeof DESCEND;

export const DESCEND = Symbol('descend');

/**
 * Makes a new object from `planned`, attribute by attribute, outer before inner. Of a selection: what is not selected stays, and is not
 * looked at.
 */
export function transform(attributes: Attributes, moments: Moments, step: Step, selection?: Selection): Value {
  return new Transforming(step, selection).object(attributes, moments);
}

class Transforming {
  readonly #path: (string | number)[] = [];

  constructor(
    readonly step: Step,
    readonly selection: Selection | undefined,
  ) {}

  object(attributes: Attributes, { config, prior, planned, mayBe }: Moments): Value {
    if (!isObject(planned)) return planned;
    const said = isObject(config) ? config : NOTHING;
    const before = isObject(prior) ? prior : NOTHING;
    const result: ObjectValue = this.selection ? { ...planned } : {};
    const selected = this.selection ? this.selection(attributes) : attributes;
    for (const name in selected) {
      const attribute = selected[name]!;
      const values = {
        config: said[name] ?? null,
        prior: before[name] ?? null,
        planned: planned[name] ?? null,
        mayBe: mayBe?.map((one) => (isObject(one) ? (one[name] ?? null) : null)),
      };
      this.#path.push(name);
      const outcome = this.step(attribute, values, this.#path);
      put(result, name, outcome === DESCEND ? this.#inside(attribute, values) : outcome);
      this.#path.pop();
    }
    return result;
  }

  #inside(attribute: Attribute, values: Moments): Value {
    if (!('nested' in attribute)) return values.planned;
    return mapObjects(attribute, values, this.#path, (moments) => this.object(attribute.attributes, moments));
  }
}

const NOTHING: ObjectValue = {};
