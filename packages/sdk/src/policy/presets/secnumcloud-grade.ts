import type { Preset } from './preset.js';

export const secnumcloudGrade: Preset = {
  id: 'secnumcloud-grade',
  title: 'SecNumCloud-grade',
  summary:
    'Stands in the Union, is controlled from the Union within the limits of section 19.6, and the service is qualified by ANSSI. Who wants the limits of ownership alone gives `certifications = []`.',
  sources: [
    {
      url: 'https://www.ks2.fr/le-secnumcloud-rassurera-t-il-les-entreprises-francaises/',
      readOn: '2026-11-26',
      says: 'a catalogue of ANSSI, of which version 3.2 of March 2022 strengthens the protection from laws outside the Union',
    },
    {
      url: 'https://pialab.io/2021/10/25/secnumcloud-immunsation-contre-les-lois-extraterritoriales-hors-ue/',
      readOn: '2026-11-26',
      says: '19.6 in the draft 3.2.a of 2021: seat in the Union; holders from outside it at most 24 % each and 39 % together',
    },
    {
      url: 'https://archimag.com/demat-cloud/2021/10/22/anssi-une-nouvelle-evolution-du-secnumcloud',
      readOn: '2026-11-26',
      says: 'the same figures of the same draft; ANSSI’s own text of 3.2 in force was not to be had',
    },
  ],
  policy: {
    countries: ['EU'],
    control: { countries: ['EU'], maxSharePercent: 24, maxJointSharePercent: 39 },
    certifications: [{ scheme: 'secnumcloud' }],
    unknown: 'error',
  },
};
