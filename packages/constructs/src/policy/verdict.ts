import {
  evaluate,
  type Facts,
  type Finding,
  findingText,
  RULES,
  type RuleId,
  type SettledPolicy,
  serviceNamed,
  toldPlace,
} from '@hansa/sdk/policy';
import type { Written } from './resource.js';

/** Rules that need a place, and a price that only the plan knows. */
const OF_THE_PLACE: readonly RuleId[] = ['countries', 'backup'];

/** What the policy says of a resource, as far as it can be told before Terraform runs. */
export function verdictOn(
  { kind, cloud, region }: Written,
  policy: SettledPolicy,
  facts: Facts,
): { errors: string[]; warnings: string[] } {
  const service = serviceNamed(kind);
  const place = region === undefined ? undefined : toldPlace(region, facts.claims.of(cloud));
  const only = RULES.filter((rule) => rule !== 'price' && (place !== undefined || !OF_THE_PLACE.includes(rule)));
  // What is protected is protected by the provider, which refuses to delete it.
  const isProtected = service !== null && policy.deletionProtection?.includes(service);
  const candidate = {
    ...{ cloud, service, place: place ?? null, price: null },
    ...(isProtected && { deletionProtected: true }),
  };
  const open = evaluate(policy, candidate, facts, only).findings.filter(({ exception }) => !exception);
  const not = open.filter(({ verdict }) => verdict === 'not-met');
  const unknown = open.filter(({ verdict }) => verdict === 'unknown');
  return {
    errors: (policy.unknown === 'error' ? [...not, ...unknown] : not).map(told),
    warnings: (policy.unknown === 'warning' ? unknown : []).map(told),
  };
}

function told(finding: Finding): string {
  return `policy (${finding.rule}), ${findingText(finding)}. What to do: ${finding.next.join('; ')}`;
}
