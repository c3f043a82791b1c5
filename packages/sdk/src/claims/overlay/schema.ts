import * as z from 'zod';
import { Claim, ClaimScope } from '../claim.js';
import { Control } from '../control.js';
import { InterfaceFact } from '../interface.js';
import { KeysFact } from '../keys.js';
import { PlaceFact } from '../place.js';
import { CloudId } from '../record.js';
import { SCHEME_IDS } from '../schemes.js';

/** A claim that you do not accept, whoever made it. */
const Withdrawal = z.strictObject({
  scheme: z.enum(SCHEME_IDS),
  scope: ClaimScope.optional(),
  /** Why, for whoever reads the file. */
  because: z.string().min(1),
});

/** What one file says of one cloud. */
export const CloudOverlay = z.strictObject({
  /** Wanted where the cloud is not known otherwise. */
  title: z.string().min(1).optional(),
  /** Replaces the whole chain. */
  control: Control.optional(),
  /** Adds a region, or replaces what was said of it. */
  places: z.array(PlaceFact).default([]),
  /** Adds an interface, or replaces what was said of it. */
  interfaces: z.array(InterfaceFact).default([]),
  /** Says anew who can hold the keys of these services. */
  keys: z.array(KeysFact).default([]),
  /** Adds a claim, or replaces the one of the same scheme and scope. */
  claims: z.array(Claim).default([]),
  /** Takes claims away: of one scope where it is given, of every scope where not. */
  withdraw: z.array(Withdrawal).default([]),
});

/** A file of the user's own. */
export const Overlay = z.strictObject({ clouds: z.record(CloudId, CloudOverlay) });

export type CloudOverlay = z.output<typeof CloudOverlay>;
export type Overlay = z.output<typeof Overlay>;
