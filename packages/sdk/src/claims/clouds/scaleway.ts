import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const security = seen('https://www.scaleway.com/en/security-and-resilience/', '2026-11-23');
const road = seen('https://www.scaleway.com/en/blog/secnumcloud-strategic-challenges/', '2026-11-26');
const press = seen(
  'https://www.lightreading.com/5g/xavier-niel-readies-for-iliad-squeeze-out/d/d-id/772423',
  '2026-11-26',
);
const card = seen('https://csf.hop3.abilian.com/providers/scaleway.html', '2026-11-26', 'low');
const guide = 'https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs';
const zones = seen(`${guide}/guides/regions_and_zones.md`, '2026-11-26');

export const scaleway: CloudRecord = {
  cloud: 'scaleway',
  title: 'Scaleway',
  control: {
    contractingEntity: { name: 'Scaleway SAS', country: 'FR', ...security },
    chain: [
      {
        of: 'Scaleway SAS',
        entity: 'iliad S.A.',
        sort: 'company',
        country: 'FR',
        share: null,
        holds: 'control',
        ...card,
      },
      {
        of: 'iliad S.A.',
        entity: 'Xavier Niel',
        sort: 'person',
        country: 'FR',
        share: 96.46,
        holds: 'control',
        ...press,
        note: 'At the end of the offer of September 2021, after which iliad left the stock market.',
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'fr-par', country: 'FR', city: 'Paris', ...zones },
    { region: 'nl-ams', country: 'NL', city: 'Amsterdam', ...zones },
    { region: 'pl-waw', country: 'PL', city: 'Warsaw', ...zones },
  ],
  interfaces: [
    { interface: 's3', services: ['object-storage'], ...seen(`${guide}/resources/object_bucket.md`, '2026-11-26') },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(`${guide}/resources/k8s_cluster.md`, '2026-11-26') },
  ],
  keys: [
    {
      services: ['volume'],
      keys: 'cloud',
      ...seen(
        'https://github.com/scaleway/docs-content/blob/59e1080f1875e589e99175c2453f9ce79aea8397/pages/block-storage/reference-content/storage-shared-responsibility-model.mdx',
        '2026-11-26',
      ),
      note: 'Scaleway encrypts the disks and manages their keys; to encrypt a volume itself is for the customer. The page is of November 2025.',
    },
    {
      services: ['object-storage'],
      keys: 'customer',
      ...seen('https://scaleway.com/en/docs/storage/object/api-cli/enable-sse-c', '2026-11-26'),
      note: 'SSE-C.',
    },
  ],
  claims: [
    claim('iso-27001', 'held', security),
    claim('hds', 'held', security, { note: 'Which services it covers was not read.' }),
    claim('secnumcloud', 'in-process', road, { assessedBy: 'ANSSI' }),
  ],
};
