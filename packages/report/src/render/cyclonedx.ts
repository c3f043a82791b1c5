import { randomUUID } from 'node:crypto';
import { SERVICES } from '@hansa/sdk/claims';
import type { CloudReport, Report, ResourceReport } from '../model/schema.js';

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
  const cloud = report.clouds.find(({ id }) => id === one.cloud);
  const { now, planned } = one.cost;
  const cost = one.action === 'delete' ? now : planned;
  return {
    'bom-ref': one.address,
    ...(cloud ? { provider: providerOf(cloud) } : {}),
    group: one.kind,
    name: one.name ?? one.address,
    data: flowsOf(one, refs),
    externalReferences: [
      ...one.claims.flatMap((i) => {
        const claim = cloud?.claims[i];
        const comment =
          claim &&
          `${claim.title}${claim.level ? ` ${claim.level}` : ''}: ${claim.status}, read ${claim.evidence.observedOn}`;
        return claim ? [{ type: 'certification-report', url: claim.evidence.url, comment }] : [];
      }),
      ...(one.place.evidence
        ? [
            {
              type: 'evidence',
              url: one.place.evidence.url,
              comment: `country of the place, read ${one.place.evidence.observedOn}`,
            },
          ]
        : []),
    ],
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
      'hansa:policy': one.policy && worst(one.policy.map(({ verdict }) => verdict)),
    }),
  };
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

function worst(verdicts: readonly string[]): string {
  return ['not-met', 'unknown'].find((one) => verdicts.includes(one)) ?? 'met';
}

/** What is not known is left out. */
function properties(values: Readonly<Record<string, string | null>>): Json[] {
  return Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
