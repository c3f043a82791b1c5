import type { Attributes } from '@hansa/sdk';
import type { Path } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';

/**
 * A path of the model (`networks`, 0, `networkId`) in Terraform's names. Ends where it leaves the attributes; undefined when it
 * does not begin in them. Keys of maps are the user's own and stay as they are.
 */
export function terraformPath(attributes: Attributes, path: Path): Path | undefined {
  const [head, ...rest] = path;
  const attribute = typeof head === 'string' ? attributes[head] : undefined;
  if (!attribute || typeof head !== 'string') return undefined;
  return [toSnake(head), ...inside(attribute.fields, rest)];
}

function inside(fields: Attributes | undefined, path: Path): Path {
  const [index, ...rest] = path;
  if (!fields || typeof index !== 'number') return path;
  return [index, ...(terraformPath(fields, rest) ?? [])];
}
