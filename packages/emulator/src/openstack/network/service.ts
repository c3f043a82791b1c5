import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { rootOf } from '../root.js';
import type { World } from '../world.js';
import { floatingIps } from './floating-ips.js';
import { networks } from './networks.js';
import { ports } from './ports.js';
import { routers } from './routers.js';
import { securityGroupRules, securityGroups } from './security-groups.js';
import { subnets } from './subnets.js';

/** Extensions that clients look for before they use what they bring. */
const EXTENSIONS = [
  'router',
  'external-net',
  'security-group',
  'quotas',
  'fip-port-details',
  'project-id',
  'pagination',
  'sorting',
];

/** Neutron's own page about its version: nobody has to log in for it. */
export function networkVersions(): Route[] {
  const versions = (request: CloudRequest): Reply => ({
    status: 200,
    body: {
      versions: [{ id: 'v2.0', status: 'CURRENT', links: [{ rel: 'self', href: `${rootOf(request)}/network/v2.0/` }] }],
    },
  });
  return ['', '/'].map((path) => ({ method: 'GET', path, handle: versions }));
}

/** Neutron of the project. */
export function networkService(world: World): Route[] {
  const extensions = EXTENSIONS.map((alias) => ({
    alias,
    name: alias,
    description: alias,
    updated: '2016-01-01T00:00:00-00:00',
    links: [],
  }));
  const routes: Route[] = [
    ...networks(world),
    ...subnets(world),
    ...ports(world),
    ...routers(world),
    ...securityGroups(world),
    ...securityGroupRules(world),
    ...floatingIps(world),
    { method: 'GET', path: '/extensions', handle: () => ({ status: 200, body: { extensions } }) },
  ];
  return routes.map((route) => ({ ...route, path: `/v2.0${route.path}` }));
}
