import * as z from 'zod';
import { Claim } from './claim.js';
import { Control } from './control.js';
import { InterfaceFact } from './interface.js';
import { KeysFact } from './keys.js';
import { PlaceFact } from './place.js';

/** A cloud's id, as `cloud = "…"` says it. */
export const CloudId = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: ({ input }) => `${JSON.stringify(input)} is no cloud's id; use small letters, digits and hyphens`,
});

/** All that is known of a cloud's sovereignty. */
export const CloudRecord = z.strictObject({
  cloud: CloudId,
  title: z.string().min(1),
  /** Null where nobody has looked who stands behind it. */
  control: Control.nullable(),
  places: z.array(PlaceFact),
  interfaces: z.array(InterfaceFact),
  /** Who can hold the keys of what its services keep; a service that is in none of them is one of which nobody looked. */
  keys: z.array(KeysFact).optional(),
  claims: z.array(Claim),
});

export type CloudRecord = z.output<typeof CloudRecord>;

/**
 * Where a region stands, by the first of `ids` that the record knows (a zone, then its region); undefined where it knows none. A region
 * that is named beats those that a `*` stands for.
 *
 * @example
 * placeFactOf(record, 'fsn1')?.country; // 'DE'
 */
export function placeFactOf(record: CloudRecord, ...ids: readonly string[]): PlaceFact | undefined {
  const exact = ids.flatMap((id) => record.places.find(({ region }) => region === id) ?? []);
  const wide = ids.flatMap(
    (id) => record.places.find(({ region }) => region.endsWith('*') && id.startsWith(region.slice(0, -1))) ?? [],
  );
  return exact[0] ?? wide[0];
}
