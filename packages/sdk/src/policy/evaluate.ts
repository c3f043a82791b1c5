import type { Candidate, Facts } from './candidate.js';
import { exceptionFor } from './exceptions.js';
import type { Finding } from './finding.js';
import { RULES, type RuleId } from './model.js';
import { JUDGES } from './rules/index.js';
import type { SettledPolicy } from './settle.js';
import { type Verdict, worst } from './verdict.js';

/** What a policy says of one candidate. */
export interface Evaluation {
  /** The worst of what is not excepted. */
  verdict: Verdict;
  /** Whether it may be used: nothing is not met, and nothing unknown unless the policy lets it pass. */
  admitted: boolean;
  /** Each rule that the policy has for such a thing, in the order of the rules; the ones that are met too. */
  findings: readonly Finding[];
}

/**
 * Holds a candidate against a policy. The same policy, candidate, facts and day give the same answer.
 *
 * @param only rules to look at; default all of them
 * @example
 * const policy = settlePolicy({ countries: ['EU'] });
 * const candidate = { cloud: 'hetzner', service: 'server', place: { id: 'ash', country: 'US' }, price: null } as const;
 * evaluate(policy, candidate, { claims: { of: () => undefined }, today: '2026-11-26' }).verdict; // 'not-met'
 */
export function evaluate(
  policy: SettledPolicy,
  candidate: Candidate,
  facts: Facts,
  only: readonly RuleId[] = RULES,
): Evaluation {
  const question = { policy, candidate, record: facts.claims.of(candidate.cloud), facts };
  const findings = only.flatMap((rule) => {
    const exception = exceptionFor(policy, { rule, cloud: candidate.cloud }, facts.today);
    return JUDGES[rule](question).map((found): Finding => {
      const excepted = exception && found.verdict !== 'met';
      return { rule, ...found, ...(excepted ? { exception } : {}) };
    });
  });
  return concluded(policy, findings);
}

/**
 * Findings of several evaluations taken together.
 *
 * @example
 * concluded(settlePolicy({ unknown: 'warning' }), []).admitted; // true
 */
export function concluded(policy: SettledPolicy, findings: readonly Finding[]): Evaluation {
  const verdict = worst(findings.filter(({ exception }) => !exception).map((found) => found.verdict));
  return { verdict, admitted: verdict === 'met' || (verdict === 'unknown' && policy.unknown !== 'error'), findings };
}

/**
 * The findings because of which it may not be used; none where it may.
 *
 * @example
 * const policy = settlePolicy({ control: { countries: ['EU'] } });
 * const candidate = { cloud: 'somewhere', service: 'server', place: null, price: null } as const;
 * const found = evaluate(policy, candidate, { claims: { of: () => undefined }, today: '2026-11-26' });
 * objections(policy, found).map(({ because }) => because); // ['who stands behind somewhere is not known']
 */
export function objections(policy: SettledPolicy, { findings }: Pick<Evaluation, 'findings'>): Finding[] {
  return findings.filter((finding) => objects(policy, finding));
}

/**
 * Whether a finding keeps a candidate from being used.
 *
 * @example
 * objects(settlePolicy({}), { rule: 'price', verdict: 'unknown', because: 'nobody tells', evidence: [], next: [] }); // true
 */
export function objects({ unknown }: Pick<SettledPolicy, 'unknown'>, { verdict, exception }: Finding): boolean {
  return !exception && (verdict === 'not-met' || (verdict === 'unknown' && unknown === 'error'));
}
