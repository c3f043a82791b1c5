import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import { speaksFor } from '../../runtime/change/decides.js';
import { userLabels } from '../../runtime/change/owner.js';
import type { Want } from '../../runtime/driver/cell.js';
import { ordered } from './contract/index.js';

/**
 * What is wanted of some attributes as properties say it: what the plan has chosen (a size, an image) by the cloud's own name, so that what
 * was planned is what is delivered.
 *
 * @param want all that is wanted
 */
export function wished(kind: AnyKind, names: readonly string[], want: Partial<Want<AnyKind>>): Record<string, unknown> {
  const attributes = kind.attributes as Attributes;
  const values = want as Record<string, unknown>;
  const wish: Record<string, unknown> = {};
  for (const name of ordered(kind).filter((one) => names.includes(one))) {
    const decided = attributes[name]?.decides;
    const chosen = decided === undefined ? undefined : (values[decided] as { id: string } | null);
    // Of the words that decide together, one says it all; the others would be a second opinion.
    if (chosen?.id === undefined) wish[name] = values[name] ?? null;
    else if (speaksFor(attributes, name)) wish[name] = chosen.id;
    else wish[name] = null;
  }
  if ('labels' in wish) wish['labels'] = userLabels(want.labels ?? {});
  if ('region' in wish) wish['region'] = want.place?.id ?? null;
  if ('native' in wish) wish['native'] = textOf(want.native);
  // A disk that comes with the size is no wish for one: it may grow with the size.
  if (wish['diskGib'] != null && wish['diskGib'] === want.nativeSize?.diskGib) wish['diskGib'] = null;
  return wish;
}

/** Empty is nothing. */
function textOf(native: Readonly<Record<string, unknown>> | undefined): string | null {
  return native && Object.keys(native).length > 0 ? JSON.stringify(native) : null;
}
