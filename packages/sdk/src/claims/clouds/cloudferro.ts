import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const audits = {
  ...seen('https://www.emerald-he.eu/pilot-2-description-cloudferros-role-in-emerald/', '2026-11-26'),
  note: 'An audit each year, says its compliance manager; by whom and of which type is not told.',
};
const own = seen('https://cloudferro.com/', '2026-11-23');
const regional = {
  ...seen('https://docs.cloudferro.com/', '2026-11-26', 'low'),
  note: 'By the town that the name begins with: Warsaw, Frankfurt, Łódź.',
};
const docs = 'https://github.com/CloudFerro/terraform-provider-cloudferro/blob/main/docs/index.md';

export const cloudferro: CloudRecord = {
  cloud: 'cloudferro',
  title: 'CloudFerro',
  control: {
    contractingEntity: { name: 'CloudFerro S.A.', country: 'PL', ...own },
    chain: [],
    knownTo: 'partial',
  },
  places: [
    { region: 'WAW3-1', country: 'PL', city: 'Warsaw', ...regional },
    { region: 'WAW3-2', country: 'PL', city: 'Warsaw', ...regional },
    { region: 'WAW4-1', country: 'PL', city: 'Warsaw', ...regional },
    { region: 'LCJ1-1', country: 'PL', city: 'Łódź', ...regional },
    { region: 'FRA1-2', country: 'DE', city: 'Frankfurt', ...regional },
    { region: 'FRA1-3', country: 'DE', city: 'Frankfurt', ...regional },
  ],
  interfaces: [
    {
      interface: 'openstack',
      services: ['server', 'network', 'firewall', 'volume', 'public-ip'],
      ...seen('https://docs.cloudferro.com/', '2026-11-26'),
    },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(docs, '2026-11-26') },
  ],
  claims: [
    claim('iso-27001', 'held', audits),
    claim('it-grundschutz', 'held', audits, { note: `BSI 200-1. ${audits.note}` }),
    claim('c5', 'held', audits),
  ],
};
