import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const own = seen('https://www.infomaniak.com/', '2026-11-23');
const card = seen('https://csf.hop3.abilian.com/providers/infomaniak.html', '2026-11-26', 'low');
const sites = {
  ...seen('https://news.infomaniak.com/it/datacenter-fondamento-indipendenza/', '2026-11-26'),
  note: 'All data centres stand in Switzerland; in which town this one is was not read.',
};
const identity = seen('https://docs.infomaniak.cloud/', '2026-11-23');

const list = {
  ...seen(
    'https://github.com/mixxor/eu-cloud-prices/blob/ec4a406ad3bad7c23d9264929719bc9852a40196/providers.json',
    '2026-11-26',
    'low',
  ),
  note: 'A list without sources of its own; the vendor’s page on certificates was not read.',
};

export const infomaniak: CloudRecord = {
  cloud: 'infomaniak',
  title: 'Infomaniak',
  control: {
    contractingEntity: { name: 'Infomaniak Network SA', country: 'CH', ...own },
    chain: [
      {
        of: 'Infomaniak Network SA',
        entity: 'Infomaniak Foundation',
        sort: 'foundation',
        country: 'CH',
        share: null,
        holds: 'control',
        ...card,
        note: 'The majority of the votes since May 2026, with blocking shares that cannot be transferred.',
      },
      {
        of: 'Infomaniak Network SA',
        entity: 'Founders and employees',
        sort: 'employees',
        country: 'CH',
        share: null,
        holds: 'minority',
        ...card,
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'dc3-a', country: 'CH', city: null, ...sites },
    { region: 'dc4-a', country: 'CH', city: null, ...sites },
  ],
  interfaces: [
    { interface: 'openstack', services: ['server', 'network', 'firewall', 'volume', 'public-ip'], ...identity },
    { interface: 's3', services: ['object-storage'], ...identity },
  ],
  claims: [claim('iso-27001', 'held', list), claim('iso-14001', 'held', list)],
};
