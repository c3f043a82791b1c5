import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const description = seen('https://stackit.com/en/gtc/service-description', '2026-11-26', 'high');
const card = seen('https://csf.hop3.abilian.com/providers/stackit.html', '2026-11-26', 'low');
const docs = 'https://github.com/stackitcloud/terraform-provider-stackit/blob/main/docs';

export const stackit: CloudRecord = {
  cloud: 'stackit',
  title: 'STACKIT',
  control: {
    contractingEntity: { name: 'Schwarz Digits Cloud GmbH & Co. KG', country: 'DE', ...description },
    chain: [
      {
        of: 'Schwarz Digits Cloud GmbH & Co. KG',
        entity: 'Schwarz Group',
        sort: 'company',
        country: 'DE',
        share: 100,
        holds: 'control',
        ...card,
      },
      {
        of: 'Schwarz Group',
        entity: 'Schwarz family',
        sort: 'family',
        country: 'DE',
        share: null,
        holds: 'control',
        ...card,
        note: 'Privately held by the family group, which rules a flotation out.',
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    {
      region: 'eu01',
      country: 'DE',
      city: null,
      ...description,
      note: 'The data centres stand in Germany, others may follow.',
    },
    {
      region: 'eu02',
      country: null,
      city: null,
      ...card,
      note: 'The card says that the sites are in Germany and Austria, not which region stands where.',
    },
  ],
  interfaces: [
    {
      interface: 's3',
      services: ['object-storage'],
      ...seen(`${docs}/guides/aws_provider_s3_stackit.md`, '2026-11-26'),
    },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/resources/ske_cluster.md`, '2026-11-26') },
  ],
  claims: [
    claim('iso-27001', 'self-declared', description, {
      note: 'Services "based on" the standard, data centres operated in compliance with it; a certificate is not named.',
    }),
    claim('iso-20000-1', 'self-declared', description, { scope: { services: ['data-centre'] } }),
  ],
};
