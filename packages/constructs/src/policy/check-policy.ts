import type { ClaimSet } from '@hansa/sdk/claims';
import type { Policy } from '@hansa/sdk/policy';
import { settlePolicy } from '@hansa/sdk/policy';
import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';
import { resourcesIn } from './resource.js';
import { verdictOn } from './verdict.js';

export interface PolicyCheck {
  policy: Policy;
  /** What is known of clouds: `await loadClaims()` of `@hansa/sdk/claims`, with your own files where you have any. */
  claims: Pick<ClaimSet, 'of'>;
  /** Names by which claims may know a cloud that you call otherwise: `{ production: 'hetzner' }`. */
  drivers?: Readonly<Record<string, string>>;
  /** The day to judge by, as `2026-11-26`. Default: today. */
  today?: string;
}

/**
 * Holds every Hansa resource below `scope` against a policy at synthesis: what breaks it is an error there, with who, where from and what to
 * do, before any Terraform runs. It is the engine of the provider; what only a cloud knows (where a vendor's own region lies that no record
 * names, a price, a value of Terraform's) is left to the plan.
 *
 * @throws CloudError `invalid` at once, at a rule of the policy that is none
 * @example
 * const policy: Policy = { preset: 'eea-only' };
 * new HansaProvider(stack, 'hansa', { policy });
 * checkPolicy(stack, { policy, claims: await loadClaims() });
 */
export function checkPolicy(scope: Construct, { policy, claims, drivers = {}, today }: PolicyCheck): void {
  const settled = settlePolicy(policy);
  const day = today ?? new Date().toISOString().slice(0, 10);
  const of = (cloud: string) =>
    claims.of(cloud) ?? (drivers[cloud] === undefined ? undefined : claims.of(drivers[cloud]));
  const told = new Set<string>();
  scope.node.addValidation({
    validate: () => {
      const errors = resourcesIn(scope).flatMap((resource) => {
        const { errors, warnings } = verdictOn(resource, settled, { claims: { of }, today: day });
        // An app may be synthesized more than once, and constructs keep their annotations.
        for (const warning of warnings.filter((one) => !told.has(`${resource.path} ${one}`))) {
          told.add(`${resource.path} ${warning}`);
          Annotations.of(resource.construct).addWarning(warning);
        }
        return errors.map((error) => `${resource.path}: ${error}`);
      });
      // Several candidates of one resource may break it in the same way.
      return [...new Set(errors)];
    },
  });
}
