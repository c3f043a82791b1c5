/** The model writes `memoryGib`, Terraform `memory_gib`; this file alone knows both. */

/** `memoryGib` → `memory_gib` */
export function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
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
