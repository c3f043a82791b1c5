import type { Offer } from '../catalogue/index.js';
import type { Finding, Verdict } from '../policy/index.js';
import type { Total } from './total.js';

/** Where one instance goes, or could go. */
export interface Choice {
  cloud: string;
  /** The vendor's own place, as `region` takes it. */
  region: string;
  /** The vendor's own type, as `size` takes it. */
  size: string;
  /** ISO 3166-1 alpha-2; null where nobody tells. */
  country: string | null;
  offer: Offer;
  /** What the policy says; `met` where there is none. */
  verdict: Verdict;
  findings: readonly Finding[];
}

/** What stood against an offer: a requirement, the stock, or a rule of the policy (`price` for itself). */
export interface Reason {
  about: 'cloud' | 'country' | 'distance' | 'excluded' | 'size' | 'stock' | 'image' | 'price' | 'policy';
  /** What it says of the offer, to be read behind its name: `has 1 vCPU; 2 are wanted`. */
  because: string;
  /** The finding, where it is a rule of the policy. */
  finding?: Finding;
}

/** An offer that was not taken, and why. */
export interface Exclusion {
  cloud: string;
  region: string;
  size: string;
  /** One at least. */
  reasons: readonly Reason[];
}

/** Why nothing could be chosen. */
export interface Problem {
  /** One sentence, with numbers. */
  because: string;
  /** Sentences about what would have done otherwise, each for itself. */
  details: readonly string[];
  next: readonly string[];
}

/** The outcome: every offer is a choice, an alternative or excluded. */
export interface Placement {
  /** One for each instance; empty where that cannot be had. */
  choices: readonly Choice[];
  /**
   * For each choice, where its instance may be made, the best first: the choice, and what can stand in for it where it is sold out, so that the
   * instances stay as far apart as was asked for, and within the policy's total. At most eleven.
   */
  candidates: readonly (readonly Choice[])[];
  /** Everything else that would do, the best first: where to go when a choice is sold out. */
  alternatives: readonly Choice[];
  exclusions: readonly Exclusion[];
  /** What the choices cost a month together, and what of it is not known; null where there are none. */
  total: Total | null;
  /** Why there are no choices; null where there are. */
  problem: Problem | null;
}
