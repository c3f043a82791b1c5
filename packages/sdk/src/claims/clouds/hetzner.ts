import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const security = seen(
  'https://docs.hetzner.com/general/company-and-policy/information-security-at-hetzner/',
  '2026-11-23',
);
const sites = seen('https://docs.hetzner.com/de/general/others/data-centers-and-connection', '2026-11-26');
const zones = seen('https://docs.hetzner.com/cloud/networks/faq', '2026-11-26');
const storage = seen('https://docs.hetzner.com/storage/object-storage/faq/general', '2026-11-26');
const card = seen('https://csf.hop3.abilian.com/providers/hetzner.html', '2026-11-26', 'low');

export const hetzner: CloudRecord = {
  cloud: 'hetzner',
  title: 'Hetzner',
  control: {
    contractingEntity: { name: 'Hetzner Online GmbH', country: 'DE', ...security },
    chain: [
      {
        of: 'Hetzner Online GmbH',
        entity: 'Founder and private holders',
        sort: 'person',
        country: 'DE',
        share: null,
        holds: 'control',
        ...card,
        note: 'Privately held, founder-rooted, without external or non-EU capital, says the card; it names the founder, Martin Hetzner, and no shares.',
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'fsn1', country: 'DE', city: 'Falkenstein', ...sites },
    { region: 'nbg1', country: 'DE', city: 'Nuremberg', ...sites },
    { region: 'hel1', country: 'FI', city: 'Helsinki', ...sites },
    { region: 'ash', country: 'US', city: 'Ashburn, VA', ...zones },
    { region: 'hil', country: 'US', city: 'Hillsboro, OR', ...zones },
    { region: 'sin', country: 'SG', city: 'Singapore', ...zones },
  ],
  interfaces: [{ interface: 's3', services: ['object-storage'], ...storage }],
  keys: [
    {
      services: ['volume'],
      keys: 'none',
      ...seen('https://gitlab.com/MartinBoehmer/hc-volume-backup/-/issues/4', '2026-11-26', 'low'),
      note: 'Somebody who backs them up says so; the interface has no option for it either.',
    },
  ],
  claims: [claim('iso-27001', 'held', security)],
};
