import type { Attribute } from './attribute.js';

/** How an attribute counts for core: a default makes it optional + computed. */
export function flagsOf(attribute: Attribute): { required: boolean; optional: boolean; computed: boolean } {
  const defaulted = hasDefault(attribute);
  return {
    required: attribute.required === true,
    optional: attribute.optional === true || defaulted,
    computed: isComputed(attribute),
  };
}

/** Whether a value may come of it that nobody configured. */
export function isComputed(attribute: Attribute): boolean {
  return attribute.computed === true || hasDefault(attribute);
}

export function hasDefault(attribute: Attribute): boolean {
  return attribute.default !== undefined && attribute.default !== null;
}
