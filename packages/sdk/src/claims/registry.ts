import type { CloudRecord } from './record.js';

/** The clouds of which this package knows something, each loaded when it is first asked for. A new one is one file in `clouds/` and one line here. */
export const RECORDS: Readonly<Record<string, () => Promise<CloudRecord>>> = {
  hetzner: async () => (await import('./clouds/hetzner.js')).hetzner,
  scaleway: async () => (await import('./clouds/scaleway.js')).scaleway,
  ovh: async () => (await import('./clouds/ovh.js')).ovh,
  ionos: async () => (await import('./clouds/ionos.js')).ionos,
  upcloud: async () => (await import('./clouds/upcloud.js')).upcloud,
  exoscale: async () => (await import('./clouds/exoscale.js')).exoscale,
  stackit: async () => (await import('./clouds/stackit.js')).stackit,
  otc: async () => (await import('./clouds/otc.js')).otc,
  infomaniak: async () => (await import('./clouds/infomaniak.js')).infomaniak,
  aruba: async () => (await import('./clouds/aruba.js')).aruba,
  gridscale: async () => (await import('./clouds/gridscale.js')).gridscale,
  cloudscale: async () => (await import('./clouds/cloudscale.js')).cloudscale,
  leaseweb: async () => (await import('./clouds/leaseweb.js')).leaseweb,
  elastx: async () => (await import('./clouds/elastx.js')).elastx,
  cloudferro: async () => (await import('./clouds/cloudferro.js')).cloudferro,
  'clever-cloud': async () => (await import('./clouds/clever-cloud.js')).cleverCloud,
  outscale: async () => (await import('./clouds/outscale.js')).outscale,
  cleura: async () => (await import('./clouds/cleura.js')).cleura,
  contabo: async () => (await import('./clouds/contabo.js')).contabo,
};

/** Clouds that one vendor sells under several names or interfaces: the facts are the same. */
export const ALIASES: Readonly<Record<string, string>> = {
  'ovh-openstack': 'ovh',
};
