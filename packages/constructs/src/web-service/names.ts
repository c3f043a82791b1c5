import type { WebServiceCloud } from './props.js';

/** The model's rule for names, which is the strictest of the clouds'. */
export const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Id of a place among the constructs: stays the same when other places come and go. */
export function placeId({ cloud, region }: WebServiceCloud): string {
  return `${cloud}-${region}`;
}

/** `web` at `fr-par-1` → `web-fr-par-1`. The region stands in it because names must differ within an account. */
export function placeName(name: string, { region }: WebServiceCloud): string {
  return `${name}-${region.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}
