import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const trust = seen('https://elastx.se/en/trust-center', '2026-11-26');
const docs = 'https://github.com/elastx/elx-docs/blob/main/content/en/docs';
const overview = seen(`${docs}/openstack-iaas/overview.md`, '2026-11-26');

export const elastx: CloudRecord = {
  cloud: 'elastx',
  title: 'Elastx',
  control: {
    contractingEntity: { name: 'Elastx AB', country: 'SE', ...trust },
    chain: [],
    knownTo: 'partial',
    statements: [
      {
        of: 'Elastx AB',
        within: ['SE'],
        status: 'self-declared',
        ...trust,
        note: 'Swedish-owned, says the page; it names nobody.',
      },
    ],
  },
  places: [{ region: 'se-sto', country: 'SE', city: 'Stockholm', ...overview }],
  interfaces: [
    {
      interface: 'openstack',
      services: ['server', 'network', 'firewall', 'volume', 'public-ip', 'load-balancer'],
      ...overview,
    },
    { interface: 'swift', services: ['object-storage'], ...overview },
    {
      interface: 's3',
      services: ['object-storage'],
      ...seen(`${docs}/openstack-iaas/guides/s3_compatibility.md`, '2026-11-26'),
    },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/kubernetes/overview.md`, '2026-11-26') },
  ],
  keys: [
    {
      services: ['server', 'volume', 'object-storage'],
      keys: 'cloud',
      ...seen(`${docs}/openstack-iaas/announcement.md`, '2026-11-26'),
      note: 'All storage is encrypted at rest, volumes in hardware; types of volumes with encryption of their own are legacy.',
    },
  ],
  claims: [
    claim('iso-27001', 'held', trust, {
      note: 'With regular independent audits; by whom and until when the page does not say.',
    }),
    claim('iso-27017', 'held', trust),
    claim('iso-27018', 'held', trust),
    claim('iso-14001', 'held', trust),
    claim('data-act-switching', 'self-declared', seen('https://elastx.se/en/trust-center?tag=nis2', '2026-11-26')),
  ],
};
