import { type Issue, issue } from '../errors/index.js';
import type { Place, Scope } from './place.js';

/**
 * The places that `text` (a place, a wider unit, or a country) may mean, in the cloud's own order.
 *
 * @example
 * matchPlaces(places, 'DE').map(({ id }) => id); // ['fsn1', 'nbg1']
 */
export function matchPlaces(places: readonly Place[], text: string): Place[] {
  const exact = places.filter((p) => p.id === text);
  if (exact.length > 0) return exact;
  const wider = places.filter((p) => Object.values(p.scopes).includes(text));
  return wider.length > 0 ? wider : places.filter((p) => p.country === text.toUpperCase());
}

/**
 * The place that `text` means, or an issue at `region` that lists the places there are.
 *
 * @example
 * const place = resolvePlace(places, 'fsn1', 'hetzner');
 * 'severity' in place ? place.message : place.country; // 'DE'
 */
export function resolvePlace(places: readonly Place[], text: string, cloud: string): Place | Issue {
  const [first] = matchPlaces(places, text);
  if (first) return first;
  const known = places.map((p) => (p.country ? `${p.id} (${p.country})` : p.id)).join(', ');
  return issue('invalid', 'region', `${cloud} has no place "${text}"`, [`use one of ${known}, or a country of these`]);
}

/**
 * The vendor's name of `place` as a thing of `scope` sees it; things of scope `global` stand in `global`.
 *
 * @example
 * placeName(places[0]!, 'global'); // 'global'
 */
export function placeName(place: Place, scope: Scope): string {
  return scope === 'global' ? 'global' : place.scopes[scope];
}

/**
 * Whether the user's `text` covers where the thing really stands, so that neither import nor a country name is a change.
 *
 * @example
 * covers(places, 'zone', 'DE', 'fsn1'); // true
 */
export function covers(places: readonly Place[], scope: Scope, text: string, standsIn: string): boolean {
  return scope === 'global' || matchPlaces(places, text).some((p) => placeName(p, scope) === standsIn);
}
