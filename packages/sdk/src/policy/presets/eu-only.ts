import type { Preset } from './preset.js';

export const euOnly: Preset = {
  id: 'eu-only',
  title: 'European Union only',
  summary: 'Stands in the Union, and nobody from outside the Union controls the cloud.',
  sources: [
    {
      url: 'https://dataprivacymanager.net/glossary/eu-member-states/',
      readOn: '2026-11-26',
      says: 'the 27 members by name',
    },
  ],
  policy: { countries: ['EU'], control: { countries: ['EU'] }, unknown: 'error' },
};
