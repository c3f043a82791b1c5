import type { Profile } from './profile.js';

/** The OpenStack side of OVHcloud's Public Cloud, for who has its OpenStack users and not its API keys. */
export const ovhOpenstack: Profile = {
  id: 'ovh-openstack',
  title: 'OVHcloud (OpenStack)',
  authUrl: {
    value: 'https://auth.cloud.ovh.net/v3',
    because: 'docs.ovhcloud.com, Public Cloud, setting OpenStack environment variables, read 2026-11',
  },
  regions: {
    value: {
      GRA11: 'FR',
      'BHS*': 'CA',
      'DE*': 'DE',
      'GRA*': 'FR',
      'RBX*': 'FR',
      'SBG*': 'FR',
      'SGP*': 'SG',
      'SYD*': 'AU',
      'UK*': 'GB',
      'WAW*': 'PL',
      'EU-WEST-PAR': 'FR',
      'EU-SOUTH-MIL': 'IT',
    },
    because: 'docs.ovhcloud.com, Public Cloud, regions, read 2026-11, by the site that a name begins with',
  },
  externalNetwork: {
    value: 'Ext-Net',
    because: 'docs.ovhcloud.com, Public Cloud network services, read 2026-11',
  },
  volumeTypes: {
    value: ['classic', 'high-speed', 'high-speed-gen2'],
    because:
      'github.com/ovh/ovhcloud-cli, its volume types, read 2026-11; not every region has all, and which is the default is unknown',
  },
};
