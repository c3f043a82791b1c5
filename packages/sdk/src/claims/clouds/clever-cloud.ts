import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const compliance = seen('https://clever.cloud/solutions/compliance/', '2026-11-23');
const card = seen('https://csf.hop3.abilian.com/providers/clever-cloud.html', '2026-11-26', 'low');
const docs = 'https://github.com/CleverCloud/documentation/blob/main/content';
const zones = seen(`${docs}/doc/cli/applications/_index.md`, '2026-11-26');
const health = seen(`${docs}/changelog/2025/03-19-paris-hds.md`, '2026-11-26');
const quality = seen(`${docs}/changelog/2024/02-12-new-grahds-region.md`, '2026-11-26');

export const cleverCloud: CloudRecord = {
  cloud: 'clever-cloud',
  title: 'Clever Cloud',
  control: {
    contractingEntity: { name: 'Clever Cloud SAS', country: 'FR', ...compliance },
    chain: [
      {
        of: 'Clever Cloud SAS',
        entity: 'Founders',
        sort: 'person',
        country: 'FR',
        share: null,
        holds: 'control',
        ...card,
        note: 'Founder control, all capital European, no venture capital from elsewhere.',
      },
      {
        of: 'Clever Cloud SAS',
        entity: 'Other European holders',
        sort: 'person',
        country: null,
        share: null,
        holds: 'minority',
        ...card,
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'par', country: 'FR', city: 'Paris', ...zones },
    { region: 'parhds', country: 'FR', city: 'Paris', ...zones },
    { region: 'scw', country: 'FR', city: 'Paris', ...zones, note: 'On Scaleway.' },
    { region: 'grahds', country: 'FR', city: 'Gravelines', ...zones, note: 'On OVHcloud.' },
    { region: 'rbx', country: 'FR', city: 'Roubaix', ...zones, note: 'On OVHcloud.' },
    { region: 'rbxhds', country: 'FR', city: 'Roubaix', ...zones, note: 'On OVHcloud.' },
    { region: 'wsw', country: 'PL', city: 'Warsaw', ...zones, note: 'On OVHcloud.' },
    { region: 'ldn', country: 'GB', city: 'London', ...zones, note: 'On IONOS.' },
    { region: 'mtl', country: 'CA', city: 'Montreal', ...zones, note: 'On OVHcloud.' },
    { region: 'sgp', country: 'SG', city: 'Singapore', ...zones, note: 'On OVHcloud.' },
    { region: 'syd', country: 'AU', city: 'Sydney', ...zones, note: 'On OVHcloud.' },
  ],
  interfaces: [
    { interface: 's3', services: ['object-storage'], ...seen(`${docs}/doc/addons/cellar.md`, '2026-11-26') },
  ],
  claims: [
    claim('iso-27001', 'held', compliance),
    claim('iso-9001', 'held', quality),
    claim('hds', 'held', health, {
      scope: { regions: ['parhds', 'grahds', 'rbxhds'] },
      note: 'All six activities, under a contract of its own.',
    }),
  ],
};
