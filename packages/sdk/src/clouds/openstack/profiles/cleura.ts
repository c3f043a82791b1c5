import type { Profile } from './profile.js';

/** Cleura Public Cloud (City Cloud until 2022). Each region has a Keystone of its own, so a region has to be named. */
export const cleura: Profile = {
  id: 'cleura',
  title: 'Cleura',
  authUrl: {
    value: 'https://{region}.citycloud.com:5000/v3',
    because: 'docs.cleura.cloud, enabling the OpenStack CLI, of 2026-03, read 2026-11',
  },
  regions: {
    value: { Kna1: 'SE', Sto2: 'SE', Fra1: 'DE' },
    because:
      'docs.cleura.cloud, supported features of the Public Cloud, of 2026-03, read 2026-11; towns by docs.openstack.org, openstacksdk, vendor support. Lon1 is no longer listed; the Compliant Cloud has other addresses',
  },
  externalNetwork: { value: 'ext-net', because: 'docs.cleura.cloud, creating new networks, of 2026-03, read 2026-11' },
  volumeTypes: {
    value: ['cbs', 'cbs-encrypted'],
    because: 'docs.cleura.cloud, volume service reference, of 2026-03, read 2026-11',
  },
};
