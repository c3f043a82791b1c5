import { type ClaimScope, claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const docs = 'https://github.com/ovh/docs/blob/develop/pages/account_and_service_management/account_information';
const iso = {
  ...seen(`${docs}/security_certifications/guide.es-us.md`, '2026-11-26'),
  note: 'The page is of February 2024.',
};
const health = seen(`${docs}/hds_certification/guide.en-ca.md`, '2026-11-26');
const instances = {
  ...seen('https://github.com/ovh/docs/commit/2501ed78517de45c7ce4f14378c861de23c1ea9c', '2026-11-26'),
  note: 'Security specification of Public Cloud instances, of May 2024.',
};
/** Products that both pages list as certified, in our words. */
const COVERED: ClaimScope = {
  services: [
    'server',
    'volume',
    'object-storage',
    'file-storage',
    'kubernetes',
    'container-registry',
    'database',
    'bare-metal',
    'private-cloud',
  ],
};
const SERVER: ClaimScope = { services: ['server'] };
const press = seen(
  'https://www.clubic.com/actualite-591883-dassault-aviation-bascule-vers-le-cloud-souverain-francais-bleu-a-la-sauce-microsoft.html',
  '2026-11-26',
  'low',
);
const card = seen('https://csf.hop3.abilian.com/providers/ovhcloud.html', '2026-11-23', 'low');
const contract = seen('https://lawinsider.com/fr/contracts/5dJBc05dZr5', '2026-11-26');
const notice = seen(
  'https://ch.zonebourse.com/cours/action/OVH-GROUPE-127472031/actualite/OVH-Groupe-Notice-of-meeting-French-only-42755269',
  '2026-11-26',
  'high',
);
const regions = {
  ...seen('https://github.com/SpareCores/sc-data-dumps', '2026-11-23', 'low'),
  note: 'Spare Cores, dump of January 2026 (CC BY-SA 4.0); sites of a town are numbered.',
};
const api = 'https://github.com/ovh/terraform-provider-ovh/blob/master/docs/index.md';

export const ovh: CloudRecord = {
  cloud: 'ovh',
  title: 'OVHcloud',
  control: {
    contractingEntity: { name: 'OVH SAS', country: 'FR', ...contract },
    chain: [
      {
        of: 'OVH SAS',
        entity: 'OVH Groupe SA',
        sort: 'company',
        country: 'FR',
        share: null,
        holds: 'control',
        ...notice,
      },
      {
        of: 'OVH Groupe SA',
        entity: 'Klaba family',
        sort: 'family',
        country: 'FR',
        share: null,
        holds: 'control',
        ...card,
        note: 'Sources say 68 to 81 % of the capital.',
      },
      {
        of: 'OVH Groupe SA',
        entity: 'Shareholders on Euronext Paris',
        sort: 'free-float',
        country: null,
        share: null,
        holds: 'minority',
        ...card,
      },
    ],
    knownTo: 'ultimate',
  },
  places: [
    { region: 'GRA*', country: 'FR', city: 'Gravelines', ...regions },
    { region: 'RBX*', country: 'FR', city: 'Roubaix', ...regions },
    { region: 'SBG*', country: 'FR', city: 'Strasbourg', ...regions },
    { region: 'EU-WEST-PAR', country: 'FR', city: 'Paris', ...regions },
    { region: 'EU-SOUTH-MIL', country: 'IT', city: 'Milan', ...regions },
    { region: 'DE*', country: 'DE', city: 'Frankfurt', ...regions },
    { region: 'WAW*', country: 'PL', city: 'Warsaw', ...regions },
    { region: 'UK*', country: 'GB', city: 'London', ...regions },
    { region: 'BHS*', country: 'CA', city: 'Beauharnois', ...regions },
    { region: 'CA-EAST-TOR', country: 'CA', city: 'Toronto', ...regions },
    { region: 'SGP*', country: 'SG', city: 'Singapore', ...regions },
    { region: 'SYD*', country: 'AU', city: 'Sydney', ...regions },
    { region: 'AP-SOUTHEAST-SYD*', country: 'AU', city: 'Sydney', ...regions },
    { region: 'AP-SOUTH-MUM*', country: 'IN', city: 'Mumbai', ...regions },
  ],
  interfaces: [
    {
      interface: 'openstack',
      services: ['server', 'network', 'firewall', 'volume', 'public-ip', 'load-balancer'],
      ...seen(api, '2026-11-26'),
    },
    { interface: 's3', services: ['object-storage'], ...seen(api, '2026-11-26') },
    { interface: 'kubernetes', services: ['kubernetes'], ...seen(api, '2026-11-26') },
  ],
  keys: [
    {
      services: ['volume'],
      keys: 'cloud',
      ...seen(
        'https://github.com/ovh/terraform-provider-ovh/blob/master/docs/data-sources/cloud_storage_block_volume.md',
        '2026-11-26',
      ),
      note: 'LUKS, which is on or off; the interface takes no key.',
    },
  ],
  claims: [
    claim('iso-27001', 'held', iso, { scope: COVERED }),
    claim('iso-27017', 'held', iso, { scope: COVERED }),
    claim('iso-27018', 'held', iso, { scope: COVERED }),
    claim('iso-27701', 'held', iso, { scope: COVERED }),
    claim('hds', 'held', health, {
      level: '1',
      scope: COVERED,
      note: 'Version of 2018, with Business or Enterprise support; the page is of October 2024.',
    }),
    claim('secnumcloud', 'held', press, {
      level: '3.2',
      scope: { services: ['private-cloud'] },
      assessedBy: 'ANSSI',
      note: 'Named among the few that are qualified; the ISO page lists the product "Private Cloud SecNumCloud". The list of ANSSI was not read.',
    }),
    claim('c5', 'held', instances, { level: 'type-1', scope: SERVER }),
    claim('soc-1', 'held', instances, { level: 'type-1', scope: SERVER }),
    claim('soc-2', 'held', instances, { level: 'type-1', scope: SERVER }),
    claim('csa-star', 'self-declared', instances, { level: '1', scope: SERVER }),
  ],
};
