import type { Attribute, Attributes } from '../schema/attribute.js';

/** The attributes that somebody has something to do with, and those that hold such. */
export type Selection = (attributes: Attributes) => Attributes;

/** Selects the attributes for which `test` holds; of each schema once. */
export function selectionOf(test: (attribute: Attribute) => boolean): Selection {
  const known = new WeakMap<Attributes, Attributes>();
  const select: Selection = (attributes) => {
    let selected = known.get(attributes);
    if (selected === undefined) {
      const matches = (attribute: Attribute): boolean =>
        test(attribute) || ('nested' in attribute && Object.keys(select(attribute.attributes)).length > 0);
      selected = Object.fromEntries(Object.entries(attributes).filter(([, attribute]) => matches(attribute)));
      known.set(attributes, selected);
    }
    return selected;
  };
  return select;
}
