import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { knownRegion } from '../regions.js';
import type { World } from '../world.js';
import { unauthorized } from './errors.js';
import { floatingIps } from './floating-ips.js';
import { ports } from './ports.js';
import { securityGroupRules, securityGroups } from './security-groups.js';
import { networks, routers, subnets } from './topology.js';

/** Where Neutron of a region stands, below the cloud's prefix. */
export const NEUTRON = '/openstack/network/{region}/v2.0';

/** The project's Neutron, one a region: what OVHcloud's own API lacks, and what stands behind it. */
export function neutron(world: World): Route[] {
  const routes = [
    ...securityGroups(world),
    ...securityGroupRules(world),
    ...ports(world),
    ...networks(world),
    ...subnets(world),
    ...routers(world),
    ...floatingIps(world),
  ];
  return routes.map((route) => ({ ...route, path: NEUTRON + route.path, handle: inRegion(route.handle) }));
}

function inRegion(handle: (request: CloudRequest) => Reply): (request: CloudRequest) => Reply {
  return (request) => {
    knownRegion(request.params['region']!);
    return handle(request);
  };
}

/** @throws Refusal where there is no token of a user of the project, or it has ended. */
export function authenticateAtNeutron(world: World, { headers }: CloudRequest): void {
  const token = world.tokens.get(String(headers['x-auth-token'] ?? ''));
  if (!token || token.userId === null || token.ends <= world.now()) throw unauthorized();
}
