import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const terms = seen('https://contabo.com/en-us/legal/terms-and-conditions', '2026-11-26', 'high');
const card = seen('https://csf.hop3.abilian.com/providers/contabo.html', '2026-11-26', 'low');

const sites = {
  ...seen(
    'https://github.com/terchris/sovereignsky-site/blob/main/content/datacenters/contabo/index.md',
    '2026-11-26',
    'low',
  ),
  note: 'The page of December 2025; the ids are its own.',
};

export const contabo: CloudRecord = {
  cloud: 'contabo',
  title: 'Contabo',
  control: {
    contractingEntity: { name: 'Contabo GmbH', country: 'DE', ...terms },
    chain: [
      {
        of: 'Contabo GmbH',
        entity: 'KKR & Co. Inc.',
        sort: 'company',
        country: 'US',
        share: null,
        holds: 'control',
        ...card,
        note: 'Majority since June 2022; the card does not say how much.',
      },
      {
        of: 'Contabo GmbH',
        entity: 'Oakley Capital',
        sort: 'fund',
        country: 'GB',
        share: null,
        holds: 'minority',
        ...card,
      },
    ],
    knownTo: 'partial',
  },
  places: [
    { region: 'de-muc', country: 'DE', city: 'Munich', ...sites },
    { region: 'de-nue', country: 'DE', city: 'Nuremberg', ...sites },
    { region: 'gb-por', country: 'GB', city: 'Portsmouth', ...sites },
    { region: 'sg-sin', country: 'SG', city: 'Singapore', ...sites },
    { region: 'us-nyc', country: 'US', city: 'New York', ...sites },
    { region: 'us-sea', country: 'US', city: 'Seattle', ...sites },
    { region: 'us-stl', country: 'US', city: 'St. Louis', ...sites },
  ],
  interfaces: [],
  claims: [],
};
