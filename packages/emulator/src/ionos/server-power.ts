import type { CloudRequest, Route } from '../core/http.js';
import { freeAddress } from './addresses.js';
import type { Step } from './durations.js';
import { invalid } from './errors.js';
import type { Effect, ServerRecord } from './records.js';
import { serverNode } from './views.js';
import type { World } from './world.js';

/** Starting, stopping and rebooting: what a stop takes with it are the addresses that the vendor gave. */
export function serverPower(world: World): Route[] {
  const order = (name: string, step: Step, act: (server: ServerRecord) => readonly Effect[]): Route => ({
    method: 'POST',
    path: `/datacenters/{datacenterId}/servers/{serverId}/${name}`,
    handle: (request: CloudRequest) => {
      const { datacenterId, serverId } = request.params;
      const server = world.server(datacenterId, serverId);
      const effects = act(server);
      world.touch(server);
      const headers = world.provision(
        request,
        step,
        world.datacenter(datacenterId),
        [serverNode(world, server)],
        effects,
      );
      return { status: 202, headers };
    },
  });
  return [
    order('start', 'server.start', (server) => {
      for (const nic of world.nicsOf(server.id)) {
        const lan = world.lan(server.datacenterId, nic.lan);
        if (nic.automatic && nic.ips.length === 0) nic.ips = [freeAddress(world, lan)];
      }
      return [{ do: 'power', serverId: server.id, to: 'RUNNING' }];
    }),
    order('stop', 'server.stop', (server) => {
      for (const nic of world.nicsOf(server.id)) {
        if (nic.automatic && world.lan(server.datacenterId, nic.lan).public) nic.ips = [];
      }
      return [{ do: 'power', serverId: server.id, to: 'SHUTOFF' }];
    }),
    order('reboot', 'server.reboot', (server) => {
      if (server.vmState === 'SHUTOFF') throw invalid('vmState', 'a server that is off cannot be rebooted');
      return [];
    }),
  ];
}
