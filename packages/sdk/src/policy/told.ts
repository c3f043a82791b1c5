import { type CloudRecord, placeFactOf, SERVICES, type Service } from '../claims/index.js';
import type { CandidatePlace } from './candidate.js';

/**
 * What a kind of the model is in the words of claims; null where it is no service.
 *
 * @example
 * serviceNamed('public_ip'); // 'public-ip'
 */
export function serviceNamed(kind: string): Service | null {
  const word = kind.replaceAll('_', '-');
  return SERVICES.find((service) => service === word) ?? null;
}

/**
 * Where a region lies that no cloud was asked for: a country says it, and so may a record; undefined where neither does.
 *
 * @example
 * toldPlace('DE', undefined); // { id: 'DE', country: 'DE' }
 */
export function toldPlace(region: string, record: CloudRecord | undefined): CandidatePlace | undefined {
  const fact = record && placeFactOf(record, region);
  if (fact?.country) return { id: region, country: fact.country };
  return /^[A-Za-z]{2}$/.test(region) ? { id: region, country: region.toUpperCase() } : undefined;
}
