import type { ClaimSet } from '../claims/index.js';
import type { Issue } from '../errors/index.js';
import {
  type Cost,
  evaluate,
  evaluateTotal,
  exceptionFor,
  type Facts,
  type Finding,
  RULES,
  type SettledPolicy,
  serviceNamed,
} from '../policy/index.js';
import type { Ruled, Rules } from '../runtime/rules.js';
import { candidateOf } from './candidate.js';
import { findingIssue } from './finding-issue.js';

/** What rules are made of. */
export interface Enforced {
  policy: SettledPolicy;
  claims: Pick<ClaimSet, 'of'>;
  /** The day, as `2026-11-26`. */
  today(): string;
}

/** Rules that cannot be decided before it is known where a thing stands. */
const OF_THE_PLACE = ['countries', 'backup'];

/** A policy as the runtime asks for it. */
export function rulesOf({ policy, claims, today }: Enforced): Rules {
  return {
    judge: async (thing) => {
      const facts: Facts = { claims, today: today() };
      return judged(thing, policy, facts).flatMap((finding) => findingIssue(finding, policy, thing) ?? []);
    },
    keep: async (cloud, kind) => {
      const service = serviceNamed(kind.name);
      const asked = service !== null && policy.deletionProtection?.includes(service);
      if (!asked || exceptionFor(policy, { rule: 'deletion-protection', cloud }, today())) return [];
      return [kept(service)];
    },
  };
}

function judged(thing: Ruled, policy: SettledPolicy, facts: Facts): Finding[] {
  const { candidate, placed } = candidateOf(thing, policy, facts.claims.of(thing.cloud));
  const only = RULES.filter((rule) => placed || !OF_THE_PLACE.includes(rule));
  const { findings } = evaluate(policy, candidate, facts, only);
  // Before a cloud was asked, what is not known may only be not known yet.
  return thing.place === undefined ? findings.filter(({ verdict }) => verdict === 'not-met') : [...findings];
}

function kept(service: string): Issue {
  return {
    severity: 'error',
    code: 'policy-violated',
    attribute: [],
    message: `the policy protects every ${service} from being deleted or made anew (deletion-protection)`,
    next: ['leave it as it is', 'or add an exception with its reason: { rule = "deletion-protection", because = "…" }'],
  };
}

/** What the policy says of all resources together. */
export function totalIssues({ policy, today }: Enforced, costs: readonly Cost[]): Issue[] {
  const finding = evaluateTotal(policy, costs, today());
  if (!finding || finding.verdict === 'met' || (finding.verdict === 'unknown' && policy.unknown === 'allow')) return [];
  const isError = finding.verdict === 'not-met' || policy.unknown === 'error';
  const words = finding.verdict === 'not-met' ? 'the policy is not met' : 'whether the policy is met is not known';
  return [
    {
      severity: isError ? 'error' : 'warning',
      code: 'policy-violated',
      attribute: [],
      message: `${words} (price): ${finding.because}`,
      next: finding.next,
    },
  ];
}
