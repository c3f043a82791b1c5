import type { Preset } from './preset.js';

export const euOnly: Preset = {
  id: 'eu-only',
  title: 'European Union only',
  summary: 'Stands in the Union, and nobody from outside the Union controls the cloud.',
  sources: [
    {
      url: 'https://european-union.europa.eu/principles-countries-history/eu-countries_en',
      readOn: '2026-11-26',
      says: 'which countries are members',
    },
  ],
  policy: { countries: ['EU'], control: { countries: ['EU'] }, unknown: 'error' },
};
