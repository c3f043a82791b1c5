import type { CloudRecord } from '@hansa/sdk/claims';
import { concluded, type Finding, type Facts as PolicyFacts, type SettledPolicy } from '@hansa/sdk/policy';
import type { Facts, Resource } from '../input/resource.js';
import { amountOf } from './amount.js';
import { claimsFor } from './claims.js';
import { placeOf } from './place.js';
import { findingOf, judged } from './policy.js';
import type { CandidateReport } from './schema.js';

interface Known {
  recordOf(cloud: string): CloudRecord | undefined;
  policy: SettledPolicy | null;
  facts: PolicyFacts;
}

/** Where a thing may stand in place of where it is planned, and all that the policy says of it there. */
export function elsewhereOf(
  { kind, elsewhere }: Pick<Resource, 'kind' | 'elsewhere'>,
  known: Known,
): { mayMoveTo: CandidateReport[] | null; findings: Finding[] } {
  const all = (elsewhere ?? []).map((facts) => candidateReport(kind, facts, known));
  return {
    mayMoveTo: elsewhere && all.map(({ report }) => report),
    findings: all.flatMap(({ findings }) => findings),
  };
}

function candidateReport(
  kind: string,
  after: Facts,
  { recordOf, policy, facts }: Known,
): { report: CandidateReport; findings: Finding[] } {
  const { cloud, nativeSize: size } = after;
  const record = cloud === null ? undefined : recordOf(cloud);
  const findings = policy ? judged(policy, facts, { kind, after }, record) : [];
  const place = placeOf(after, record);
  const report = {
    ...{ cloud, place, size, cost: amountOf(kind, after), claims: claimsFor(kind, place.id, record) },
    policy: policy && findings.map(findingOf),
    verdict: policy && cloud !== null ? concluded(policy, findings).verdict : null,
  };
  return { report, findings };
}
