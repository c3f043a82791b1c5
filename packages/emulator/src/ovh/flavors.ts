import type { Route } from '../core/http.js';
import { stableId } from '../openstack/ids.js';
import { notFound } from './errors.js';
import { REGIONS } from './regions.js';
import type { World } from './world.js';

interface FlavorType {
  readonly name: string;
  readonly type: string;
  readonly vcpus: number;
  /** MB as the API gives it. */
  readonly ram: number;
  readonly disk: number;
  readonly bandwidth: number;
  /** Net EUR an hour of use, and a month where it can be had by the month. An example's prices: of the right order and no more. */
  readonly hourly: number;
  readonly monthly: number | null;
}

const flavor = (
  name: string,
  type: string,
  [vcpus, ram, disk]: readonly [number, number, number],
  bandwidth: number,
  [hourly, monthly]: readonly [number, number | null],
): FlavorType => ({ name, type, vcpus, ram, disk, bandwidth, hourly, monthly });

/** Flavours as ovhcloud.com sells them: names, vCPUs, memory and disk read 2026-11. */
export const FLAVORS: readonly FlavorType[] = [
  flavor('d2-2', 'ovh.d2.2', [1, 2000, 25], 100, [0.0099, 5.99]),
  flavor('d2-4', 'ovh.d2.4', [2, 4000, 50], 250, [0.0198, 11.99]),
  flavor('d2-8', 'ovh.d2.8', [4, 8000, 50], 500, [0.0325, 19.99]),
  flavor('b3-8', 'ovh.b3.8', [2, 8000, 50], 500, [0.0508, null]),
  flavor('b3-16', 'ovh.b3.16', [4, 16000, 100], 1000, [0.1016, null]),
  flavor('b3-32', 'ovh.b3.32', [8, 32000, 200], 2000, [0.2032, null]),
  flavor('c3-4', 'ovh.c3.4', [2, 4000, 50], 250, [0.0453, null]),
  flavor('c3-8', 'ovh.c3.8', [4, 8000, 100], 500, [0.0906, null]),
  flavor('c3-16', 'ovh.c3.16', [8, 16000, 200], 1000, [0.1812, null]),
  flavor('r3-16', 'ovh.r3.16', [2, 16000, 50], 500, [0.0615, null]),
  flavor('r3-32', 'ovh.r3.32', [4, 32000, 100], 1000, [0.123, null]),
];

const WINDOWS: FlavorType = flavor('win-b3-8', 'ovh.b3.8', [2, 8000, 50], 500, [0.0948, null]);

export interface Flavor extends FlavorType {
  readonly id: string;
  readonly region: string;
  readonly osType: 'linux' | 'windows';
}

const ALL: readonly Flavor[] = REGIONS.filter(({ services }) => services.includes('instance')).flatMap(({ name }) =>
  [...FLAVORS, WINDOWS].map((one) => ({
    ...one,
    id: stableId('flavor', name, one.name),
    region: name,
    osType: one === WINDOWS ? 'windows' : 'linux',
  })),
);

export function flavorById(id: string): Flavor | undefined {
  return ALL.find((one) => one.id === id);
}

const PROJECT = '/cloud/project/{serviceName}';

export function flavors(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: `${PROJECT}/flavor`,
      handle: ({ query }) => {
        const region = query.get('region');
        const wanted = ALL.filter((one) => region === null || one.region === region);
        return { status: 200, body: wanted.map((one) => shownFlavor(world, one)) };
      },
    },
    {
      method: 'GET',
      path: `${PROJECT}/flavor/{flavorId}`,
      handle: ({ params }) => {
        const found = flavorById(params['flavorId']!);
        if (!found) throw notFound('Flavor does not exist');
        return { status: 200, body: shownFlavor(world, found) };
      },
    },
  ];
}

export function shownFlavor(world: World, one: Flavor) {
  const capabilities = ['resize', 'snapshot', 'volume', 'failoverip'].map((name) => ({ name, enabled: true }));
  return {
    id: one.id,
    name: one.name,
    region: one.region,
    ram: one.ram,
    disk: one.disk,
    vcpus: one.vcpus,
    type: one.type,
    osType: one.osType,
    inboundBandwidth: one.bandwidth,
    outboundBandwidth: one.bandwidth,
    available: world.context.inStock(one.name, one.region),
    capabilities,
    planCodes: {
      hourly: `${one.name}.consumption`,
      monthly: one.monthly === null ? null : `${one.name}.monthly.postpaid`,
      license: null,
    },
    quota: 20,
  };
}
