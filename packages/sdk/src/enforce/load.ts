import { type ClaimSet, loadClaims } from '../claims/index.js';
import { type Policy, settlePolicy } from '../policy/index.js';
import type { Enforced } from './rules.js';

export interface Loading {
  policy: Policy;
  /** Files of the user's own, laid over what is known. */
  overlay: string | readonly string[];
  /** Further names by which records may know a cloud: its driver. */
  otherNames(cloud: string): readonly string[];
  today(): string;
}

/** Reads a policy and what is known of clouds. */
export async function enforced({ policy, overlay, otherNames, today }: Loading): Promise<Enforced> {
  return { policy: settlePolicy(policy), claims: named(await loadClaims({ overlay }), otherNames), today };
}

/** Records by the id that the user gave a cloud, else by its driver's. */
export function named(claims: ClaimSet, otherNames: Loading['otherNames']): Pick<ClaimSet, 'of'> {
  return {
    of: (cloud) => {
      for (const name of [cloud, ...otherNames(cloud)]) {
        const record = claims.of(name);
        if (record) return record;
      }
      return undefined;
    },
  };
}
