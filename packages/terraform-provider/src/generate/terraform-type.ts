import { typeFromJsonSchema, type ValueAttribute } from '@hansa/terraform-plugin';
import * as z from 'zod';

/** A type in Terraform's notation, and whether its numbers are whole. */
export type TerraformType = Pick<ValueAttribute, 'type' | 'integer'>;

/**
 * The Terraform type of a zod type, by way of JSON Schema, which zod gives officially.
 *
 * @throws TypeError for what Terraform has no type for, and for what may be of any type: the model knows no such values
 */
export function terraformType(type: z.ZodType): TerraformType {
  const found = typeFromJsonSchema(z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' }));
  if (found.type === 'dynamic') throw new TypeError('a type that allows anything has no place in the model');
  return found;
}
