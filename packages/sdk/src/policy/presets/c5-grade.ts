import type { Preset } from './preset.js';

export const c5Grade: Preset = {
  id: 'c5-grade',
  title: 'C5-grade',
  summary:
    'Every service is covered by a C5 attestation of type 2, which says that the controls worked over a period; type 1 says only that they were there on a day. C5 itself asks for no country and no owner, so neither does this.',
  sources: [
    {
      url: 'https://vamisec.com/en/bsi-c5',
      readOn: '2026-11-26',
      says: 'reports of type 1 and type 2, by auditors after ISAE 3000 (the own page of the BSI was not to be had)',
    },
    {
      url: 'https://nexalign.io/glossary/bsi-c5-en',
      readOn: '2026-11-26',
      says: 'type 1 speaks of a point in time, type 2 of a period',
    },
  ],
  policy: { certifications: [{ scheme: 'c5', level: 'type-2' }], unknown: 'error' },
};
