import type { ControlStatement } from '../claims/index.js';
import { countriesHold, countriesIn } from './countries.js';
import type { SettledPolicy } from './settle.js';

type Said = Pick<ControlStatement, 'within' | 'status'>;

/**
 * Whether what is said of a cloud's owners would do, if that word counted: all countries that it names are among those of the policy.
 *
 * @example
 * const policy = settlePolicy({ control: { countries: ['EEA'] } });
 * statementSuffices(policy, { within: ['EU'] }, '2026-11-26'); // true
 */
export function statementSuffices(
  { control }: Pick<SettledPolicy, 'control'>,
  { within }: Pick<Said, 'within'>,
  today: string,
): boolean {
  return [...countriesIn(within, today)].every((country) => countriesHold(control?.countries ?? [], country, today));
}

/**
 * Whether a policy takes that word for what is not known of a cloud's owners.
 *
 * @example
 * const policy = settlePolicy({ control: { countries: ['EEA'], statements: ['self-declared'] } });
 * statementCounts(policy, { within: ['SE'], status: 'self-declared' }, '2026-11-26'); // true
 */
export function statementCounts(policy: Pick<SettledPolicy, 'control'>, statement: Said, today: string): boolean {
  const accepted = policy.control?.statements.includes(statement.status) ?? false;
  return accepted && statementSuffices(policy, statement, today);
}
