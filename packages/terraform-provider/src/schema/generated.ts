import type { Schema } from '@hansa/terraform-plugin';
import gen from './schema.gen.json';

/** What one driver takes in `clouds`, snake_case. */
export interface DriverSettings {
  readonly title: string;
  readonly settings: readonly string[];
  /** The driver that it is a vendor's profile of; absent where it is a driver itself. */
  readonly driver?: string;
}

/** What the generator writes: everything that Terraform's first question needs, without zod and the SDK. */
export interface Generated {
  readonly provider: Schema;
  /** By the id of a driver, or of a vendor's profile. */
  readonly drivers: { readonly [driver: string]: DriverSettings };
  /** `hansa_placement`, which is no kind: it stands at no cloud. */
  readonly placement: Schema;
  /** By the kind's name. */
  readonly kinds: { readonly [kind: string]: { readonly resource: Schema; readonly dataSource: Schema } };
}

/** Schemas derived from the kinds of the SDK at build time. */
export const generated = gen as unknown as Generated;
