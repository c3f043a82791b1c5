import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { ZONES } from '../compute/zones.js';
import { fault } from '../errors.js';
import { stableId } from '../ids.js';
import { rootOf } from '../root.js';
import type { World } from '../world.js';
import { snapshots } from './snapshots.js';
import { VOLUME_TYPES, volumes } from './volumes.js';

/** What Cinder of the Zed release speaks (its API history, read 2026-11). */
const VERSION = { id: 'v3.0', status: 'CURRENT', version: '3.70', min_version: '3.0', updated: '2022-08-31T00:00:00Z' };

/** Cinder's own page about its versions: nobody has to log in for it. */
export function volumeVersions(): Route[] {
  const page = (request: CloudRequest): Reply => ({
    status: 200,
    body: {
      versions: [
        {
          ...VERSION,
          links: [
            { rel: 'describedby', type: 'text/html', href: 'https://docs.openstack.org/' },
            { rel: 'self', href: `${rootOf(request)}/volumev3/v3/` },
          ],
          'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.volume+json;version=3' }],
        },
      ],
    },
  });
  const all = (request: CloudRequest): Reply => ({ ...page(request), status: 300 });
  return [
    { method: 'GET', path: '', handle: all },
    { method: 'GET', path: '/', handle: all },
    { method: 'GET', path: '/v3', handle: page },
    { method: 'GET', path: '/v3/', handle: page },
  ];
}

/** Cinder: every path stands below the project. */
export function volumeService(world: World): Route[] {
  const types = VOLUME_TYPES.map((name) => ({
    id: stableId('volume-type', name),
    name,
    description: null,
    is_public: true,
    'os-volume-type-access:is_public': true,
    qos_specs_id: null,
    extra_specs: {},
  }));
  const routes: Route[] = [
    ...volumes(world),
    ...snapshots(world),
    { method: 'GET', path: '/types', handle: () => ({ status: 200, body: { volume_types: types } }) },
    {
      method: 'GET',
      path: '/os-availability-zone',
      handle: () => ({
        status: 200,
        body: { availabilityZoneInfo: ZONES.map((zoneName) => ({ zoneName, zoneState: { available: true } })) },
      }),
    },
  ];
  return routes.map((route) => ({
    ...route,
    path: `/v3/{project}${route.path}`,
    handle: (request) => {
      if (request.params['project'] !== world.projectId) throw fault(400, 'Malformed request url');
      return route.handle(request);
    },
  }));
}
