/** A vendor's id as a SECA name: `VC2 4C` becomes `vc2-4c`. */
export function kebab(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(/[-.]*\.[-.]*/g, '.');
}
