import { randomUUID } from 'node:crypto';
import { SERVICES } from '@hansa/sdk/claims';
import { worst } from '@hansa/sdk/policy';
import type { CandidateReport, CloudReport, Report, ResourceReport } from '../model/schema.js';

type Json = Record<string, unknown>;

/**
 * A report as a CycloneDX 1.6 bill of materials: each resource a service of its provider, with the flow of data between them, and its
 * evidence as references. What is no service (an SSH key) is left out.
 *
 * @example
 * toCycloneDx(report)['bomFormat']; // 'CycloneDX'
 */
export function toCycloneDx(report: Report): Json {
  const services = report.resources.filter(isService);
  const refs = new Map(services.map(({ address }) => [keyless(address), address]));
  const [name = 'hansa', version = ''] = report.generator.split(' ');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: {
      timestamp: report.generatedAt,
      tools: { components: [{ type: 'application', name, version }] },
      properties: properties({ 'hansa:source': report.source.from, 'hansa:schema': report.schema }),
    },
    services: services.map((one) => serviceOf(one, report, refs)),
    dependencies: services.map((one) => {
      const dependsOn = targets(one, refs);
      return { ref: one.address, ...(dependsOn.length > 0 ? { dependsOn } : {}) };
    }),
  };
}

function serviceOf(one: ResourceReport, report: Report, refs: ReadonlyMap<string, string>): Json {
  const cloud = cloudOf(one.cloud, report.clouds);
  const { now, planned } = one.cost;
  const cost = one.action === 'delete' ? now : planned;
  return {
    'bom-ref': one.address,
    ...(cloud ? { provider: providerOf(cloud) } : {}),
    group: one.kind,
    name: one.name ?? one.address,
    data: flowsOf(one, refs),
    externalReferences: referencesOf(one, cloud, report),
    properties: properties({
      'hansa:cloud': one.cloud,
      'hansa:action': one.action,
      'hansa:place': one.place.id,
      'hansa:country': one.place.country,
      'hansa:size': one.size,
      'hansa:disruption': one.disruption,
      'hansa:cost': cost.state,
      'hansa:costPerMonth': cost.perMonth === null ? null : String(cost.perMonth),
      'hansa:currency': cost.currency,
      'hansa:control': cloud ? cloud.ownersKnownTo : null,
      'hansa:statement': (cloud?.statements ?? []).map(({ says, counts }) => `${says}${takenWords(counts)}`),
      'hansa:keys': keysOf(one.kind, cloud).map(({ keys }) => keys),
      'hansa:policy':
        one.policy &&
        worst([one, ...(one.mayMoveTo ?? [])].flatMap(({ policy }) => (policy ?? []).map(({ verdict }) => verdict))),
      'hansa:mayMoveTo': one.mayMoveTo?.map((other) => elsewhere(other, report)) ?? 'known after the apply',
    }),
  };
}

/** Where something may stand in place of that, in one line: cloud, place and size; with whom the contract is; the country; what the policy says. */
function elsewhere({ cloud: id, place, size, verdict }: CandidateReport, { clouds }: Report): string {
  const { entity } = cloudOf(id, clouds) ?? {};
  return [
    [id ?? 'not known yet', place.id, size].filter((word) => word !== null).join(' '),
    entity ? `${entity.name} (${entity.country})` : 'entity unknown',
    place.country ?? 'country unknown',
    ...(verdict === null ? [] : [`policy: ${verdict}`]),
  ].join('; ');
}

/** The pages behind what is said of it: where it is planned, and then at each place to which it may move. */
function referencesOf(one: ResourceReport, cloud: CloudReport | undefined, { clouds }: Report): Json[] {
  const here = [
    ...pagesOf(one, cloud, ''),
    ...(cloud?.statements ?? []).map(({ says, counts, evidence }) =>
      evidenceOf(evidence, `who controls it: ${says}${takenWords(counts)}`),
    ),
    ...keysOf(one.kind, cloud).map(({ says, evidence }) =>
      evidenceOf(evidence, `who can hold its keys: ${one.kind.replaceAll('_', ' ')} ${says}`),
    ),
  ];
  const there = (one.mayMoveTo ?? []).flatMap((other) =>
    pagesOf(other, cloudOf(other.cloud, clouds), `if it moves to ${other.cloud} ${other.place.id}: `),
  );
  return [...here, ...there];
}

function pagesOf(
  { claims, place }: Pick<CandidateReport, 'claims' | 'place'>,
  cloud: CloudReport | undefined,
  when: string,
): Json[] {
  const certificates = claims.flatMap((i) => {
    const claim = cloud?.claims[i];
    if (!claim) return [];
    const { title, level, status, evidence } = claim;
    const comment = `${when}${title}${level ? ` ${level}` : ''}: ${status}, read ${evidence.observedOn}`;
    return [{ type: 'certification-report', url: evidence.url, comment }];
  });
  return [...certificates, ...(place.evidence ? [evidenceOf(place.evidence, `${when}country of the place`)] : [])];
}

function evidenceOf({ url, observedOn }: { url: string; observedOn: string }, what: string): Json {
  return { type: 'evidence', url, comment: `${what}, read ${observedOn}` };
}

function cloudOf(id: string | null, clouds: readonly CloudReport[]): CloudReport | undefined {
  return clouds.find((one) => one.id === id);
}

/** What is known of the keys of such a thing. */
function keysOf(kind: string, cloud: CloudReport | undefined): CloudReport['keys'] {
  return (cloud?.keys ?? []).filter(({ services }) => services.includes(kind.replaceAll('_', '-')));
}

function takenWords(counts: boolean | null): string {
  return counts === null ? '' : counts ? ' (the policy takes that word)' : ' (the policy does not take that word)';
}

function providerOf({ title, entity }: CloudReport): Json {
  return entity
    ? { name: entity.name, address: { country: entity.country }, url: [entity.evidence.url] }
    : { name: title };
}

/** Between what refers to each other data flows both ways; what kind of data, no plan says. */
function flowsOf(one: ResourceReport, refs: ReadonlyMap<string, string>): Json[] {
  const destinations = targets(one, refs);
  if (destinations.length === 0) return [{ flow: 'unknown', classification: 'unknown' }];
  return destinations.map((address) => ({
    flow: 'bi-directional',
    classification: 'unknown',
    source: [reference(one.address)],
    destination: [reference(address)],
  }));
}

function targets({ address, refersTo }: ResourceReport, refs: ReadonlyMap<string, string>): string[] {
  const found = refersTo.flatMap((name) => refs.get(name) ?? []);
  return [...new Set(found)].filter((name) => name !== address).sort();
}

/** A `bom-ref` where a reference to a resource is wanted: addresses have brackets and quotes, which such a reference may not. */
const reference = (address: string) => `#${encodeURIComponent(address)}`;
const keyless = (address: string) => address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');

function isService({ kind }: ResourceReport): boolean {
  return (SERVICES as readonly string[]).includes(kind.replaceAll('_', '-'));
}

/** What is not known is left out; of what is several the name stands several times, as CycloneDX has it. */
function properties(values: Readonly<Record<string, string | readonly string[] | null>>): Json[] {
  return Object.entries(values).flatMap(([name, value]) => [value ?? []].flat().map((one) => ({ name, value: one })));
}
