import type { CloudRecord, Service } from '../claims/index.js';

/** One thing that is to stand somewhere, or stands there: all that rules look at. */
export interface Candidate {
  /** Id of the cloud as the user configured it. */
  cloud: string;
  /** What it is, in the words of claims; null for what is no service (an SSH key). */
  service: Service | null;
  /** Where it stands; null for what stands in no place in particular. */
  place: CandidatePlace | null;
  /** What it costs a month, net; null for what has no price of its own. */
  price: { perMonth: number | null; currency: string | null } | null;
  /** Whether something keeps it from being deleted; absent: nobody can tell. */
  deletionProtected?: boolean;
  /** Whether its data is encrypted with keys that the customer alone holds; absent: nobody can tell. */
  customerKeys?: boolean;
}

export interface CandidatePlace {
  /** The vendor's own id. */
  id: string;
  /** As the vendor says it, ISO 3166-1 alpha-2; null where it does not. */
  country: string | null;
  /** Wider units that it belongs to, by which a record may know it: `fr-par` of `fr-par-1`. */
  within?: readonly string[];
}

/** What rules are held against. */
export interface Facts {
  /** What is known of a cloud; a `ClaimSet` is one. */
  claims: { of(cloud: string): CloudRecord | undefined };
  /** The day to judge by, as `2026-11-26`: what has run out by then does not count. */
  today: string;
}

/** Services that keep data, so that a backup means something. */
export const KEEPS_DATA: readonly Service[] = [
  'server',
  'volume',
  'object-storage',
  'file-storage',
  'database',
  'container-registry',
  'bare-metal',
  'private-cloud',
];
