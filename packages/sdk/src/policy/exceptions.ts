import type { PolicyException, RuleId } from './model.js';
import type { SettledPolicy } from './settle.js';

/** What an exception may be for. */
export interface Excused {
  rule: RuleId;
  cloud: string;
  /** Of the rule `control`: a holder. Absent: the rule as a whole. */
  entity?: string;
}

/**
 * The exception that the policy makes on a day; undefined where it makes none.
 *
 * @example
 * const policy = settlePolicy({ exceptions: [{ rule: 'control', cloud: 'exoscale', because: 'board decision 12' }] });
 * exceptionFor(policy, { rule: 'control', cloud: 'exoscale' }, '2026-11-26')?.because; // 'board decision 12'
 */
export function exceptionFor(
  { exceptions = [] }: SettledPolicy,
  { rule, cloud, entity }: Excused,
  today: string,
): PolicyException | undefined {
  return exceptions.find(
    (one) =>
      one.rule === rule &&
      (one.cloud === undefined || one.cloud === cloud) &&
      one.entity === entity &&
      (one.until === undefined || one.until >= today),
  );
}
