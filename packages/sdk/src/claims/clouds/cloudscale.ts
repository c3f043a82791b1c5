import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const own = seen('https://www.cloudscale.ch/', '2026-11-23');
const sites = seen(
  'https://github.com/terchris/sovereignsky-site/blob/main/content/datacenters/cloudscale/index.md',
  '2026-11-26',
  'low',
);
const docs = 'https://github.com/cloudscale-ch/terraform-provider-cloudscale/blob/master/docs';

export const cloudscale: CloudRecord = {
  cloud: 'cloudscale',
  title: 'cloudscale.ch',
  control: {
    contractingEntity: { name: 'cloudscale.ch AG', country: 'CH', ...own },
    chain: [],
    knownTo: 'partial',
  },
  places: [
    { region: 'lpg', country: 'CH', city: 'Lupfig', ...sites },
    { region: 'rma', country: 'CH', city: 'Rümlang', ...sites },
  ],
  interfaces: [
    {
      interface: 's3',
      services: ['object-storage'],
      ...seen(`${docs}/data-sources/objects_user.md`, '2026-11-26'),
    },
  ],
  claims: [],
};
