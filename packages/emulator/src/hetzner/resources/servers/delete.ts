import type { Route } from '../../../core/http.js';
import { isProtected } from '../../errors.js';
import { ok, remove } from '../../routes.js';
import type { World } from '../../world.js';
import { serverOf } from './action.js';
import { resourceOf } from './resource.js';

/** The server is `deleting` until its action ends; then it is gone, and what hung on it is free or gone with it. */
export function deleteServerRoute(world: World): Route {
  world.actions.onFinish('delete_server', (action) => {
    const server = serverOf(world, action);
    if (!server) return;
    world.servers.delete(server.id);
    for (const volume of world.volumes.list()) if (volume.server === server.id) volume.server = null;
    for (const ip of world.floatingIps.list()) if (ip.server === server.id) ip.server = null;
    for (const ip of world.primaryIps.list()) {
      if (ip.assignee_id !== server.id) continue;
      if (ip.auto_delete) world.primaryIps.delete(ip.id);
      else ip.assignee_id = null;
    }
    for (const firewall of world.firewalls.list()) {
      firewall.applied_to = firewall.applied_to.filter(
        (application) => application.type !== 'server' || application.server.id !== server.id,
      );
    }
    for (const image of world.ownImages.list()) if (image.bound_to === server.id) world.ownImages.delete(image.id);
  });

  return remove('/servers/{id}', ({ params }) => {
    const server = world.must(world.servers, 'server', params['id']!);
    if (server.protection.delete) throw isProtected('server');
    const resources = [resourceOf(server)];
    const action = world.actions.begin({
      command: 'delete_server',
      resources,
      locks: resources,
      data: { server: server.id },
    });
    server.status = 'deleting';
    return ok({ action: world.show(action) });
  });
}
