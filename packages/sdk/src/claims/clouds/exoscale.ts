import { type ClaimScope, claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const contract = seen('https://exoscale.com/dpa', '2026-11-26', 'high');
const model = {
  ...seen('https://community.exoscale.com/platform/compliance/shared-responsability-model', '2026-11-26'),
  note: 'Named as what Exoscale answers for; neither type nor certificate is told.',
};
const COVERED: ClaimScope = { services: ['server', 'network', 'object-storage', 'database'] };
const security = seen('https://www.exoscale.com/security/', '2026-11-23');
const matrix = seen('https://www.exoscale.ch/infrastructure/security/', '2026-11-26');
const card = seen('https://csf.hop3.abilian.com/providers/exoscale.html', '2026-11-26', 'low');
const raise = seen('https://totaltele.com/america-movil-ups-stake-in-a1-telekom-austria/', '2026-11-26');
const shares = seen('https://www.kiratas.com/a1-telekom-austria-remains-under-mexican-control/', '2026-11-26', 'low');
const sites = seen(
  'https://github.com/terchris/sovereignsky-site/blob/main/content/datacenters/exoscale/index.md',
  '2026-11-26',
  'low',
);
const docs = 'https://github.com/exoscale/terraform-provider-exoscale/blob/master/docs';

export const exoscale: CloudRecord = {
  cloud: 'exoscale',
  title: 'Exoscale',
  control: {
    contractingEntity: { name: 'Akenes SA', country: 'CH', ...contract },
    chain: [
      { of: 'Akenes SA', entity: 'A1 Digital', sort: 'company', country: 'AT', share: null, holds: 'control', ...card },
      {
        of: 'A1 Digital',
        entity: 'Telekom Austria AG',
        sort: 'company',
        country: 'AT',
        share: null,
        holds: 'control',
        ...card,
      },
      {
        of: 'Telekom Austria AG',
        entity: 'América Móvil',
        sort: 'company',
        country: 'MX',
        share: 56.55,
        holds: 'control',
        ...raise,
        note: 'July 2023; a shareholders’ agreement with ÖBAG gives it the lead.',
      },
      {
        of: 'Telekom Austria AG',
        entity: 'ÖBAG (Republic of Austria)',
        sort: 'state',
        country: 'AT',
        share: 28.42,
        holds: 'minority',
        ...shares,
        note: 'A blocking minority, and seats by the same agreement.',
      },
      {
        of: 'Telekom Austria AG',
        entity: 'Shareholders on the Vienna Stock Exchange',
        sort: 'free-float',
        country: null,
        share: null,
        holds: 'minority',
        ...shares,
      },
      {
        of: 'América Móvil',
        entity: 'Slim family',
        sort: 'family',
        country: 'MX',
        share: null,
        holds: 'control',
        ...shares,
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'ch-gva-2', country: 'CH', city: 'Geneva', ...sites },
    { region: 'ch-dk-2', country: 'CH', city: 'Zurich', ...sites },
    { region: 'de-fra-1', country: 'DE', city: 'Frankfurt', ...sites },
    { region: 'de-muc-1', country: 'DE', city: 'Munich', ...sites },
    { region: 'at-vie-1', country: 'AT', city: 'Vienna', ...sites },
    { region: 'at-vie-2', country: 'AT', city: 'Vienna', ...sites },
    { region: 'bg-sof-1', country: 'BG', city: 'Sofia', ...sites },
    {
      region: 'hr-zag-1',
      country: null,
      city: null,
      ...sites,
      note: 'The API has it; the page does not list it, and no page that says where it stands was read.',
    },
  ],
  interfaces: [
    { interface: 's3', services: ['object-storage'], ...seen(`${docs}/index.md`, '2026-11-26') },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/resources/sks_cluster.md`, '2026-11-26') },
  ],
  keys: [
    {
      services: ['server', 'volume'],
      keys: 'cloud',
      ...seen('https://community.exoscale.com/product/compute/instances/reference/encryption-at-rest/', '2026-11-26'),
      note: 'Keys of one’s own are announced.',
    },
  ],
  claims: [
    claim('iso-27001', 'held', security),
    claim('soc-2', 'self-declared', model, { scope: COVERED }),
    claim('c5', 'self-declared', model, { scope: COVERED }),
    claim('hds', 'self-declared', model, { scope: COVERED }),
    claim('csa-star', 'self-declared', matrix, { level: '1' }),
  ],
};
