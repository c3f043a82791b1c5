import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const terms = seen('https://gridscale.io/en/agb/', '2026-11-26', 'high');
const centre = seen('https://gridscale.io/en/data-security-center/', '2026-11-26');
const docs = 'https://github.com/gridscale/terraform-provider-gridscale/blob/master/website/docs';

const sites = {
  ...seen(
    'https://github.com/terchris/sovereignsky-site/blob/main/content/datacenters/gridscale/index.md',
    '2026-11-26',
    'low',
  ),
  note: 'The page of December 2025; the ids are its own.',
};

export const gridscale: CloudRecord = {
  cloud: 'gridscale',
  title: 'gridscale',
  control: {
    contractingEntity: { name: 'gridscale GmbH', country: 'DE', ...terms },
    chain: [],
    knownTo: 'partial',
  },
  places: [
    { region: 'de-fra1', country: 'DE', city: 'Frankfurt', ...sites },
    { region: 'de-fra2', country: 'DE', city: 'Frankfurt', ...sites },
    { region: 'de-fra3', country: 'DE', city: 'Frankfurt', ...sites },
    { region: 'de-ehz1', country: 'DE', city: 'Eichenzell', ...sites },
    { region: 'de-han1', country: 'DE', city: 'Hannover', ...sites },
  ],
  interfaces: [{ interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/d/k8s.html.md`, '2026-11-26') }],
  claims: [
    claim('iso-27001', 'held', centre, { note: 'The certificate is linked there; its dates were not read.' }),
    claim('iso-27018', 'held', centre, { note: 'The certificate is linked there; its dates were not read.' }),
  ],
};
