import { type Attribute, type Attributes, attributesFromJsonSchema } from '@hansa/terraform-plugin';
import * as z from 'zod';
import { toSnake } from '../names.js';

/**
 * The attributes of what is data alone (a policy, requirements), as its zod model says them. Their limits are left to that model, which
 * says more than a schema can.
 */
export function dataAttributes(model: z.ZodType): Attributes {
  return plain(
    attributesFromJsonSchema(z.toJSONSchema(model, { unrepresentable: 'any', io: 'input' }), { name: toSnake }),
  );
}

function plain(attributes: Attributes): Attributes {
  const entries = Object.entries(attributes).map(([name, { validators: _, ...attribute }]): [string, Attribute] => [
    name,
    'nested' in attribute
      ? ({ ...attribute, attributes: plain(attribute.attributes) } as Attribute)
      : (attribute as Attribute),
  ]);
  return Object.fromEntries(entries);
}
