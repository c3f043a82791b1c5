import type { Preset } from './preset.js';

export const eeaOnly: Preset = {
  id: 'eea-only',
  title: 'European Economic Area only',
  summary:
    'Stands in the EEA, where the GDPR applies by itself, and nobody from outside the EEA controls the cloud. Switzerland is no member; add `CH` to both lists to accept it.',
  sources: [
    {
      url: 'https://www.destatis.de/Europa/EN/Country/EFTA-countries/EFTA-Countries.html',
      readOn: '2026-11-26',
      says: 'the 27 members of the Union with Iceland, Liechtenstein and Norway; Switzerland has not joined',
    },
  ],
  policy: { countries: ['EEA'], control: { countries: ['EEA'] }, unknown: 'error' },
};
