import { type CloudRecord, SERVICES, type Service } from '@hansa/sdk/claims';
import {
  type Candidate,
  type Cost,
  concluded,
  evaluate,
  evaluateTotal,
  type Finding as Found,
  type Facts as PolicyFacts,
  type SettledPolicy,
} from '@hansa/sdk/policy';
import type { Facts } from '../input/resource.js';
import { evidenceOf } from './cloud.js';
import { countryAsked, factOf, standsIn, unitsOf } from './place.js';
import type { Finding, Report, ResourceReport } from './schema.js';

/** What a policy says of a thing as it is to be; nothing of what goes, or stands at a cloud that is not known yet. */
export function judged(
  policy: SettledPolicy,
  facts: PolicyFacts,
  { kind, after }: { kind: string; after: Facts | null },
  record: CloudRecord | undefined,
): Found[] {
  if (!after || after.cloud === null) return [];
  return [...evaluate(policy, candidateOf(kind, after.cloud, after, record), facts).findings];
}

/** What it says of everything, and of all prices together. */
export function conclusion(
  policy: SettledPolicy,
  { today }: PolicyFacts,
  findings: readonly Found[],
  resources: readonly ResourceReport[],
): NonNullable<Report['policy']> {
  const costs = resources.flatMap(({ cloud, cost: { planned } }): Cost[] =>
    cloud === null || planned.state === 'absent' || planned.state === 'unpriced'
      ? []
      : [{ cloud, perMonth: planned.perMonth, currency: planned.currency }],
  );
  const total = evaluateTotal(policy, costs, today);
  const { verdict, admitted } = concluded(policy, [...findings, ...(total ? [total] : [])]);
  return { verdict, admitted, together: total ? [findingOf(total)] : [] };
}

/** A finding as the report tells it. */
export function findingOf({ rule, verdict, because, evidence, next, exception }: Found): Finding {
  return {
    rule,
    verdict,
    because,
    evidence: evidence.map(evidenceOf),
    next: [...next],
    accepted: exception?.because ?? null,
  };
}

function candidateOf(kind: string, cloud: string, facts: Facts, record: CloudRecord | undefined): Candidate {
  const { pricePerMonth: perMonth, priceCurrency: currency } = facts;
  const service = kind.replaceAll('_', '-') as Service;
  const id = standsIn(facts);
  const country = (id === null ? undefined : factOf(id, record)?.country) ?? countryAsked(facts);
  return {
    cloud,
    service: SERVICES.includes(service) ? service : null,
    place: id === null ? null : { id, country, within: unitsOf(id) },
    price: perMonth === null && currency === null ? null : { perMonth, currency },
  };
}
