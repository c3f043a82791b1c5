import { type CloudRecord, keysWords, SCHEMES, statementWords, statusOn } from '@hansa/sdk/claims';
import { type SettledPolicy, statementCounts } from '@hansa/sdk/policy';
import type { CloudReport, Evidence } from './schema.js';

interface Sourced {
  evidenceUrl: string;
  observedOn: string;
  confidence: Evidence['confidence'];
}

/** A page and the day on which it was read. */
export function evidenceOf({ evidenceUrl: url, observedOn, confidence }: Sourced): Evidence {
  return { url, observedOn, confidence };
}

/** What is known of a cloud, as of a day, and what of it the policy counts; of one that nobody has a record of, that nothing is known. */
export function cloudReport(
  id: string,
  record: CloudRecord | undefined,
  today: string,
  policy: SettledPolicy | null,
): CloudReport {
  const control = record?.control;
  const entity = control?.contractingEntity;
  return {
    id,
    title: record?.title ?? id,
    entity: entity ? { name: entity.name, country: entity.country, evidence: evidenceOf(entity) } : null,
    owners: (control?.chain ?? []).map((link) => {
      const { of, entity: owner, sort, country, share, holds } = link;
      return { of, entity: owner, sort, country, share, holds, evidence: evidenceOf(link) };
    }),
    ownersKnownTo: control?.knownTo ?? 'unknown',
    statements: (control?.statements ?? []).map((one) => ({
      ...{ of: one.of, within: [...one.within], status: one.status },
      says: statementWords(one, record?.title ?? id),
      note: one.note ?? null,
      counts: policy?.control ? statementCounts(policy, one, today) : null,
      evidence: evidenceOf(one),
    })),
    keys: (record?.keys ?? []).map((fact) => ({
      ...{ services: [...fact.services], keys: fact.keys, says: keysWords(fact) },
      note: fact.note ?? null,
      wantedFor: policy && fact.services.filter((service) => policy.customerKeys?.includes(service)),
      evidence: evidenceOf(fact),
    })),
    claims: (record?.claims ?? []).map((claim) => ({
      scheme: claim.scheme,
      title: SCHEMES[claim.scheme].title,
      level: claim.level ?? null,
      status: statusOn(claim, today),
      services: claim.scope.services ?? null,
      regions: claim.scope.regions ?? null,
      assessedBy: claim.assessedBy,
      validUntil: claim.validUntil,
      evidence: evidenceOf(claim),
    })),
    interfaces: (record?.interfaces ?? []).map((fact) => ({ interface: fact.interface, evidence: evidenceOf(fact) })),
  };
}
