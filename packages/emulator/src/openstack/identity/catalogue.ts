import type { CloudRequest } from '../../core/http.js';
import { keystoneId } from '../ids.js';
import { rootOf } from '../root.js';
import type { World } from '../world.js';

/** Type, name and path of each service below the emulated cloud. */
const SERVICES = [
  { type: 'identity', name: 'keystone', path: '/identity' },
  { type: 'compute', name: 'nova', path: '/compute/v2.1' },
  { type: 'network', name: 'neutron', path: '/network' },
  { type: 'volumev3', name: 'cinderv3', path: '/volumev3/v3/{project}' },
  { type: 'image', name: 'glance', path: '/image' },
] as const;

/** Where the services are, as a token tells it. */
export function catalogue(world: World, request: CloudRequest) {
  return SERVICES.map(({ type, name, path }) => ({
    id: keystoneId('service', type),
    type,
    name,
    endpoints: ['public', 'internal', 'admin'].map((face) => ({
      id: keystoneId('endpoint', type, face),
      interface: face,
      region: world.region,
      region_id: world.region,
      url: `${rootOf(request)}${path.replace('{project}', world.projectId)}`,
    })),
  }));
}
