import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { findIso, isos } from '../catalogue/isos.js';
import { findLocation, locations } from '../catalogue/locations.js';
import {
  BACKUP_PERCENTAGE,
  CURRENCY,
  FLOATING_IP_MONTHLY,
  hourly,
  IMAGE_PER_GB_MONTH,
  PRIMARY_IP_MONTHLY,
  price,
  VAT_RATE,
  VOLUME_PER_GB_MONTH,
} from '../catalogue/prices.js';
import { findServerType, serverTypes } from '../catalogue/server-types.js';
import { HetznerError, notFound } from '../errors.js';
import { keepOneOf } from '../query/filter.js';
import { page } from '../query/page.js';
import { sorted } from '../query/sort.js';
import { get, ok } from '../routes.js';
import { viewServerType } from '../views/server-type.js';
import type { World } from '../world.js';

/** What is the same for everybody: places, types, prices, ISO images. */
export function catalogueRoutes(world: World): Route[] {
  const byId =
    <T>(kind: string, root: string, find: (id: number) => T | undefined, view: (item: T) => unknown) =>
    ({ params }: CloudRequest): Reply => {
      const id = params['id']!;
      const found = /^\d+$/.test(id) ? find(Number(id)) : undefined;
      if (!found) throw notFound(kind, id);
      return ok({ [root]: view(found) });
    };
  const same = <T>(item: T): T => item;
  const type = viewServerType(world);

  return [
    get('/locations', (request) => page(request, 'locations', listed(request, locations), same)),
    get('/locations/{id}', byId('location', 'location', findLocation, same)),
    get('/datacenters', removed),
    get('/datacenters/{id}', removed),
    get('/server_types', (request) => page(request, 'server_types', listed(request, serverTypes), type)),
    get('/server_types/{id}', byId('server type', 'server_type', findServerType, type)),
    get('/isos', (request) => {
      const items = keepOneOf(request, listed(request, isos), 'architecture', ({ architecture }) => architecture, [
        'x86',
        'arm',
      ]);
      return page(request, 'isos', items, same);
    }),
    get('/isos/{id}', byId('ISO', 'iso', findIso, same)),
    get('/pricing', () => ok({ pricing: pricing() })),
  ];
}

/** Gone since 2026-10-01 (hcloud-go 2.44, changelog). */
function removed(): Reply {
  throw new HetznerError('deprecated_api_endpoint', 'API functionality was removed', {
    announcement: 'https://docs.hetzner.cloud/changelog',
  });
}

function listed<T extends { id: number; name: string }>(request: CloudRequest, items: readonly T[]): T[] {
  const name = request.query.get('name');
  const found = name ? items.filter((item) => item.name === name) : [...items];
  return sorted(request, found, { id: ({ id }) => id, name: (item) => item.name });
}

function pricing(): Record<string, unknown> {
  const everywhere = locations.map(({ name }) => name);
  return {
    currency: CURRENCY,
    vat_rate: VAT_RATE,
    image: { price_per_gb_month: price(IMAGE_PER_GB_MONTH) },
    volume: { price_per_gb_month: price(VOLUME_PER_GB_MONTH) },
    server_backup: { percentage: BACKUP_PERCENTAGE },
    floating_ip: { price_monthly: price(FLOATING_IP_MONTHLY.ipv4) },
    floating_ips: (['ipv4', 'ipv6'] as const).map((type) => ({
      type,
      prices: everywhere.map((location) => ({ location, price_monthly: price(FLOATING_IP_MONTHLY[type]) })),
    })),
    primary_ips: (['ipv4', 'ipv6'] as const).map((type) => ({
      type,
      prices: everywhere.map((location) => ({
        location,
        price_hourly: price(hourly(PRIMARY_IP_MONTHLY[type])),
        price_monthly: price(PRIMARY_IP_MONTHLY[type]),
      })),
    })),
    server_types: serverTypes.map(({ id, name, prices }) => ({ id, name, prices })),
    load_balancer_types: [], // load balancers are not emulated
  };
}
