import type { Route } from '../../core/http.js';
import { fixed, get, listed, ok } from '../routes.js';
import type { World } from '../world.js';
import { plans } from './plans.js';
import { prices } from './prices.js';
import { zones } from './zones.js';

const MOST_CORES = 20;
const MOST_GIB = 128;

/** What is sold and where: the same for every account. */
export function catalogue(world: World): Route[] {
  const sizes = Array.from({ length: MOST_CORES }, (_, core) =>
    Array.from({ length: MOST_GIB }, (_, gib) => ({
      core_number: String(core + 1),
      memory_amount: String((gib + 1) * 1024),
    })),
  ).flat();
  return [
    ...fixed('/zone', () => listed('zones', 'zone', zones)),
    ...fixed('/plan', () =>
      listed(
        'plans',
        'plan',
        plans.map(({ price: _, ...plan }) => plan),
      ),
    ),
    ...fixed('/price', () => ok({ prices })),
    ...fixed('/server_size', () => listed('server_sizes', 'server_size', sizes)),
    ...fixed('/timezone', () => listed('timezones', 'timezone', [...Intl.supportedValuesOf('timeZone'), 'UTC'])),
    ...get('/account', () => ok({ account: { credits: 10_000, username: world.context.credentials['username'] } })),
  ];
}
