import type { Profile } from './profile.js';

/** Elastx Cloud Platform. One region of three zones in Stockholm; a volume goes to servers of its own zone. */
export const elastx: Profile = {
  id: 'elastx',
  title: 'Elastx',
  authUrl: {
    value: 'https://ops.elastx.cloud:5000/v3',
    because: 'docs.elastx.cloud, application credentials, read 2026-11',
  },
  regions: { value: { 'se-sto': 'SE' }, because: 'docs.elastx.cloud, application credentials, read 2026-11' },
  externalNetwork: { value: 'elx-public1', because: 'docs.elastx.cloud, network, read 2026-11' },
  volumeTypes: {
    value: ['v2-1k', 'v2-4k', 'v2-8k', 'v2-16k', 'v2-32k', 'v2-64k', 'v2-128k'],
    because: 'docs.elastx.cloud, announcement of 2024-06, read 2026-11; which is the default of OpenStack is unknown',
  },
  login: {
    value: 'Elastx takes application credentials alone: users log in by its identity provider since 2026-03-30',
    because: 'docs.elastx.cloud, announcement of 2026-02-04, read 2026-11',
  },
};
