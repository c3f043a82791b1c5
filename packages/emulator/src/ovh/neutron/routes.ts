import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { bare, unauthorized } from '../../openstack/errors.js';
import type { World } from '../world.js';

/** Where the project's Neutrons stand, below the cloud's prefix: a region behind it. */
export const NEUTRON = '/openstack/network';

/** The project's Neutron in every region: what OVHcloud's own API lacks, and what stands behind it. */
export function neutron(world: World): Route[] {
  return world.neutrons.flatMap((one) =>
    one.routes.map((route) => ({ ...route, path: `${NEUTRON}/${one.region}${route.path}` })),
  );
}

/** @throws Refusal where there is no token of a user of the project, or it has ended. */
export function authenticateAtNeutron(world: World, { headers }: CloudRequest): void {
  const token = world.tokens.get(String(headers['x-auth-token'] ?? ''));
  if (!token || token.userId === null || token.ends <= world.now()) throw unauthorized();
}

/** The body for a bare status; of too many requests it is OVHcloud's own (support.us.ovhcloud.com, API rate limits, read 2026-11). */
export function bareOfNeutron(status: number, request: CloudRequest): Reply {
  if (status !== 429) return bare('network', status, request);
  return { status, body: { error: { status: '429 Too Many Requests', message: 'Too Many Requests' } } };
}
