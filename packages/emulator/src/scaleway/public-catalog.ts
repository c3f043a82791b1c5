import type { CloudRequest, Route } from '../core/http.js';
import { list } from './listing.js';
import { ZONES } from './localities.js';
import { euros } from './money.js';
import { page } from './paging.js';
import { eurPerHourIn, type ServerType, serverTypes } from './server-types.js';
import { VOLUME_TYPES } from './volume-types.data.js';

/** What is for sale, with prices, for anybody to read. What the recordings do not tell (CPU model, emissions) stays empty. */
export function publicCatalog(): Route[] {
  return [
    {
      method: 'GET',
      path: '/product-catalog/v2alpha1/public-catalog/products',
      fixed: true,
      handle: (request) => page(request, 'products', wanted(request), (product) => product),
    },
  ];
}

function wanted({ query }: CloudRequest) {
  const types = list(query, 'product_types');
  const zones = query.get('zone') ? ZONES.filter((zone) => zone === query.get('zone')) : ZONES;
  const region = query.get('region');
  const offers = list(query, 'api_ids');
  const products = zones
    .filter((zone) => !region || zone.startsWith(region))
    .flatMap((zone) => [
      ...(types.length === 0 || types.includes('instance') ? instances(zone) : []),
      ...(types.length === 0 || types.includes('block_storage') ? blockStorage(zone) : []),
    ]);
  return offers.length === 0 ? products : products.filter(({ product }) => offers.includes(product));
}

const instances = (zone: string) =>
  serverTypes.filter((type) => type.zones.includes(zone)).map((type) => instance(type, zone));

function instance(type: ServerType, zone: string) {
  const price = eurPerHourIn(zone, type);
  const arch = type.arch === 'arm64' ? 'arm64' : 'x64';
  const variant = `${type.name} - ${zone}`;
  return {
    sku: `/compute/${type.name.toLowerCase().replaceAll('-', '_')}/run_${zone}`,
    service_category: 'Compute',
    product_category: 'Instance',
    product: type.name,
    variant,
    description: `${variant} (${price}€ per hour)`,
    locality: { zone },
    price: { retail_price: euros(price) },
    properties: {
      hardware: {
        cpu: {
          description: `${arch}, vCPUs: ${type.vcpus}`,
          arch,
          type: '',
          virtual: { count: type.vcpus },
          threads: type.vcpus,
          shared: true,
        },
        ram: { description: `${type.memoryGib} GiB`, size: type.memoryGib * 2 ** 30, type: '' },
        storage: { description: type.localGb > 0 ? 'Dynamic local: 1 x SSD, Block' : 'Block', total: 0 },
        network: {
          description: `Internal: ${type.internalMbit} Mb/s, Public: ${type.internetMbit} Mb/s`,
          internal_bandwidth: type.internalMbit * 1e6,
          public_bandwidth: type.internetMbit * 1e6,
          max_public_bandwidth: type.internetMbit * 1e6,
        },
      },
      instance: { range: '', offer_id: type.name, recommended_replacement_offer_ids: [] },
    },
    environmental_impact_estimation: null,
    unit_of_measure: { unit: 'hour', size: 1 },
    status: type.endOfService ? 'end_of_support' : 'general_availability',
    end_of_life_at: null,
    badges: [],
  };
}

function blockStorage(zone: string) {
  return VOLUME_TYPES.map(({ type, iops, eurPerGbHour }) => ({
    sku: `/storage/block/${type}/run_${zone}`,
    service_category: 'Storage',
    product_category: 'Block Storage',
    product: `Block Storage ${iops / 1000}K`,
    variant: `Block Storage ${iops / 1000}K - ${zone}`,
    description: `Block Storage ${iops / 1000}K - ${zone} (${eurPerGbHour}€ per GB and hour)`,
    locality: { zone },
    price: { retail_price: euros(eurPerGbHour) },
    properties: { block_storage: { min_volume_size: 1_000_000_000, max_volume_size: 10_000_000_000_000 } },
    environmental_impact_estimation: null,
    unit_of_measure: { unit: 'gigabyte', size: 1 },
    status: 'general_availability',
    end_of_life_at: null,
    badges: [],
  }));
}
