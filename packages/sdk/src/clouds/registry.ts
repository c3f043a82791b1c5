import type { AnyCloud } from '../runtime/driver/cloud.js';

/** The drivers there are, each loaded when it is first used. A new cloud is one folder beside this file and one line here. */
export const DRIVERS: Readonly<Record<string, () => Promise<AnyCloud>>> = {
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
 * Clouds that another driver speaks to, whose address and ways are known: a line here, and the facts in the driver's folder. They are found
 * by their ids like drivers, and stand in no list of what there is unless the user's own files name them.
 */
export const PROFILES: Readonly<Record<string, () => Promise<AnyCloud>>> = {
  infomaniak: async () => (await import('./openstack/profiles/index.js')).infomaniak,
  cleura: async () => (await import('./openstack/profiles/index.js')).cleura,
  elastx: async () => (await import('./openstack/profiles/index.js')).elastx,
  cloudferro: async () => (await import('./openstack/profiles/index.js')).cloudferro,
  'ovh-openstack': async () => (await import('./openstack/profiles/index.js')).ovhOpenstack,
};

/** Every id that a cloud can be asked for by without settings: the drivers', then the profiles'. */
export const CLOUD_IDS: readonly string[] = [...Object.keys(DRIVERS), ...Object.keys(PROFILES)];

/**
 * The driver or profile of that id; undefined where there is none.
 *
 * @example
 * const load = driverOf('infomaniak');
 * (await load?.())?.profile?.driver; // 'openstack'
 */
export function driverOf(id: string): (() => Promise<AnyCloud>) | undefined {
  const table = Object.hasOwn(DRIVERS, id) ? DRIVERS : PROFILES;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/**
 * The clouds that who names none means: every driver of a cloud, the ways to clouds behind another (a federation) that the environment names,
 * and the profiles that the user's own files name. At an emulator nobody's own files and environment count.
 *
 * @example
 * (await usualClouds({ HANSA_EMULATOR: 'http://127.0.0.1:4700' })).includes('infomaniak'); // false
 */
export async function usualClouds(env: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const own = !env['HANSA_EMULATOR'];
  const drivers = Object.entries(DRIVERS).map(async ([id, load]) => {
    const { intermediary } = await load();
    return !intermediary || (own && intermediary.isSetUp(env)) ? [id] : [];
  });
  const profiles = Object.entries(PROFILES).map(async ([id, load]) =>
    own && (await (await load()).profile?.isSetUp(env)) ? [id] : [],
  );
  return (await Promise.all([...drivers, ...profiles])).flat();
}
