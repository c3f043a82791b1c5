import type { CloudRecord } from '../../claims/index.js';
import type { Candidate, Facts } from '../candidate.js';
import type { Finding } from '../finding.js';
import type { SettledPolicy } from '../settle.js';

/** What a rule sees. */
export interface Question {
  policy: SettledPolicy;
  candidate: Candidate;
  /** What is known of the candidate's cloud; undefined where nothing is. */
  record: CloudRecord | undefined;
  facts: Facts;
}

/** One sentence about the candidate, or several where the policy asks for several things; none where it asks for nothing of such a thing. */
export type Rule = (question: Question) => Omit<Finding, 'rule'>[];

/** How a cloud is called in explanations. */
export function titleOf({ candidate, record }: Pick<Question, 'candidate' | 'record'>): string {
  return record?.title ?? candidate.cloud;
}

/** What to do where a record lacks something. */
export const SAY_IT = 'say it in a file of claims of your own, with its source';
