import type { AnyCloud } from '../runtime/driver/cloud.js';

/** The drivers there are, each loaded when it is first used. A new cloud is one folder beside this file and one line here. */
export const DRIVERS: Readonly<Record<string, () => Promise<AnyCloud>>> = {
  hetzner: async () => (await import('./hetzner/index.js')).hetzner,
  scaleway: async () => (await import('./scaleway/index.js')).scaleway,
  openstack: async () => (await import('./openstack/index.js')).openstack,
  upcloud: async () => (await import('./upcloud/index.js')).upcloud,
  ionos: async () => (await import('./ionos/index.js')).ionos,
  ovh: async () => (await import('./ovh/index.js')).ovh,
};
