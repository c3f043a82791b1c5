import type { Route } from '../core/http.js';
import { instancePageOfMap } from './paging.js';
import { eurPerHourIn, type ServerType, typesIn } from './server-types.js';
import type { World } from './world.js';

const GB = 1e9;
/** A month is 730 hours in the vendor's figures (recorded 2026-07), though its description speaks of 30 days. */
const HOURS_A_MONTH = 730;
const ALTERNATIVE_NAMES: Record<string, string[]> = { VC1S: ['X64-2GB'], VC1M: ['X64-4GB'], VC1L: ['X64-8GB'] };

export function products(world: World): Route[] {
  const availability = (type: ServerType, zone: string) =>
    world.context.inStock(type.name, zone) ? 'available' : 'shortage';
  return [
    {
      method: 'GET',
      path: '/instance/v1/zones/{zone}/products/servers',
      fixed: true,
      handle: (request) => {
        const zone = request.params['zone']!;
        return instancePageOfMap(
          request,
          'servers',
          typesIn(zone).map((type) => [type.name, shown(type, zone)] as const),
        );
      },
    },
    {
      method: 'GET',
      path: '/instance/v1/zones/{zone}/products/servers/availability',
      handle: (request) => {
        const zone = request.params['zone']!;
        return instancePageOfMap(
          request,
          'servers',
          typesIn(zone).map((type) => [type.name, { availability: availability(type, zone) }] as const),
        );
      },
    },
    {
      method: 'GET',
      path: '/instance/v1/zones/{zone}/products/volumes',
      handle: (request) =>
        instancePageOfMap(request, 'volumes', [
          [
            'l_ssd',
            { display_name: 'Local SSD', capabilities: { snapshot: true }, constraints: { min: GB, max: 800 * GB } },
          ],
        ]),
    },
  ];
}

function shown(type: ServerType, zone: string) {
  const price = eurPerHourIn(zone, type);
  const internal = type.internalMbit * 1e6;
  const internet = type.internetMbit * 1e6;
  const local = type.localGb > 0;
  return {
    alt_names: ALTERNATIVE_NAMES[type.name] ?? [],
    arch: type.arch,
    block_bandwidth: type.blockMibPerSecond * 2 ** 20,
    capabilities: {
      block_storage: true,
      boot_types: ['local', 'rescue'],
      hot_snapshots_local_volume: local,
      max_file_systems: type.fileSystems,
      placement_groups: true,
      private_network: 8,
    },
    end_of_service: type.endOfService,
    gpu: type.gpu?.count ?? 0,
    gpu_info: type.gpu
      ? { gpu_manufacturer: 'NVIDIA', gpu_name: type.gpu.name, gpu_memory: type.gpu.memoryMib * 2 ** 20 }
      : null,
    hourly_price: price,
    mig_profile: null,
    monthly_price: Number((price * HOURS_A_MONTH).toFixed(5)),
    ncpus: type.vcpus,
    network: {
      interfaces: [{ internal_bandwidth: internal, internet_bandwidth: internet }],
      ipv6_support: true,
      sum_internal_bandwidth: internal,
      sum_internet_bandwidth: internet,
    },
    per_volume_constraint: { l_ssd: local ? { min_size: GB, max_size: 800 * GB } : { min_size: 0, max_size: 0 } },
    ram: type.memoryGib * 2 ** 30,
    scratch_storage_max_size: type.scratch.sizeGb * GB,
    scratch_storage_max_volumes_count: type.scratch.volumes,
    volumes_constraint: { min_size: 0, max_size: type.localGb * GB },
  };
}
