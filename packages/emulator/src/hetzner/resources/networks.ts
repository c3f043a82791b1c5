import * as z from 'zod';
import type { Route as HttpRoute } from '../../core/http.js';
import type { ActionResource } from '../actions.js';
import { addressOf, blockOf, within } from '../cidr.js';
import { HetznerError, invalidInput, isProtected } from '../errors.js';
import { labels, name, read } from '../input.js';
import { newRoute, newSubnet, rangeProblem, routeShape, subnetShape } from '../network-plan.js';
import type { Network } from '../records.js';
import { protectionRoute, type ResourceKind, readRoutes, updateRoute } from '../resource.js';
import { created, gone, post, remove, started } from '../routes.js';
import { networkViewer } from '../views/network.js';
import type { World } from '../world.js';

const createBody = z.object({
  name,
  ip_range: z.string(),
  labels: labels.default({}),
  subnets: z.array(subnetShape).default([]),
  routes: z.array(routeShape).default([]),
  expose_routes_to_vswitch: z.boolean().default(false),
});
const rangeBody = z.object({ ip_range: z.string() });

export function networkRoutes(world: World): HttpRoute[] {
  const kind: ResourceKind<Network> & { type: 'network' } = {
    path: '/networks',
    one: 'network',
    many: 'networks',
    label: 'network',
    type: 'network',
    collection: world.networks,
    view: () => networkViewer(world),
  };
  const must = (text: string) => world.must(world.networks, 'network', text);
  const change = (
    network: Network,
    command: 'add_subnet' | 'delete_subnet' | 'add_route' | 'delete_route' | 'change_ip_range',
  ) => {
    const resources = [resourceOf(network)];
    return started(world, world.actions.begin({ command, resources, locks: resources }));
  };
  const free = (network: Network) => world.actions.mustBeFree([resourceOf(network)]);

  return [
    ...readRoutes(world, kind),
    post('/networks', (request) => {
      const body = read(request, createBody);
      world.mustBeUnique(world.networks, 'network', body.name);
      mustBeRange(body.ip_range);
      world.mustFit('networks', 'network', world.networks.size);
      const draft: Network = {
        id: 0,
        name: body.name,
        created: world.now(),
        labels: body.labels,
        ip_range: body.ip_range,
        subnets: [],
        routes: [],
        protection: { delete: false },
        expose_routes_to_vswitch: body.expose_routes_to_vswitch,
      };
      for (const subnet of body.subnets) draft.subnets.push(newSubnet(draft, subnet));
      for (const route of body.routes) draft.routes.push(newRoute(draft, route));
      const network = { ...draft, id: world.newId('network') };
      return created({ network: kind.view()(world.networks.put(network.id, network)) });
    }),
    updateRoute(world, kind, {
      shape: { expose_routes_to_vswitch: z.boolean().optional() },
      apply: (network, body) => {
        free(network);
        if (body.expose_routes_to_vswitch !== undefined)
          network.expose_routes_to_vswitch = body.expose_routes_to_vswitch;
      },
    }),
    remove('/networks/{id}', ({ params }) => {
      const network = must(params['id']!);
      if (network.protection.delete) throw isProtected('network');
      free(network);
      for (const server of world.servers.list()) {
        server.private_net = server.private_net.filter((attachment) => attachment.network !== network.id);
      }
      world.networks.delete(network.id);
      return gone;
    }),
    protectionRoute(world, kind),
    post('/networks/{id}/actions/add_subnet', (request) => {
      const network = must(request.params['id']!);
      free(network);
      network.subnets.push(newSubnet(network, read(request, subnetShape)));
      return change(network, 'add_subnet');
    }),
    post('/networks/{id}/actions/delete_subnet', (request) => {
      const network = must(request.params['id']!);
      const { ip_range } = read(request, rangeBody);
      free(network);
      const subnet = network.subnets.find((candidate) => candidate.ip_range === ip_range);
      if (!subnet) throw new HetznerError('not_found', `subnet '${ip_range}' not found`);
      if (inUse(world, network, ip_range))
        throw new HetznerError('resource_in_use', `subnet ${ip_range} is still in use`);
      network.subnets = network.subnets.filter((candidate) => candidate !== subnet);
      return change(network, 'delete_subnet');
    }),
    post('/networks/{id}/actions/add_route', (request) => {
      const network = must(request.params['id']!);
      free(network);
      network.routes.push(newRoute(network, read(request, routeShape)));
      return change(network, 'add_route');
    }),
    post('/networks/{id}/actions/delete_route', (request) => {
      const network = must(request.params['id']!);
      const body = read(request, routeShape);
      free(network);
      const route = network.routes.find(
        ({ destination, gateway }) => destination === body.destination && gateway === body.gateway,
      );
      if (!route) throw new HetznerError('not_found', `route to '${body.destination}' not found`);
      network.routes = network.routes.filter((candidate) => candidate !== route);
      return change(network, 'delete_route');
    }),
    post('/networks/{id}/actions/change_ip_range', (request) => {
      const network = must(request.params['id']!);
      const { ip_range } = read(request, rangeBody);
      free(network);
      mustBeRange(ip_range);
      const wanted = blockOf(ip_range)!;
      const current = blockOf(network.ip_range)!;
      if (wanted.first !== current.first || !within(current, wanted)) {
        throw invalidInput({ ip_range: 'can only be extended at its end' });
      }
      network.ip_range = ip_range;
      return change(network, 'change_ip_range');
    }),
  ];
}

function resourceOf(network: Network): ActionResource {
  return { id: network.id, type: 'network' };
}

function mustBeRange(ip_range: string): void {
  const problem = rangeProblem(ip_range);
  if (problem) throw invalidInput({ ip_range: problem });
}

function inUse(world: World, network: Network, ip_range: string): boolean {
  const block = blockOf(ip_range)!;
  return world.servers.list().some((server) =>
    server.private_net.some(
      (attachment) =>
        attachment.network === network.id &&
        [attachment.ip, ...attachment.alias_ips].some((ip) => {
          const address = addressOf(ip)!;
          return address >= block.first && address <= block.last;
        }),
    ),
  );
}
