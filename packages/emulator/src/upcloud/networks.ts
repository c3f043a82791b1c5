import * as z from 'zod';
import { overlap, parseCidr, toAddress } from '../core/cidr.js';
import type { CloudRequest, Route } from '../core/http.js';
import { mustBeZone } from './catalogue/zones.js';
import { conflict, invalid } from './errors.js';
import { idOf, newId } from './ids.js';
import { read, text, yesNo } from './input.js';
import { givenLabels, labelled, labelsShape, paged } from './labels.js';
import type { IpNetworkRecord, NetworkRecord } from './records.js';
import { created, get, gone, listed, ok, post, put, remove } from './routes.js';
import { serversIn } from './server-view.js';
import { must, type World } from './world.js';

const routesOfDhcp = z.object({
  enabled: yesNo.optional(),
  exclude_by_source: z.array(text).optional(),
  filter_by_destination: z.array(text).optional(),
  filter_by_route_type: z.array(text).optional(),
});
const ipNetwork = z.object({
  address: text.refine((block) => block.includes('/') && parseCidr(block) !== undefined),
  family: z.enum(['IPv4', 'IPv6']).default('IPv4'),
  dhcp: yesNo.default('yes'),
  dhcp_default_route: yesNo.default('no'),
  gateway: text.optional(),
  dhcp_dns: z.array(text).optional(),
  dhcp_routes: z.array(text).optional(),
  dhcp_routes_configuration: z.object({ effective_routes_auto_population: routesOfDhcp }).optional(),
});
const ipNetworks = z.object({ ip_network: z.array(ipNetwork).length(1) });
const createShape = z.object({
  name: text.min(1),
  zone: text,
  router: text.nullish(),
  ip_networks: ipNetworks,
  labels: labelsShape.optional(),
});
const modifyShape = z.object({
  name: text.min(1).optional(),
  router: text.nullable().optional(),
  // The block of a network never changes.
  ip_networks: z.object({ ip_network: z.array(ipNetwork.partial()).max(1) }).optional(),
  labels: labelsShape.optional(),
});

/** SDN networks, and those of the vendor's own that every account sees. Each has exactly one block. */
export function networks(world: World): Route[] {
  const own = ({ params }: CloudRequest): NetworkRecord => {
    const network = world.network(idOf(params['uuid'], 'network'));
    if (network.type === 'private') return network;
    throw conflict('NETWORK_FORBIDDEN', 'The network belongs to UpCloud.');
  };
  const checkRouter = (router: string | null | undefined, block: string, self?: string) => {
    if (!router) return;
    must(world.routers.get(router), 'router', router);
    const clash = world.networks.find(
      (one) => one.router === router && one.uuid !== self && overlaps(one.ipNetworks[0]?.address, block),
    );
    if (clash) throw conflict('DUPLICATE_ROUTE', `The block overlaps that of the network ${clash.name} on the router.`);
  };
  return [
    ...get('/network', (request) => {
      const zone = request.query.get('zone');
      const wanted = world.allNetworks().filter((one) => zone === null || one.zone === zone);
      return listed(
        'networks',
        'network',
        paged(request, labelled(request, wanted)).map((one) => networkView(world, one)),
      );
    }),
    ...get('/network/{uuid}', ({ params }) =>
      ok({ network: networkView(world, world.network(idOf(params['uuid'], 'network'))) }),
    ),
    ...post('/network', (request) => {
      const given = read(request, 'network', createShape);
      const [block] = given.ip_networks.ip_network;
      if (!block) throw invalid('ip_networks');
      world.mustFit('networks', 'network', world.networks.size);
      checkRouter(given.router, block.address);
      const network: NetworkRecord = {
        uuid: newId('network'),
        zone: mustBeZone(given.zone),
        name: given.name,
        type: 'private',
        router: given.router ?? null,
        labels: givenLabels(given.labels),
        ipNetworks: [
          {
            ...block,
            gateway: block.gateway ?? firstHost(block.address),
            dhcp_routes_configuration: routesConfiguration({}, block.dhcp_routes_configuration),
          },
        ],
      };
      world.networks.put(network.uuid, network);
      return created({ network: networkView(world, network) });
    }),
    ...put('/network/{uuid}', (request) => {
      const network = own(request);
      const given = read(request, 'network', modifyShape);
      const labels = given.labels && givenLabels(given.labels);
      if (given.router !== undefined) checkRouter(given.router, network.ipNetworks[0]?.address ?? '', network.uuid);
      network.name = given.name ?? network.name;
      network.labels = labels ?? network.labels;
      if (given.router !== undefined) network.router = given.router;
      const [change] = given.ip_networks?.ip_network ?? [];
      if (change)
        network.ipNetworks = network.ipNetworks.map(
          (now) =>
            ({
              ...now,
              ...change,
              address: now.address,
              dhcp_routes_configuration: routesConfiguration(
                now.dhcp_routes_configuration?.effective_routes_auto_population ?? {},
                change.dhcp_routes_configuration,
              ),
            }) as IpNetworkRecord,
        );
      // Recorded 2025-09: the answer to a change leaves the servers out.
      const { servers: _, ...answer } = networkView(world, network);
      return ok({ network: answer });
    }),
    ...remove('/network/{uuid}', (request) => {
      const network = own(request);
      if (serversIn(world, network).length > 0)
        throw conflict('NETWORK_NOT_EMPTY', 'There are servers in the network.');
      world.networks.delete(network.uuid);
      return gone;
    }),
  ];
}

/** Without `router` where it has none, and without `servers` where there are none, as recorded. */
export function networkView(world: World, network: NetworkRecord): Record<string, unknown> {
  const servers = serversIn(world, network).map(({ title, uuid }) => ({ title, uuid }));
  const isPrivate = network.type === 'private';
  return {
    ...(isPrivate ? { effective_routes: [] } : {}),
    ip_networks: {
      ip_network: network.ipNetworks.map((block) => ({
        ...block,
        ...(isPrivate ? { dhcp_effective_routes: [] } : {}),
      })),
    },
    labels: network.labels,
    name: network.name,
    ...(network.router === null ? {} : { router: network.router }),
    ...(servers.length === 0 ? {} : { servers: { server: servers } }),
    type: network.type,
    uuid: network.uuid,
    zone: network.zone,
  };
}

/** What a wish does not name stays, and an empty list goes (recorded 2025-09). */
function routesConfiguration(
  now: Record<string, unknown>,
  wish: { effective_routes_auto_population: Record<string, unknown> } | undefined,
): NonNullable<IpNetworkRecord['dhcp_routes_configuration']> {
  const merged = { enabled: 'no', ...now, ...wish?.effective_routes_auto_population };
  const kept = Object.entries(merged).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return { effective_routes_auto_population: Object.fromEntries(kept) };
}

function overlaps(one: string | undefined, other: string): boolean {
  const [a, b] = [parseCidr(one ?? ''), parseCidr(other)];
  return a !== undefined && b !== undefined && overlap(a, b);
}

function firstHost(block: string): string {
  const cidr = parseCidr(block);
  return cidr ? toAddress(cidr.first + 1n, cidr.v6) : '';
}
