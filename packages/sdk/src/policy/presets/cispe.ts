import type { Preset } from './preset.js';

export const cispe: Preset = {
  id: 'cispe',
  title: 'Principles of CISPE',
  summary:
    'European infrastructure, no control from outside, an open interface, and data that no third party can take away: a second cloud for backups under other control, volumes that are not deleted by accident, keys of your own. That everyone can take part, and preference in procurement, are for people. What nobody can tell is a warning.',
  sources: [
    {
      url: 'https://btw.media/en/cispe-launches-3-new-trump-proof-cloud-principles',
      readOn: '2026-11-26',
      says: 'European infrastructure first, free of interference from outside Europe, open frameworks',
    },
    {
      url: 'https://www.cispe.cloud/europe-takes-a-tentative-step-towards-strategic-autonomy/',
      readOn: '2026-11-26',
      says: 'sovereignty is judged by service, and control from outside is what counts against it',
    },
    {
      url: 'https://cloudnews.tech/cispe-launches-an-auditable-framework-to-measure-sovereign-cloud/',
      readOn: '2026-11-26',
      says: 'the framework of 2026 tells sovereign from resilient services, by audit',
    },
  ],
  policy: {
    countries: ['EEA'],
    control: { countries: ['EEA'] },
    interfaces: ['openstack', 'seca', 's3', 'kubernetes'],
    backup: {},
    deletionProtection: ['volume'],
    customerKeys: ['volume'],
    unknown: 'warning',
  },
};
