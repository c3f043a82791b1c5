import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const terms = seen('https://contabo.com/en-us/legal/terms-and-conditions', '2026-11-26', 'high');
const card = seen('https://csf.hop3.abilian.com/providers/contabo.html', '2026-11-26', 'low');

export const contabo: CloudRecord = {
  cloud: 'contabo',
  title: 'Contabo',
  control: {
    contractingEntity: { name: 'Contabo GmbH', country: 'DE', ...terms },
    chain: [
      {
        of: 'Contabo GmbH',
        entity: 'KKR & Co. Inc.',
        sort: 'company',
        country: 'US',
        share: null,
        holds: 'control',
        ...card,
        note: 'Majority since June 2022; the card does not say how much.',
      },
      {
        of: 'Contabo GmbH',
        entity: 'Oakley Capital',
        sort: 'fund',
        country: 'GB',
        share: null,
        holds: 'minority',
        ...card,
      },
    ],
    knownTo: 'partial',
  },
  places: [],
  interfaces: [],
  claims: [],
};
