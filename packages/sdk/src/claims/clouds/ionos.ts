import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const sites = seen('https://www.ionos.at/sicherheit', '2026-11-26');
const card = seen('https://csf.hop3.abilian.com/providers/ionos.html', '2026-11-26', 'low');
const report = seen(
  'https://report.united-internet.de/annual-report/2022/management-report/subsequent-events.html',
  '2026-11-26',
  'high',
);
const press = seen(
  'https://www.boersen-zeitung.de/unternehmen-branchen/dommermuth-sichert-sich-die-kontrolle-d50be49e-63f4-11ec-9238-3774d74a769d',
  '2026-11-26',
);
const docs = 'https://github.com/ionos-cloud/terraform-provider-ionoscloud/blob/master/docs';
const locations = {
  ...seen(`${docs}/data-sources/datacenter.md`, '2026-11-26'),
  note: 'The page lists the ids, which begin with the country; the towns are those that the driver knows.',
};

export const ionos: CloudRecord = {
  cloud: 'ionos',
  title: 'IONOS Cloud',
  control: {
    contractingEntity: { name: 'IONOS SE', country: 'DE', ...card },
    chain: [
      {
        of: 'IONOS SE',
        entity: 'IONOS Group SE',
        sort: 'company',
        country: 'DE',
        share: null,
        holds: 'control',
        ...card,
      },
      {
        of: 'IONOS Group SE',
        entity: 'United Internet AG',
        sort: 'company',
        country: 'DE',
        share: 63.8,
        holds: 'control',
        ...report,
        note: 'After the flotation of February 2023; still so after Warburg Pincus (US) sold its last shares in March 2025, says the card.',
      },
      {
        of: 'IONOS Group SE',
        entity: 'Shareholders on the Frankfurt Stock Exchange',
        sort: 'free-float',
        country: null,
        share: 36.2,
        holds: 'minority',
        ...card,
      },
      {
        of: 'United Internet AG',
        entity: 'Ralph Dommermuth',
        sort: 'person',
        country: 'DE',
        share: 50.1,
        holds: 'control',
        ...press,
        note: 'December 2021.',
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'de/fra', country: 'DE', city: 'Frankfurt', ...locations },
    { region: 'de/fra/2', country: 'DE', city: 'Frankfurt', ...locations },
    { region: 'de/txl', country: 'DE', city: 'Berlin', ...locations },
    { region: 'gb/lhr', country: 'GB', city: 'London', ...locations },
    { region: 'gb/bhx', country: 'GB', city: 'Worcester', ...locations },
    { region: 'fr/par', country: 'FR', city: 'Paris', ...locations },
    { region: 'es/vit', country: 'ES', city: 'Logroño', ...locations },
    { region: 'us/las', country: 'US', city: 'Las Vegas', ...locations },
    { region: 'us/ewr', country: 'US', city: 'Newark', ...locations },
    { region: 'us/mci', country: 'US', city: 'Lenexa', ...locations },
  ],
  interfaces: [
    { interface: 's3', services: ['object-storage'], ...seen(`${docs}/index.md`, '2026-11-26') },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(`${docs}/resources/k8s_cluster.md`, '2026-11-26') },
  ],
  keys: [
    {
      services: ['volume'],
      keys: 'cloud',
      ...seen('https://docs.ionos.com/cloud/storage-and-backup/block-storage/overview/security', '2026-11-26'),
      note: 'A key of its own for each volume that was made since the feature is there; the interface takes none.',
    },
  ],
  claims: [
    claim('iso-27001', 'held', sites, {
      scope: { services: ['data-centre'] },
      note: 'All data centres in Europe, by the edition of 2013.',
    }),
  ],
};
