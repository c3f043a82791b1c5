import type { Preset } from './preset.js';

export const secnumcloudGrade: Preset = {
  id: 'secnumcloud-grade',
  title: 'SecNumCloud-grade',
  summary:
    'Stands in the Union, is controlled from the Union within the limits of section 19.6, and the service is qualified by ANSSI. Who wants the limits of ownership alone gives `certifications = []`.',
  sources: [
    {
      url: 'https://cyber.gouv.fr/enjeux-technologiques/cloud/',
      readOn: '2026-11-26',
      says: 'SecNumCloud 3.2, qualified services by ANSSI',
    },
    {
      url: 'https://pialab.io/2021/10/25/secnumcloud-immunsation-contre-les-lois-extraterritoriales-hors-ue/',
      readOn: '2026-11-26',
      says: '19.6: seat in the Union; holders from outside it at most 24 % each and 39 % together',
    },
  ],
  policy: {
    countries: ['EU'],
    control: { countries: ['EU'], maxSharePercent: 24, maxJointSharePercent: 39 },
    certifications: [{ scheme: 'secnumcloud' }],
    unknown: 'error',
  },
};
