import type { ClaimSet, CloudRecord } from '@hansa/sdk/claims';
import { type Finding, type Policy, settlePolicy } from '@hansa/sdk/policy';
import { inModelWords } from '../input/model-words.js';
import type { Input, Resource } from '../input/resource.js';
import { amountsOf } from './amount.js';
import { elsewhereOf } from './candidates.js';
import { claimsFor } from './claims.js';
import { cloudReport } from './cloud.js';
import { costOf } from './cost.js';
import { placeOf } from './place.js';
import { conclusion, findingOf, judged } from './policy.js';
import { type Report, type ResourceReport, SCHEMA } from './schema.js';

export interface AssembleOptions {
  claims: ClaimSet;
  /** Whose words they are: `@hansa/report 0.1.0`. */
  generator: string;
  /** The moment of the report. */
  now: Date;
  /** Drivers of clouds that are named otherwise: `{ prod: 'hetzner' }`. */
  drivers?: Readonly<Record<string, string>>;
  /** What the user allows; the report tells what it says of each resource, and of all. Default: the plan's own; null: none. */
  policy?: Policy | null;
}

/**
 * The report over a plan or state: what is known of it, each fact with its source, and what is not.
 *
 * @example
 * const input = readInput(readFileSync('plan.json'));
 * const report = assemble(input, { claims: await loadClaims(), generator: 'mine', now: new Date() });
 * report.cost.totals; // [{ currency: 'EUR', now: 0, planned: 2.99, difference: 2.99 }]
 */
export function assemble(input: Input, { claims, generator, now, drivers = {}, ...options }: AssembleOptions): Report {
  const policy = options.policy === undefined ? (inModelWords(input.policy) as Policy | null) : options.policy;
  const settled = policy ? settlePolicy(policy) : null;
  const named = { ...input.drivers, ...drivers };
  const recordOf = (cloud: string) => claims.of(Object.hasOwn(named, cloud) ? named[cloud]! : cloud);
  const ids = [...new Set(input.resources.flatMap(cloudsOf))].sort();
  const today = now.toISOString().slice(0, 10);
  const clouds = ids.map((id) => cloudReport(id, recordOf(id), today, settled));
  const facts = { claims: { of: recordOf }, today };
  const findings: Finding[] = [];
  const resources = input.resources.map((one) => {
    const { cloud } = standing(one);
    const record = cloud === null ? undefined : recordOf(cloud);
    const found = settled ? judged(settled, facts, one, record) : [];
    const elsewhere = elsewhereOf(one, { recordOf, policy: settled, facts });
    findings.push(...found, ...elsewhere.findings);
    const { mayMoveTo } = elsewhere;
    return { ...resourceReport(one, record), mayMoveTo, policy: settled ? found.map(findingOf) : null };
  });
  return {
    schema: SCHEMA,
    generatedAt: now.toISOString(),
    generator,
    source: { from: input.from, terraformVersion: input.terraformVersion },
    resources,
    clouds,
    cost: costOf(resources),
    interruptions: resources.flatMap(({ address, disruption }) => (disruption ? [{ address, disruption }] : [])),
    policy: settled ? conclusion(settled, facts, findings, resources) : null,
    notCovered: [...input.others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => ({ type, count })),
  };
}

/** Every cloud at which it stands, or may. */
function cloudsOf(resource: Resource): string[] {
  return [standing(resource), ...(resource.elsewhere ?? [])].flatMap(({ cloud }) => cloud ?? []);
}

/** A resource as it is to be; one that goes, as it is. */
function standing({ before, after }: Resource) {
  const facts = after ?? before;
  if (!facts) throw new TypeError('a resource is there, or is to be');
  return facts;
}

function resourceReport(
  resource: Resource,
  record: CloudRecord | undefined,
): Omit<ResourceReport, 'policy' | 'mayMoveTo'> {
  const { address, kind, action, refersTo } = resource;
  const facts = standing(resource);
  const place = placeOf(facts, record);
  return {
    address,
    kind,
    name: facts.name,
    action,
    cloud: facts.cloud,
    place,
    size: facts.nativeSize,
    disruption: disruptionOf(resource),
    cost: amountsOf(resource),
    claims: claimsFor(kind, place.id, record),
    refersTo: [...refersTo],
  };
}

/** What the change interrupts. `disruption` of a state is that of the change before. */
function disruptionOf({ action, after }: Resource): string | null {
  if (action === 'replace' || action === 'delete') return action;
  if (action !== 'update') return null;
  const word = after?.disruption ?? null;
  return word === 'none' ? null : word;
}
