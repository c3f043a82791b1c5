import { z } from 'zod';
import { Country, Source } from './source.js';

/** In which country a region stands. `region` is the vendor's own id, the zones in it share it. */
export const PlaceFact = z.strictObject({
  region: z.string().min(1),
  /** Null where no source says it. */
  country: Country.nullable(),
  /** Null where no source says it. */
  city: z.string().min(1).nullable().default(null),
  ...Source,
});

export type PlaceFact = z.output<typeof PlaceFact>;
