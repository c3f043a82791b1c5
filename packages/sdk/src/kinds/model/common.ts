import * as z from 'zod';
import { computed, either, optional, required } from './attribute.js';

/** RFC 1123 label: the strictest of the clouds' rules for names, so that a name is good everywhere. */
export const Name = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'use 1 to 63 of a-z, 0-9 and "-", starting and ending with a letter or digit',
  );

/** Label keys and values that every cloud can carry (Hetzner's rules, the strictest of them, docs.hetzner.cloud, read 2026-11). */
const LABEL_PART = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
export const Labels = z.record(
  z
    .string()
    .regex(LABEL_PART, 'use 1 to 63 of A-Z, a-z, 0-9, "-", "_" and ".", starting and ending with a letter or digit')
    .refine((key) => !key.startsWith('hansa-'), 'keys that start with "hansa-" are reserved for owner labels'),
  z.union([z.literal(''), z.string().regex(LABEL_PART, 'use at most 63 of A-Z, a-z, 0-9, "-", "_" and "."')]),
);

const JsonObject = z.string().refine((text) => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}, 'use a JSON object: jsonencode({ … })');

/** The attributes that every kind has. */
export const named = {
  id: computed(z.string(), {
    description: "Id across clouds: `<cloud>/<the vendor's own id>`. Also what `import` takes.",
  }),
  name: required(Name, { description: 'Name: 1 to 63 of `a-z`, `0-9` and `-`.' }),
  labels: optional(Labels, { description: 'Labels (tags) by key.', default: {} }),
  native: optional(JsonObject, {
    description:
      "What the model lacks: a JSON object merged into the vendor's own create request, for one cloud alone. Changing it replaces the resource.",
    change: 'replace',
    unreadable: true,
  }),
};

/**
 * The price of what was planned. It is pinned, so that a vendor's new price list is no difference; an import knows none.
 *
 * @param of what costs, with its article: `the volume`
 * @param follows attributes with which the price changes
 */
export function priced(of: string, follows: readonly string[]) {
  return {
    pricePerMonth: computed(z.number(), {
      description: `Net price of ${of} a month, as the vendor gave it when ${of} was planned; null where the vendor has no price list.`,
      pinned: true,
      follows,
    }),
    priceCurrency: computed(z.string(), {
      description: 'Currency of the price, ISO 4217.',
      pinned: true,
      follows,
    }),
  };
}

/** The attributes of kinds that stand at a place. */
export const placed = {
  region: either(z.string().min(1), {
    description:
      "Where it stands: the vendor's own region or zone (`fsn1`, `fr-par-1`) or a country (`DE`). Default: the cloud's configured region.",
    change: 'replace',
  }),
  place: computed(z.string(), {
    description: "The vendor's own name of the place where it stands.",
    follows: ['region'],
  }),
};
