/** How far a thing of some kind reaches at a cloud: in one zone, one region, a wider area, or everywhere. */
export type Scope = 'zone' | 'region' | 'area' | 'global';

/** A place where a cloud sells: its finest unit, with the wider units that it belongs to. */
export interface Place {
  /** The vendor's own id of the finest unit: `fsn1`, `fr-par-1`. */
  id: string;
  /** ISO 3166-1 alpha-2, or null where the vendor does not say. */
  country: string | null;
  city?: string;
  /** The vendor's name of the unit for each scope: `{ zone: 'fr-par-1', region: 'fr-par', area: 'fr-par' }`. */
  scopes: Record<Exclude<Scope, 'global'>, string>;
}
