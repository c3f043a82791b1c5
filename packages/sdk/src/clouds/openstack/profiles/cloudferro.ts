import type { Profile } from './profile.js';

/** CloudFerro Cloud, with CREODIAS, WEkEO and CODE-DE: one Keystone. */
export const cloudferro: Profile = {
  id: 'cloudferro',
  title: 'CloudFerro',
  authUrl: {
    value: 'https://keystone.cloudferro.com:5000/v3',
    because: 'the sources of docs.cloudferro.com, regional clouds, read 2026-11',
  },
  regions: {
    value: { 'WAW4-1': 'PL', 'WAW3-1': 'PL', 'WAW3-2': 'PL', 'FRA1-2': 'DE', 'FRA1-3': 'DE', 'LCJ1-1': 'PL' },
    because:
      'the sources of docs.cloudferro.com, regional clouds, read 2026-11; countries by the towns that the names begin with (Warsaw, Frankfurt, Łódź)',
  },
  externalNetwork: {
    value: 'external',
    because: 'the OpenTofu modules that CloudFerro publishes (github.com/CloudFerro/tofu, of 2026-05), read 2026-11',
  },
  volumeTypes: { value: null, because: 'no page of the vendor was found, 2026-11: `openstack volume type list` tells' },
  login: {
    value:
      'CloudFerro: who logs in by its identity provider (v3oidcpassword) makes an application credential in Horizon, Identity, Application Credentials',
    because: 'docs.cloudferro.com, application credentials, read 2026-11',
  },
};
