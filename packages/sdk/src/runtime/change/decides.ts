import type { Attributes } from '../../kinds/model/index.js';

/** Of several attributes that decide one value together (size, or vCPUs and memory), the first stands for all. */
export function speaksFor(attributes: Attributes, name: string): boolean {
  const decided = attributes[name]?.decides;
  return decided !== undefined && Object.keys(attributes).find((one) => attributes[one]?.decides === decided) === name;
}
