import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Snapshot, SnapshotSize } from '@hansa/sdk';

interface Region {
  region_id: string;
  name: string;
  api_reference: string;
  aliases: string[];
  country_id: string;
  city: string | null;
  status: string;
}
interface Zone {
  region_id: string;
  name: string;
}
interface Server {
  api_reference: string;
  vcpus: number;
  memory_amount: number;
  storage_size: number;
  cpu_allocation: string;
  cpu_architecture: string;
  status: string;
}

/** How the tables name what the drivers name. */
interface Vendor {
  table: string;
  places(region: Region, zones: readonly Zone[]): Place[];
  /** What the driver says of a size's disk and CPU, from the same facts. */
  size(server: Server): Pick<SnapshotSize, 'diskGib' | 'cpu'>;
}

/** Network zones of Hetzner by country (docs.hetzner.cloud, networks, read 2026-11). */
const AREAS: Readonly<Record<string, string>> = { DE: 'eu-central', FI: 'eu-central', SG: 'ap-southeast' };

const VENDORS: Readonly<Record<string, Vendor>> = {
  hetzner: {
    table: 'hcloud',
    places: (region) => {
      const id = region.aliases[0] ?? region.api_reference;
      const area = AREAS[region.country_id] ?? (id === 'ash' ? 'us-east' : 'us-west');
      return [placeOf(region, id, { zone: id, region: id, area })];
    },
    size: ({ storage_size, cpu_allocation }) => ({
      diskGib: storage_size,
      cpu: cpu_allocation === 'DEDICATED' ? 'dedicated' : 'shared',
    }),
  },
  upcloud: {
    table: 'upcloud',
    places: (region) => [placeOf(region, region.api_reference)],
    // The disk is chosen apart; the vendor's API does not say on which plans cores are shared.
    size: () => ({ diskGib: null, cpu: 'unknown' }),
  },
  ovh: {
    table: 'ovh',
    // Regions without a number are of storage alone, and so are archives; those with several zones are places zone by zone.
    places: (region, zones) => {
      const { api_reference: name } = region;
      const wide = name.includes('-');
      if (/-ARCHIVE$/.test(name) || (!wide && !/\d$/.test(name))) return [];
      const scopes = (zone: string) => ({ zone, region: name, area: zone });
      if (zones.length > 1) return zones.map((zone) => placeOf(region, zone.name, scopes(zone.name)));
      return [placeOf(region, name, scopes(name))];
    },
    size: ({ api_reference, storage_size }) => ({
      diskGib: storage_size,
      cpu: /^(d|s)\d/.test(api_reference) ? 'shared' : 'unknown',
    }),
  },
};

/** Types and places by the tables of Spare Cores. They do not tell which type is sold where, and no price. */
export function spareCores(dir: string, commit: string, readAt: string): [id: string, snapshot: Snapshot][] {
  return Object.entries(VENDORS).map(([id, vendor]) => {
    const table = <T>(name: string) =>
      JSON.parse(readFileSync(join(dir, `${vendor.table}-${name}.json`), 'utf8')) as T[];
    const zones = table<Zone>('zone');
    const places = table<Region>('region')
      .filter(({ status }) => status === 'ACTIVE')
      .flatMap((region) =>
        vendor.places(
          region,
          zones.filter((zone) => zone.region_id === region.region_id),
        ),
      );
    const sizes = table<Server>('server')
      .filter(({ status }) => status === 'ACTIVE')
      .map((server): SnapshotSize => {
        const { api_reference, vcpus, memory_amount, cpu_architecture } = server;
        const architecture = cpu_architecture === 'ARM64' ? 'arm' : 'x86';
        const own = {
          id: api_reference,
          vcpus,
          memoryGib: memory_amount / 1024,
          architecture,
          deprecated: false,
        } as const;
        return { ...own, ...vendor.size(server), from: 0, places: null };
      });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    const source = {
      name: `Spare Cores, sc-data-dumps ${commit}`,
      url: 'https://github.com/SpareCores/sc-data-dumps',
      readAt,
      licence: 'CC-BY-SA-4.0',
    };
    return [id, { sources: [source], places: places.sort(byId), sizes: sizes.sort(byId) }];
  });
}

function placeOf(region: Region, id: string, scopes: Place['scopes'] = { zone: id, region: id, area: id }): Place {
  return { id, country: region.country_id, ...(region.city ? { city: region.city } : {}), scopes };
}
