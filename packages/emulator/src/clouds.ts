import type { EmulatedCloud } from './core/cloud.js';

/** Every cloud the emulator serves, each loaded when it is asked for: a new one is a folder and a line here. */
export const CLOUDS: Readonly<Record<string, () => Promise<EmulatedCloud>>> = {
  hetzner: async () => (await import('./hetzner/index.js')).hetzner,
  scaleway: async () => (await import('./scaleway/index.js')).scaleway,
  openstack: async () => (await import('./openstack/index.js')).openstack,
  upcloud: async () => (await import('./upcloud/index.js')).upcloud,
  ionos: async () => (await import('./ionos/index.js')).ionos,
  ovh: async () => (await import('./ovh/index.js')).ovh,
  fulcrum: async () => (await import('./fulcrum/index.js')).fulcrum,
  seca: async () => (await import('./seca/index.js')).seca,
};

/**
 * The clouds of those names, in the order in which the emulator tells of them. Default: all.
 *
 * @throws RangeError for an unknown one
 */
export async function loadClouds(names: readonly string[] = Object.keys(CLOUDS)): Promise<EmulatedCloud[]> {
  const unknown = names.find((name) => !Object.hasOwn(CLOUDS, name));
  if (unknown !== undefined) {
    throw new RangeError(`no cloud ${unknown} is emulated; there are ${Object.keys(CLOUDS).join(', ')}`);
  }
  const wanted = Object.entries(CLOUDS).filter(([name]) => names.includes(name));
  return Promise.all(wanted.map(([, load]) => load()));
}
