import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const security = seen('https://www.arubacloud.com/why-choose-aruba/security', '2026-11-26');
const card = seen('https://csf.hop3.abilian.com/providers/aruba-cloud.html', '2026-11-26', 'low');
const sovereignty = seen('https://www.arubacloud.com/data-sovereignty-aruba-cloud/', '2026-11-23');
const docs = 'https://github.com/Arubacloud/terraform-provider-arubacloud/blob/main';

export const aruba: CloudRecord = {
  cloud: 'aruba',
  title: 'Aruba Cloud',
  control: {
    contractingEntity: { name: 'Aruba S.p.A.', country: 'IT', ...sovereignty },
    chain: [
      {
        of: 'Aruba S.p.A.',
        entity: 'Cecconi family',
        sort: 'family',
        country: 'IT',
        share: null,
        holds: 'control',
        ...card,
        note: 'Founder- and family-controlled, private, without external non-EU investors.',
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    {
      region: 'ITBG-Bergamo',
      country: 'IT',
      city: 'Bergamo',
      ...seen(`${docs}/docs/resources/cloudserver.md`, '2026-11-26'),
      note: 'By its name.',
    },
  ],
  interfaces: [{ interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/README.md`, '2026-11-26') }],
  claims: [
    claim('iso-27001', 'self-declared', security, {
      note: 'Controls of the standard are taken up, says the page; certificates are listed elsewhere and were not read.',
    }),
  ],
};
