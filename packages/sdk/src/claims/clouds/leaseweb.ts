import { type ClaimScope, claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const trust = {
  ...seen('https://www.leaseweb.com/en/about-us/security-certifications/process', '2026-11-26'),
  note: 'By three independent audit firms, whom the page does not name.',
};
const COVERED: ClaimScope = { services: ['server', 'bare-metal', 'private-cloud', 'data-centre'] };
const card = seen('https://csf.hop3.abilian.com/providers/leaseweb.html', '2026-11-26', 'low');

const sites = {
  ...seen(
    'https://github.com/terchris/sovereignsky-site/blob/main/content/datacenters/leaseweb/index.md',
    '2026-11-26',
    'low',
  ),
  note: 'The page of December 2025; the ids are its own. It lists four of the vendor’s sites.',
};

export const leaseweb: CloudRecord = {
  cloud: 'leaseweb',
  title: 'Leaseweb',
  control: {
    contractingEntity: {
      name: 'LeaseWeb Global B.V.',
      country: 'NL',
      ...card,
      note: 'The group; customers contract with the company of their country, the one in the US included.',
    },
    chain: [
      {
        of: 'LeaseWeb Global B.V.',
        entity: 'OCOM',
        sort: 'company',
        country: 'NL',
        share: 100,
        holds: 'control',
        ...card,
      },
      { of: 'OCOM', entity: 'Dutch founders', sort: 'person', country: 'NL', share: 100, holds: 'control', ...card },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'fra-01', country: 'DE', city: 'Frankfurt', ...sites },
    { region: 'fra-10', country: 'DE', city: 'Frankfurt', ...sites },
    { region: 'fra-14', country: 'DE', city: 'Frankfurt', ...sites },
    { region: 'ams-01', country: 'NL', city: 'Amsterdam', ...sites },
  ],
  interfaces: [],
  claims: [
    claim('iso-27001', 'held', trust, { scope: COVERED }),
    claim('soc-1', 'held', trust, { scope: COVERED }),
    claim('pci-dss', 'held', trust, { scope: COVERED }),
    claim('nen-7510', 'held', trust, { scope: COVERED }),
  ],
};
