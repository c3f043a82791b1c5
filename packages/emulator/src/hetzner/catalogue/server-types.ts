import { type Location, locations } from './locations.js';
import { hourly, type Price, price, TRAFFIC_PER_TB, ZONE_FACTOR } from './prices.js';

interface Deprecation {
  readonly announced: string;
  readonly unavailable_after: string;
}

export interface ServerType {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly cores: number;
  readonly memory: number;
  readonly disk: number;
  readonly cpu_type: 'shared' | 'dedicated';
  readonly architecture: 'x86' | 'arm';
  readonly storage_type: 'local';
  readonly places: readonly { readonly location: Location; readonly deprecation: Deprecation | null }[];
  readonly prices: readonly {
    readonly location: string;
    readonly price_hourly: Price;
    readonly price_monthly: Price;
    readonly included_traffic: number;
    readonly price_per_tb_traffic: Price;
  }[];
}

const EU = ['fsn1', 'nbg1', 'hel1'];
const US = ['ash', 'hil'];
const SIN = ['sin'];

/** Both waves of 2025: types of these families are no longer to be had in these places (public reports of 2025-12 and 2026-01). */
const GONE: Deprecation = { announced: '2025-10-16T06:00:00Z', unavailable_after: '2025-12-31T23:59:59Z' };

interface Family {
  readonly category: string;
  readonly cpu: ServerType['cpu_type'];
  readonly architecture: ServerType['architecture'];
  readonly at: readonly string[];
  readonly goneAt?: readonly string[];
  /** id, name, description, cores, memory GB, disk GB, included traffic GiB, net EUR a month */
  readonly types: readonly (readonly [number, string, string, number, number, number, number, number])[];
}

/**
 * Ids, names, cores, memory, disk and traffic: Spare Cores, sc-data, 2026-01 (CC BY-SA 4.0), facts. Which family is where
 * and the prices are the emulator's (see prices.ts).
 */
const families: readonly Family[] = [
  {
    category: 'Cost-Optimized',
    cpu: 'shared',
    architecture: 'x86',
    at: [],
    goneAt: EU,
    types: [
      [104, 'cx22', 'CX22', 2, 4, 40, 20_480, 3.29],
      [105, 'cx32', 'CX32', 4, 8, 80, 20_480, 5.39],
      [106, 'cx42', 'CX42', 8, 16, 160, 20_480, 13.79],
      [107, 'cx52', 'CX52', 16, 32, 320, 20_480, 27.29],
    ],
  },
  {
    category: 'Cost-Optimized',
    cpu: 'shared',
    architecture: 'x86',
    at: EU,
    types: [
      [114, 'cx23', 'CX 23', 2, 4, 40, 20_480, 2.99],
      [115, 'cx33', 'CX 33', 4, 8, 80, 20_480, 4.99],
      [116, 'cx43', 'CX 43', 8, 16, 160, 20_480, 8.99],
      [117, 'cx53', 'CX 53', 16, 32, 320, 20_480, 16.99],
    ],
  },
  {
    category: 'Cost-Optimized',
    cpu: 'shared',
    architecture: 'arm',
    at: EU,
    types: [
      [45, 'cax11', 'CAX11', 2, 4, 40, 20_480, 3.29],
      [93, 'cax21', 'CAX21', 4, 8, 80, 20_480, 5.99],
      [94, 'cax31', 'CAX31', 8, 16, 160, 20_480, 11.99],
      [95, 'cax41', 'CAX41', 16, 32, 320, 20_480, 23.99],
    ],
  },
  {
    category: 'Regular Performance',
    cpu: 'shared',
    architecture: 'x86',
    at: US,
    goneAt: EU,
    types: [
      [22, 'cpx11', 'CPX 11', 2, 2, 40, 20_480, 4.19],
      [23, 'cpx21', 'CPX 21', 3, 4, 80, 20_480, 7.49],
      [24, 'cpx31', 'CPX 31', 4, 8, 160, 20_480, 13.49],
      [25, 'cpx41', 'CPX 41', 8, 16, 240, 20_480, 24.99],
      [26, 'cpx51', 'CPX 51', 16, 32, 360, 20_480, 54.99],
    ],
  },
  {
    category: 'Regular Performance',
    cpu: 'shared',
    architecture: 'x86',
    at: [...EU, ...SIN],
    types: [
      [109, 'cpx22', 'CPX 22', 2, 4, 80, 20_480, 5.49],
      [110, 'cpx32', 'CPX 32', 4, 8, 160, 20_480, 9.49],
      [111, 'cpx42', 'CPX 42', 8, 16, 320, 20_480, 17.49],
      [112, 'cpx52', 'CPX 52', 12, 24, 480, 20_480, 24.99],
      [113, 'cpx62', 'CPX 62', 16, 32, 640, 20_480, 33.49],
    ],
  },
  {
    category: 'Regular Performance',
    cpu: 'shared',
    architecture: 'x86',
    at: SIN,
    types: [[108, 'cpx12', 'CPX 12', 1, 2, 40, 512, 4.49]],
  },
  {
    category: 'General Purpose',
    cpu: 'dedicated',
    architecture: 'x86',
    at: [...EU, ...US, ...SIN],
    types: [
      [96, 'ccx13', 'CCX13 Dedicated CPU', 2, 8, 80, 20_480, 10.49],
      [97, 'ccx23', 'CCX23 Dedicated CPU', 4, 16, 160, 20_480, 20.49],
      [98, 'ccx33', 'CCX33 Dedicated CPU', 8, 32, 240, 30_720, 40.99],
      [99, 'ccx43', 'CCX43 Dedicated CPU', 16, 64, 360, 40_960, 81.49],
      [100, 'ccx53', 'CCX53 Dedicated CPU', 32, 128, 600, 51_200, 162.49],
      [101, 'ccx63', 'CCX63 Dedicated CPU', 48, 192, 960, 61_440, 242.99],
    ],
  },
];

export const serverTypes: readonly ServerType[] = families
  .flatMap(({ category, cpu, architecture, at, goneAt = [], types }) =>
    types.map(([id, name, description, cores, memory, disk, trafficGib, monthly]): ServerType => {
      const places = locations
        .filter((location) => at.includes(location.name) || goneAt.includes(location.name))
        .map((location) => ({ location, deprecation: goneAt.includes(location.name) ? GONE : null }));
      const prices = places.map(({ location }) => {
        const net = Number((monthly * ZONE_FACTOR[location.network_zone]!).toFixed(2));
        return {
          location: location.name,
          price_hourly: price(hourly(net)),
          price_monthly: price(net),
          included_traffic: trafficGib * 1024 ** 3,
          price_per_tb_traffic: price(TRAFFIC_PER_TB[location.network_zone]!),
        };
      });
      return {
        id,
        name,
        description,
        category,
        cores,
        memory,
        disk,
        cpu_type: cpu,
        architecture,
        storage_type: 'local',
        places,
        prices,
      };
    }),
  )
  .sort((a, b) => a.id - b.id);

/** By id or name. */
export function findServerType(reference: string | number): ServerType | undefined {
  return serverTypes.find(({ id, name }) => name === String(reference).toLowerCase() || id === Number(reference));
}

/** A type that is known to be there, because a server has it. */
export function serverTypeOf(id: number): ServerType {
  const type = serverTypes.find((candidate) => candidate.id === id);
  if (!type) throw new Error(`no server type ${id}`);
  return type;
}
