import type { Issue } from '../../errors/index.js';
import type { NativeImage } from '../../images/native-image.js';
import type { Place } from '../../places/place.js';
import type { SizeWish } from '../../sizes/choose.js';
import type { NativeSize } from '../../sizes/native-size.js';

/** What a plan can ask of the cloud. Each answer is fetched once per process and shared by all plans. */
export interface Catalogue {
  cloud: string;
  place: Place | null;
  /** Sizes there are; with a wish also those that are made to its measure, where the cloud sells such. */
  sizes(wish?: SizeWish): Promise<readonly NativeSize[]>;
  images(): Promise<readonly NativeImage[]>;
}

/** What a derivation found: values for computed attributes, and what is wrong. */
export interface Derived {
  values: Record<string, unknown>;
  issues: Issue[];
  /** What is wrong with a change in place alone; where something else makes the thing anew, it does not count. */
  inPlace?: Issue[];
}

/**
 * A kind's plan-time computation.
 *
 * @param spec what the user wants; attributes that are not known yet are absent and named in `unknown`
 * @param prior the state before, or null when the thing is new
 */
export type Derivation = (
  spec: Readonly<Record<string, unknown>>,
  prior: Readonly<Record<string, unknown>> | null,
  catalogue: Catalogue,
  unknown: ReadonlySet<string>,
) => Promise<Derived>;
