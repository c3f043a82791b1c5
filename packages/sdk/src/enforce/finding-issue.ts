import type { Issue } from '../errors/index.js';
import type { Attributes } from '../kinds/model/index.js';
import type { Finding, RuleId, SettledPolicy } from '../policy/index.js';
import type { Ruled } from '../runtime/rules.js';

/** What of a thing a rule is about. A cloud is no attribute of the model: who has one (Terraform) finds it by this name. */
const ABOUT: Readonly<Record<Exclude<RuleId, 'price'>, readonly string[]>> = {
  countries: ['region'],
  control: ['cloud'],
  certifications: ['cloud'],
  interfaces: ['cloud'],
  backup: ['cloud'],
  'deletion-protection': [],
  'customer-keys': [],
};

/** A finding as an issue at the attribute to blame; undefined where it is nothing to tell. */
export function findingIssue(
  finding: Finding,
  { unknown }: Pick<SettledPolicy, 'unknown'>,
  { kind, spec, stands, repriced }: Pick<Ruled, 'kind' | 'spec' | 'stands' | 'repriced'>,
): Issue | undefined {
  const { rule, verdict, because, evidence, exception } = finding;
  if (verdict === 'met' || exception || (verdict === 'unknown' && unknown === 'allow')) return undefined;
  const decided = !stands || (rule === 'price' && repriced);
  const isError = decided && (verdict === 'not-met' || unknown === 'error');
  const words = verdict === 'not-met' ? 'the policy is not met' : 'whether the policy is met is not known';
  const sources = [
    ...new Set(evidence.map(({ evidenceUrl, observedOn }) => `see ${evidenceUrl} (read ${observedOn})`)),
  ];
  return {
    severity: isError ? 'error' : 'warning',
    code: 'policy-violated',
    attribute: rule === 'price' ? priceAttribute(kind.attributes, spec) : ABOUT[rule],
    message: `${words} (${rule})${decided ? '' : ' by what stands already'}: ${because}`,
    next: [...finding.next, ...sources],
  };
}

/** What the user wrote of which the price follows: the words that can be changed. */
function priceAttribute(attributes: Attributes, spec: Ruled['spec']): string[] {
  const written = attributes['pricePerMonth']?.follows?.find((name) => spec[name] !== undefined && spec[name] !== null);
  return written === undefined ? [] : [written];
}
