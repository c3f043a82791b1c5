import { type CloudRecord, SERVICES, type Service } from '@hansa/sdk/claims';
import {
  type Candidate,
  type Cost,
  concluded,
  evaluate,
  type Finding as Found,
  type Facts as PolicyFacts,
  type SettledPolicy,
  worst,
} from '@hansa/sdk/policy';
import type { Facts } from '../input/resource.js';
import { evidenceOf } from './cloud.js';
import { countryAsked, factOf, standsIn, unitsOf } from './place.js';
import type { Finding, Report, ResourceReport } from './schema.js';
import { evaluateTotalAtMost } from './total.js';

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
  const total = evaluateTotalAtMost(policy, resources.map(waysOf), today);
  const { verdict, admitted } = concluded(policy, [...findings, ...(total ? [total] : [])]);
  const unjudged = resources.filter(isOpen).map(({ address }) => address);
  const open = unjudged.length > 0;
  return {
    verdict: open ? worst([verdict, 'unknown']) : verdict,
    admitted: admitted && !(open && policy.unknown === 'error'),
    unjudged,
    together: total ? [findingOf(total)] : [],
  };
}

/** Nobody can say yet of which cloud it will be. */
function isOpen({ action, cloud, mayMoveTo }: ResourceReport): boolean {
  return action !== 'delete' && [cloud, ...(mayMoveTo ?? []).map((one) => one.cloud)].includes(null);
}

/** What one thing may cost: where it is planned, and at each of its other candidates. Nothing of what has no price. */
function waysOf({ cloud, cost, mayMoveTo }: ResourceReport): Cost[] {
  const ways = [{ cloud, planned: cost.planned }, ...(mayMoveTo ?? []).map((one) => ({ ...one, planned: one.cost }))];
  return ways.flatMap(({ cloud: at, planned: { state, perMonth, currency } }) =>
    at === null || state === 'absent' || state === 'unpriced' ? [] : [{ cloud: at, perMonth, currency }],
  );
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
