import type { CloudRecord } from './record.js';

/** The clouds of which this package knows something, each loaded when it is first asked for. A new one is one file in `clouds/` and one line here. */
export const RECORDS: Readonly<Record<string, () => Promise<CloudRecord>>> = {
  hetzner: async () => (await import('./clouds/hetzner.js')).hetzner,
  contabo: async () => (await import('./clouds/contabo.js')).contabo,
};

/** Clouds that one vendor sells under several names or interfaces: the facts are the same. */
export const ALIASES: Readonly<Record<string, string>> = {
  'ovh-openstack': 'ovh',
};
