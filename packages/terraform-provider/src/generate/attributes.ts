import type { Attribute as ModelAttribute, Attributes as ModelAttributes } from '@hansa/sdk';
import type { Attribute, Attributes } from '@hansa/terraform-plugin';
import { toCamel, toSnake } from '../names.js';
import { terraformType } from './terraform-type.js';

/** The Terraform attributes of a kind, in its order. */
export function resourceAttributes(attributes: ModelAttributes): Attributes {
  return convert(attributes, (attribute) => ({
    ...roleOf(attribute),
    ...(attribute.writeOnly ? { writeOnly: true } : {}),
    ...(attribute.default !== undefined ? { default: attribute.default as never } : {}),
  }));
}

/** The same, all for reading: what cannot be read is left out. */
export function readAttributes(attributes: ModelAttributes): Attributes {
  const readable = Object.entries(attributes).filter(([, attribute]) => !attribute.unreadable);
  return convert(Object.fromEntries(readable), () => ({ computed: true }));
}

type Flags = Pick<Attribute, 'required' | 'optional' | 'computed' | 'writeOnly' | 'default'>;

function convert(attributes: ModelAttributes, flagsOf: (attribute: ModelAttribute) => Flags): Attributes {
  const entries = Object.entries(attributes).map(([name, attribute]): [string, Attribute] => {
    const snake = toSnake(name);
    if (toCamel(snake) !== name) throw new TypeError(`${name} cannot be written in snake_case and back`);
    const facts = {
      description: attribute.description,
      ...(attribute.secret ? { sensitive: true } : {}),
      ...flagsOf(attribute),
    };
    if (attribute.fields) return [snake, { ...facts, nested: 'list', attributes: convert(attribute.fields, flagsOf) }];
    return [snake, { ...facts, ...terraformType(attribute.type) }];
  });
  return Object.fromEntries(entries);
}

function roleOf({ role }: ModelAttribute): Flags {
  switch (role) {
    case 'required':
      return { required: true };
    case 'optional':
      return { optional: true };
    case 'either':
      return { optional: true, computed: true };
    case 'computed':
      return { computed: true };
  }
}
