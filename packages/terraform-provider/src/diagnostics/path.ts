import type { AnyKind, Attribute, Attributes } from '@hansa/sdk';
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

/** A kind's attributes with its candidates, which are no attribute of the model: they say where it may stand, and so do `cloud` and others. */
export function attributesTold({ attributes, candidates }: AnyKind): Attributes {
  const own = attributes as Attributes;
  if (!candidates) return own;
  const fields = Object.fromEntries([...candidates, 'region'].map((name) => [name, own[name] as Attribute]));
  return {
    ...own,
    candidates: { ...(own['region'] as Attribute), fields: { ...fields, cloud: fields['region'] as Attribute } },
  };
}
