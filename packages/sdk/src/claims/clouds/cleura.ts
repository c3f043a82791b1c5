import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const card = seen('https://csf.hop3.abilian.com/providers/cleura.html', '2026-11-26', 'low');
const docs = 'https://github.com/citynetwork/docs/blob/main/docs';
const regions = seen(`${docs}/howto/getting-started/accessing-cc-rest-api.md`, '2026-11-26');
const features = seen(`${docs}/reference/features/public.md`, '2026-11-26');

const list = {
  ...seen(
    'https://github.com/mixxor/eu-cloud-prices/blob/ec4a406ad3bad7c23d9264929719bc9852a40196/providers.json',
    '2026-11-26',
    'low',
  ),
  note: 'A list without sources of its own; the vendor’s page on certificates was not read.',
};

export const cleura: CloudRecord = {
  cloud: 'cleura',
  title: 'Cleura',
  control: {
    contractingEntity: { name: 'Cleura AB', country: 'SE', ...card },
    chain: [
      { of: 'Cleura AB', entity: 'Iver', sort: 'company', country: null, share: null, holds: 'control', ...card },
      {
        of: 'Iver',
        entity: 'ICG plc',
        sort: 'fund',
        country: 'GB',
        share: null,
        holds: 'control',
        ...card,
        note: 'A listed asset manager, which bought Iver in 2021.',
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'Kna1', country: 'SE', city: 'Karlskrona', ...regions },
    { region: 'Sto2', country: 'SE', city: 'Stockholm', ...regions },
    { region: 'Fra1', country: 'DE', city: 'Frankfurt', ...regions },
  ],
  interfaces: [
    {
      interface: 'openstack',
      services: ['server', 'network', 'firewall', 'volume', 'public-ip', 'load-balancer'],
      ...features,
    },
    { interface: 's3', services: ['object-storage'], ...features },
    { interface: 'swift', services: ['object-storage'], ...features },
    { interface: 'kubernetes', services: ['kubernetes'], ...features },
  ],
  keys: [
    {
      services: ['volume'],
      keys: 'managed',
      ...seen(`${docs}/howto/openstack/cinder/encrypted-volumes.md`, '2026-11-26'),
      note: 'The secret lies in the Barbican of the cloud, and the customer says who may read it.',
    },
    {
      services: ['object-storage'],
      keys: 'customer',
      ...seen(`${docs}/howto/object-storage/s3/sse-c.md`, '2026-11-26'),
      note: 'SSE-C.',
    },
  ],
  claims: [claim('iso-27001', 'held', list)],
};
