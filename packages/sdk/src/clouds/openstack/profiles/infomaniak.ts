import type { Profile } from './profile.js';

/** Infomaniak Public Cloud. One Keystone for both regions; of its external networks none is marked as default. */
export const infomaniak: Profile = {
  id: 'infomaniak',
  title: 'Infomaniak',
  authUrl: {
    value: 'https://api.pub1.infomaniak.cloud/identity/v3',
    because: 'docs.infomaniak.cloud, identity, policies, read 2026-11',
  },
  regions: {
    value: { 'dc3-a': 'CH', 'dc4-a': 'CH' },
    because: 'docs.mountainduck.io, Infomaniak, and openrc files of users that name this Keystone, read 2026-11',
  },
  externalNetwork: {
    value: 'ext-floating1',
    because:
      'docs.infomaniak.cloud, network, scenarios, read 2026-11: floating IPs; ext-net1 and ext-v6only1 are for servers themselves',
  },
  volumeTypes: {
    value: null,
    because:
      'no page of the vendor was found; users name CEPH_1_perf1, read 2026-11: `openstack volume type list` tells',
  },
};
