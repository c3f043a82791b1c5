import { type CloudRecord, claimSet, type Evidence } from '../claims/index.js';
import type { Candidate, Facts } from './candidate.js';

/** The day of tests. */
export const TODAY = '2026-11-26';

/** A page of tests. */
export const page = (name: string): Evidence => ({
  evidenceUrl: `https://example.org/${name}`,
  observedOn: '2026-11-20',
  confidence: 'high',
});

const empty = { places: [], interfaces: [], claims: [] };
const company = (of: string, entity: string, country: string, share: number | null) => ({
  ...{ of, entity, sort: 'company' as const, country, share, holds: 'control' as const },
  ...page(`owners-of-${of.split(' ')[0]?.toLowerCase()}`),
});

/** Clouds that nobody sells: Swiss, of a Mexican group, of an American fund, German, and one of whom nobody knows much. */
export const RECORDS: readonly CloudRecord[] = [
  {
    ...empty,
    cloud: 'alpen',
    title: 'Alpenwolke',
    control: {
      contractingEntity: { name: 'Alpenwolke AG', country: 'CH', ...page('alpen') },
      chain: [{ ...company('Alpenwolke AG', 'Heidi Muster', 'CH', 80), sort: 'person' }],
      knownTo: 'ultimate',
    },
    places: [{ region: 'zrh', country: 'CH', city: 'Zürich', ...page('alpen-places') }],
  },
  {
    ...empty,
    cloud: 'istmo',
    title: 'Istmo Cloud',
    control: {
      contractingEntity: { name: 'Istmo Cloud GmbH', country: 'AT', ...page('istmo') },
      chain: [
        company('Istmo Cloud GmbH', 'Istmo Telekom AG', 'AT', 100),
        company('Istmo Telekom AG', 'Grupo Istmo', 'MX', 57),
      ],
      knownTo: 'ultimate',
    },
    places: [{ region: 'vie', country: 'AT', city: 'Wien', ...page('istmo-places') }],
  },
  {
    ...empty,
    cloud: 'prairie',
    title: 'Prairie',
    control: {
      contractingEntity: { name: 'Prairie Hosting GmbH', country: 'DE', ...page('prairie') },
      chain: [{ ...company('Prairie Hosting GmbH', 'Prairie Capital LP', 'US', null), sort: 'fund' }],
      knownTo: 'partial',
    },
    places: [{ region: 'muc', country: 'DE', city: 'München', ...page('prairie-places') }],
  },
  {
    cloud: 'hanse',
    title: 'Hansewolke',
    control: {
      contractingEntity: { name: 'Hansewolke GmbH', country: 'DE', ...page('hanse') },
      chain: [{ ...company('Hansewolke GmbH', 'Familie Muster', 'DE', 100), sort: 'family' }],
      knownTo: 'ultimate',
    },
    places: [{ region: 'ham', country: 'DE', city: 'Hamburg', ...page('hanse-places') }],
    interfaces: [
      { interface: 'openstack', services: ['server', 'volume'], ...page('hanse-api') },
      { interface: 's3', services: ['object-storage'], ...page('hanse-s3') },
    ],
    claims: [
      {
        ...{ scheme: 'c5', level: 'type-2', status: 'held', scope: { services: ['server'] } },
        ...{ assessedBy: 'Muster Revision', validUntil: '2026-12-31', ...page('hanse-c5') },
      },
      {
        ...{ scheme: 'iso-27001', status: 'held', scope: {}, assessedBy: 'Muster Cert', validUntil: '2026-10-31' },
        ...page('hanse-iso'),
      },
    ],
  },
  { ...empty, cloud: 'nebel', title: 'Nebel', control: null },
];

export const FACTS: Facts = { claims: claimSet(RECORDS), today: TODAY };

const COUNTRIES: Readonly<Record<string, string>> = { zrh: 'CH', vie: 'AT', muc: 'DE', ham: 'DE' };

/** A server of tests: `hanse ham`; the vendor says the country of the regions that there are. */
export function serverAt(where: string, more: Partial<Candidate> = {}): Candidate {
  const [cloud = '', place = ''] = where.split(' ');
  return {
    cloud,
    service: 'server',
    place: { id: place, country: COUNTRIES[place] ?? null },
    price: { perMonth: 10, currency: 'EUR' },
    ...more,
  };
}
