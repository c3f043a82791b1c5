import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const register = {
  ...seen('https://www.trusted-cloud.de/cloudservices/2667/', '2026-11-26'),
  note: 'The register of Trusted Cloud; audited every year, by whom and until when it does not say.',
};
const card = seen('https://csf.hop3.abilian.com/providers/open-telekom-cloud.html', '2026-11-26', 'low');
const leaving = seen(
  'https://www.open-telekom-cloud.com/de/support/wechsel-des-datenverarbeitungsdienstes',
  '2026-11-26',
);
const sites = seen(
  'https://github.com/terchris/sovereignsky-site/blob/main/content/datacenters/open-telekom-cloud/index.md',
  '2026-11-26',
  'low',
);
const docs = 'https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud/blob/devel/docs';

export const otc: CloudRecord = {
  cloud: 'otc',
  title: 'Open Telekom Cloud (T Cloud Public)',
  control: {
    contractingEntity: { name: 'T-Systems International GmbH', country: 'DE', ...card },
    chain: [
      {
        of: 'T-Systems International GmbH',
        entity: 'Deutsche Telekom AG',
        sort: 'company',
        country: 'DE',
        share: 100,
        holds: 'control',
        ...card,
      },
      {
        of: 'Deutsche Telekom AG',
        entity: 'Federal Republic of Germany and KfW',
        sort: 'state',
        country: 'DE',
        share: 28,
        holds: 'minority',
        ...card,
        note: 'About 28 %, the largest shareholder.',
      },
      {
        of: 'Deutsche Telekom AG',
        entity: 'Other shareholders',
        sort: 'free-float',
        country: null,
        share: 72,
        holds: 'minority',
        ...card,
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'eu-de', country: 'DE', city: 'Biere (Magdeburg)', ...sites },
    { region: 'eu-nl', country: 'NL', city: 'Amsterdam', ...sites },
    {
      region: 'eu-ch2',
      country: 'CH',
      city: null,
      ...register,
      note: 'The register names sites in Germany, the Netherlands and Switzerland; this is the Swiss one by its name.',
    },
  ],
  interfaces: [
    {
      interface: 'openstack',
      services: ['server', 'volume'],
      ...seen(`${docs}/index.md`, '2026-11-26'),
      note: 'A distribution that Huawei supplies, says the card; networks and load balancers have interfaces of their own.',
    },
    { interface: 's3', services: ['object-storage'], ...seen(`${docs}/resources/s3_bucket.md`, '2026-11-26') },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/resources/cce_cluster_v3.md`, '2026-11-26') },
  ],
  claims: [
    claim('c5', 'held', register),
    claim('iso-27001', 'held', register),
    claim('iso-27018', 'held', register),
    claim('iso-22301', 'held', register),
    claim('soc-1', 'held', register),
    claim('soc-2', 'held', register),
    claim('csa-star', 'held', register, { level: '2' }),
    claim('data-act-switching', 'self-declared', leaving, {
      note: 'Notice of 30 days, 30 days to move, traffic for it is free.',
    }),
  ],
};
