import * as z from 'zod';
import { Country, Source } from './source.js';

/**
 * In which country a region stands. `region` is the vendor's own id, the zones in it share it; one that ends in `*` stands for all that
 * begin so, where a vendor numbers the sites of a town.
 */
export const PlaceFact = z.strictObject({
  region: z.string().min(1),
  /** Null where no source says it. */
  country: Country.nullable(),
  /** Null where no source says it. */
  city: z.string().min(1).nullable().default(null),
  ...Source,
});

export type PlaceFact = z.output<typeof PlaceFact>;
