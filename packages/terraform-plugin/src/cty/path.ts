import type { Type } from './type.js';

/** The way to a value: attribute names, map keys and list indexes. `['disks', 0, 'size']`. */
export type Path = readonly (string | number)[];

/** One step as the protocol tells them apart. */
export type TypedStep = { readonly attribute: string } | { readonly key: string } | { readonly index: number };

/** As a person writes it in HCL: `disks[0].size`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/**
 * Tells attribute names and map keys apart by the type. Stops where the path leaves the type, and at a set, whose
 * elements the protocol cannot point to.
 */
export function typePath(type: Type, path: Path): TypedStep[] {
  const steps: TypedStep[] = [];
  let here: Type | undefined = type;
  for (const step of path) {
    if (here === undefined || typeof here === 'string' || here[0] === 'set') break;
    if (here[0] === 'object') {
      if (typeof step !== 'string' || !Object.hasOwn(here[1], step)) break;
      steps.push({ attribute: step });
      here = here[1][step];
    } else if (here[0] === 'map') {
      steps.push({ key: String(step) });
      here = here[1];
    } else {
      if (typeof step !== 'number') break;
      steps.push({ index: step });
      here = here[0] === 'tuple' ? here[1][step] : here[1];
    }
  }
  return steps;
}
