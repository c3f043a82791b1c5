import * as z from 'zod';
import type { Route } from '../../../core/http.js';
import type { ActionResource } from '../../actions.js';
import { locationNamed } from '../../catalogue/locations.js';
import { HetznerError } from '../../errors.js';
import { id, read } from '../../input.js';
import { attachmentsIn, reserve } from '../../network-plan.js';
import type { Attachment, Server } from '../../records.js';
import type { World } from '../../world.js';
import { serverAction, serverOf } from './action.js';
import { newAttachment } from './attachment.js';
import { resourceOf } from './resource.js';

const attachBody = z.object({
  network: id,
  ip: z.string().optional(),
  alias_ips: z.array(z.string()).optional(),
  ip_range: z.string().optional(),
});
const detachBody = z.object({ network: id });
const aliasBody = z.object({ network: id, alias_ips: z.array(z.string()) });

/** docs.hetzner.com, cloud, networks, read 2026-11: a server is in at most three networks. */
const MAX_NETWORKS = 3;

export function networkActions(world: World): Route[] {
  const shown = (server: Server | undefined, network: unknown) =>
    server?.private_net.find((entry) => entry.network === network);
  world.actions.onFinish('attach_to_network', (action) => {
    const attachment = shown(serverOf(world, action), action.data['network']);
    if (attachment) attachment.pending = false;
  });
  world.actions.onFinish('detach_from_network', (action) => {
    const server = serverOf(world, action);
    if (server) server.private_net = server.private_net.filter(({ network }) => network !== action.data['network']);
  });

  return [
    serverAction(world, 'attach_to_network', (server, request) => {
      const { network: networkId, ...wish } = read(request, attachBody);
      const network = world.must(world.networks, 'network', networkId);
      const shares: ActionResource[] = [{ id: network.id, type: 'network' }];
      world.actions.mustBeFree([], shares);
      if (server.private_net.length >= MAX_NETWORKS)
        throw new HetznerError('resource_limit_exceeded', 'server network limit reached');
      server.private_net.push(newAttachment(world, server, network, wish));
      const resources = [resourceOf(server), ...shares];
      return { plan: { command: 'attach_to_network', resources, shares, data: { network: network.id } } };
    }),
    serverAction(world, 'detach_from_network', (server, request) => {
      const attachment = mustBeAttached(world, server, read(request, detachBody).network);
      const shares: ActionResource[] = [{ id: attachment.network, type: 'network' }];
      world.actions.mustBeFree([], shares);
      const resources = [resourceOf(server), ...shares];
      return { plan: { command: 'detach_from_network', resources, shares, data: { network: attachment.network } } };
    }),
    serverAction(world, 'change_alias_ips', (server, request) => {
      const body = read(request, aliasBody);
      const attachment = mustBeAttached(world, server, body.network);
      const network = world.must(world.networks, 'network', body.network);
      const others = attachmentsIn(world.servers.list(), network.id).filter((other) => other !== attachment);
      const zone = locationNamed(server.location).network_zone;
      const { alias_ips } = reserve(network, zone, others, { ip: attachment.ip, alias_ips: body.alias_ips });
      attachment.alias_ips = alias_ips;
      const resources: ActionResource[] = [resourceOf(server), { id: network.id, type: 'network' }];
      return { plan: { command: 'change_alias_ips', resources } };
    }),
  ];
}

function mustBeAttached(world: World, server: Server, networkId: number): Attachment {
  world.must(world.networks, 'network', networkId);
  const attachment = server.private_net.find((entry) => entry.network === networkId);
  if (!attachment) throw new HetznerError('invalid_input', 'server is not attached to network');
  return attachment;
}
