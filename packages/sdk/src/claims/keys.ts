import * as z from 'zod';
import { SERVICES } from './services.js';
import { Source } from './source.js';

/**
 * How far data that lies there can be encrypted with keys of one's own, at best. `none`: the cloud does not encrypt it. `cloud`: it does, with
 * keys of its own, and takes no others. `managed`: the customer decides over keys that lie with the cloud. `customer`: the customer gives the
 * key with each request, and the cloud keeps none.
 */
export const KEY_HOLDERS = ['none', 'cloud', 'managed', 'customer'] as const;

/** Who can hold the keys of what services keep. What a machine encrypts inside of itself is not the cloud's. */
export const KeysFact = z.strictObject({
  services: z.array(z.enum(SERVICES)).nonempty(),
  keys: z.enum(KEY_HOLDERS),
  ...Source,
});

export type KeyHolder = (typeof KEY_HOLDERS)[number];
export type KeysFact = z.output<typeof KeysFact>;

const WORDS: Readonly<Record<KeyHolder, string>> = {
  none: 'is not encrypted by the cloud',
  cloud: 'is encrypted with keys of the cloud, which takes no others',
  managed: 'can be encrypted with keys that the customer decides over, and that lie with the cloud',
  customer: 'can be encrypted with keys that the customer alone holds',
};

/**
 * Who can hold the keys, to be read behind the name of a service.
 *
 * @example
 * `volume ${keysWords({ keys: 'none' })}`; // 'volume is not encrypted by the cloud'
 */
export function keysWords({ keys }: Pick<KeysFact, 'keys'>): string {
  return WORDS[keys];
}
