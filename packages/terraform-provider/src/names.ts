/** The model writes `memoryGib`, Terraform `memory_gib`; this file alone knows both. */

/** The names of the kinds' attributes, which are asked for with every value. */
const snakes = new Map<string, string>();

/** `memoryGib` → `memory_gib` */
export function toSnake(name: string): string {
  let snake = snakes.get(name);
  if (snake === undefined) {
    snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakes.set(name, snake);
  }
  return snake;
}

/** `memory_gib` → `memoryGib` */
export function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const PREFIX = 'hansa_';

/** The type name of a kind's resource and data source: `hansa_<kind>`. */
export function typeName(kind: string): string {
  return `${PREFIX}${kind}`;
}

/** The kind of a type name. */
export function kindOf(typeName: string): string {
  return typeName.slice(PREFIX.length);
}
