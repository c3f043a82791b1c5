import { claim } from '../claim.js';
import type { CloudRecord } from '../record.js';
import { seen } from '../source.js';

const award = seen(
  'https://www.3ds.com/newsroom/press-releases/outscale-first-cloud-qualified-secnumcloud-32',
  '2026-11-23',
);
const card = seen('https://csf.hop3.abilian.com/providers/3ds-outscale.html', '2026-11-26', 'low');
const cardBefore = { ...card, observedOn: '2026-11-23' };
const press = seen(
  'https://www.bfmtv.com/economie/le-president-de-dassault-systemes-va-passer-la-main_AN-202203280022.html',
  '2026-11-26',
  'low',
);
const regions = {
  ...seen('https://docs.outscale.com/en/userguide/Regions-Endpoints-and-Subregions-Reference.html', '2026-11-26'),
  note: 'The page lists the region; where it stands was not read.',
};

export const outscale: CloudRecord = {
  cloud: 'outscale',
  title: 'Outscale',
  control: {
    contractingEntity: {
      name: 'OUTSCALE SAS',
      country: 'FR',
      ...seen('https://docs.outscale.com/en/userguide/Regions-and-Subregions.html', '2026-11-26'),
      note: 'The page names the company, the card its country.',
    },
    chain: [
      {
        of: 'OUTSCALE SAS',
        entity: 'Dassault Systèmes SE',
        sort: 'company',
        country: 'FR',
        share: null,
        holds: 'control',
        ...card,
        note: 'No parent outside of the EU, says the card.',
      },
      {
        of: 'Dassault Systèmes SE',
        entity: 'Dassault family',
        sort: 'family',
        country: 'FR',
        share: null,
        holds: 'unknown',
        ...press,
        note: 'A company of the family’s group, listed; how many shares and votes the family has was not read.',
      },
    ],
    knownTo: 'partial',
  },
  places: ['eu-west-2', 'cloudgouv-eu-west-1', 'us-east-2', 'us-west-1', 'ap-northeast-1'].map((region) => ({
    region,
    country: null,
    city: null,
    ...regions,
  })),
  interfaces: [],
  claims: [
    claim('secnumcloud', 'held', award, {
      level: '3.2',
      scope: { services: ['server', 'network', 'volume'], regions: ['cloudgouv-eu-west-1'] },
      assessedBy: 'ANSSI',
      note: 'The first IaaS at 3.2. That it holds in this region alone is our reading: the region is sold as the qualified one.',
    }),
    claim('iso-27001', 'held', cardBefore),
    claim('iso-27017', 'held', cardBefore),
    claim('iso-27018', 'held', cardBefore),
    claim('hds', 'held', cardBefore),
  ],
};
