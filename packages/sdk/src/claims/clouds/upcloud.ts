import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const notice = seen('https://upcloud.com/global/privacy-notice/', '2026-11-26', 'high');
const card = seen('https://csf.hop3.abilian.com/providers/upcloud.html', '2026-11-26', 'low');
const zones = {
  ...seen('https://github.com/SpareCores/sc-data-dumps', '2026-11-23', 'low'),
  note: 'Spare Cores, dump of January 2026 (CC BY-SA 4.0).',
};
const crawler = seen(
  'https://github.com/SpareCores/sc-crawler/blob/0fe4dfa37618735bbcae95e1c92f121d0c6e39aa/src/sc_crawler/vendors/upcloud.py',
  '2026-11-26',
  'low',
);
const docs = 'https://github.com/UpCloudLtd/terraform-provider-upcloud/blob/main/docs/resources';

export const upcloud: CloudRecord = {
  cloud: 'upcloud',
  title: 'UpCloud',
  control: {
    contractingEntity: { name: 'UpCloud Oy', country: 'FI', ...notice },
    chain: [
      {
        of: 'UpCloud Oy',
        entity: 'Founders',
        sort: 'person',
        country: 'FI',
        share: null,
        holds: 'unknown',
        ...card,
        note: 'Founder-led, says the card, without shares.',
      },
      { of: 'UpCloud Oy', entity: 'Inventure', sort: 'fund', country: null, share: null, holds: 'unknown', ...card },
      {
        of: 'UpCloud Oy',
        entity: 'Connected Capital',
        sort: 'fund',
        country: null,
        share: null,
        holds: 'unknown',
        ...card,
      },
      {
        of: 'UpCloud Oy',
        entity: 'Tesi',
        sort: 'state',
        country: 'FI',
        share: null,
        holds: 'minority',
        ...card,
        note: 'The investment company of the Finnish state, which takes at most half (tesi.fi, investment process, read 2026-11-26).',
      },
    ],
    knownTo: 'partial',
    statements: [
      {
        of: 'UpCloud Oy',
        within: ['EU'],
        status: 'third-party-assessment',
        ...card,
        note: 'No controlling shareholder from outside of the EU, a majority of capital from within; the card names the investors and no shares.',
      },
    ],
  },
  places: [
    { region: 'fi-hel1', country: 'FI', city: 'Helsinki', ...zones },
    { region: 'fi-hel2', country: 'FI', city: 'Helsinki', ...zones },
    { region: 'se-sto1', country: 'SE', city: 'Stockholm', ...zones },
    { region: 'no-svg1', country: 'NO', city: 'Stavanger', ...zones },
    { region: 'dk-cph1', country: 'DK', city: 'Copenhagen', ...zones },
    { region: 'de-fra1', country: 'DE', city: 'Frankfurt', ...zones },
    { region: 'nl-ams1', country: 'NL', city: 'Amsterdam', ...zones },
    { region: 'pl-waw1', country: 'PL', city: 'Warsaw', ...zones },
    { region: 'es-mad1', country: 'ES', city: 'Madrid', ...zones },
    { region: 'uk-lon1', country: 'GB', city: 'London', ...zones },
    { region: 'us-chi1', country: 'US', city: 'Chicago', ...zones },
    { region: 'us-nyc1', country: 'US', city: 'New York', ...zones },
    { region: 'us-sjo1', country: 'US', city: 'San Jose', ...zones },
    { region: 'sg-sin1', country: 'SG', city: 'Singapore', ...zones },
    { region: 'au-syd1', country: 'AU', city: 'Sydney', ...zones },
  ],
  interfaces: [
    { interface: 's3', services: ['object-storage'], ...seen(`${docs}/managed_object_storage.md`, '2026-11-26') },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/kubernetes_cluster.md`, '2026-11-26') },
  ],
  keys: [
    {
      services: ['server', 'volume'],
      keys: 'cloud',
      ...seen(`${docs}/storage.md`, '2026-11-26'),
      note: 'Encryption at rest is on or off; the interface takes no key.',
    },
  ],
  claims: [
    claim('iso-27001', 'held', crawler, {
      note: 'Kept by hand there, from the vendor’s page on security and privacy; by whom and until when it does not say.',
    }),
  ],
};
