/** A place at a cloud where a thing may be made, with what else is said of it there: a server's `size`. */
export interface Spot {
  cloud: string;
  /** The vendor's own place, or a country. */
  region: string;
  size?: string | null;
}
