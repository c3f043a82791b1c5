import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { Refusal } from '../errors.js';
import type { World } from '../world.js';
import { flavors } from './flavors.js';
import { interfaces } from './interfaces.js';
import { keypairs } from './keypairs.js';
import { computeGroups } from './security-groups.js';
import { serverActions } from './server-actions.js';
import { servers } from './servers.js';
import { microversionHeaders, microversionOf } from './versions.js';
import { volumeAttachments } from './volume-attachments.js';
import { computeZones } from './zones.js';

/** Nova of the project: every answer says in which microversion it is. */
export function computeService(world: World): Route[] {
  const routes: Route[] = [
    ...servers(world),
    ...serverActions(world),
    ...interfaces(world),
    ...volumeAttachments(world),
    ...keypairs(world),
    ...computeGroups(world),
    ...flavors(),
    ...computeZones(),
  ];
  const versioned =
    (handle: Route['handle']) =>
    (request: CloudRequest): Reply => {
      const headers = microversionHeaders(request);
      try {
        // A microversion that it does not speak is refused, whatever the path.
        microversionOf(request);
        const reply = handle(request);
        const type: Record<string, string> = reply.body === undefined ? { 'Content-Type': 'application/json' } : {};
        return { ...reply, headers: { ...headers, ...type, ...reply.headers } };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const type = { 'Content-Type': 'application/json; charset=UTF-8' };
        throw new Refusal(error.status, error.body, { ...headers, ...type, ...error.headers });
      }
    };
  return routes.map((route) => ({ ...route, path: `/v2.1${route.path}`, handle: versioned(route.handle) }));
}
