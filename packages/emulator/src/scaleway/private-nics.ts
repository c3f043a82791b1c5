import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { take } from './address-book.js';
import { read, tags, text } from './arguments.js';
import { instanceDate } from './dates.js';
import { alreadyExists, notValid, Refusal } from './errors.js';
import { list } from './listing.js';
import { regionOf } from './localities.js';
import { instancePage } from './paging.js';
import type { PrivateNetworkRecord, PrivateNicRecord, ServerRecord, SubnetRecord } from './records.js';
import { type Transitions, there, type World } from './world.js';

const NICS = '/instance/v1/zones/{zone}/servers/{server_id}/private_nics';
const NIC = `${NICS}/{private_nic_id}`;
/** docs.scaleway.com, Organization quotas, read 2025-10. */
const MOST = 8;
const createShape = z.object({
  private_network_id: text(),
  tags: tags.nullish(),
  ipam_ip_ids: z.array(z.string()).nullish(),
});

export function nicsOf(world: World, server: ServerRecord): PrivateNicRecord[] {
  return world.privateNics.filter((nic) => nic.server === server.id);
}

export function shownNic(world: World, nic: PrivateNicRecord) {
  return {
    id: nic.id,
    private_network_id: nic.network,
    server_id: nic.server,
    mac_address: nic.mac,
    state: nic.state,
    creation_date: instanceDate(nic.created),
    modification_date: instanceDate(nic.modified),
    zone: nic.zone,
    tags: nic.tags,
    ipam_ip_ids: world.addresses.filter((address) => address.nic === nic.id).map(({ id }) => id),
  };
}

/** Unplugs a NIC: its own addresses are released, booked ones stay for the next (recorded 2026-07). */
export function removeNic(world: World, nic: PrivateNicRecord): void {
  for (const address of world.addresses.filter(({ nic: of }) => of === nic.id)) {
    if (nic.booked.includes(address.id)) Object.assign(address, { nic: null, updated: world.now() });
    else world.addresses.delete(address.id);
  }
  world.privateNics.delete(nic.id);
}

export function privateNicTransitions(world: World): Transitions {
  return {
    'private-nic.sync': (id) => {
      const nic = world.privateNics.get(id);
      if (nic?.state === 'syncing') Object.assign(nic, { state: 'available', modified: world.now() });
    },
    // Addresses come a moment after the NIC, one of each family (recorded 2026-07).
    'private-nic.address': (id) => {
      const nic = world.privateNics.get(id);
      const network = nic && world.privateNetworks.get(nic.network);
      for (const v6 of [false, true]) {
        const subnet = network?.subnets.find(({ cidr }) => cidr.includes(':') === v6);
        if (nic && network && subnet) assign(world, nic, network, subnet);
      }
    },
  };
}

function assign(world: World, nic: PrivateNicRecord, network: PrivateNetworkRecord, subnet: SubnetRecord): void {
  try {
    take(world, network, { subnet }).nic = nic.id;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    nic.state = 'syncing_error'; // the subnet filled up meanwhile
  }
}

function newMac(world: World): string {
  const number = world.context.store.next('mac');
  return `02:00:00:${number.toString(16).padStart(6, '0').match(/../g)!.join(':')}`;
}

export function privateNics(world: World): Route[] {
  const server = ({ params }: CloudRequest) =>
    there(world.servers.get(params['server_id']!), 'instance_server', params['server_id']!, params['zone']);
  const find = (request: CloudRequest) => {
    const id = request.params['private_nic_id']!;
    const owner = server(request);
    const nic = world.privateNics.get(id);
    return there(nic?.server === owner.id ? nic : undefined, 'instance_private_nic', id);
  };
  const booked = (ids: readonly string[], network: string, region: string) =>
    ids.map((id) => {
      const address = there(world.addresses.get(id), 'ip', id, region);
      if (address.network !== network) throw notValid('ipam_ip_ids', `IP ${id} is not in the Private Network`);
      if (address.nic !== null || address.custom) throw notValid('ipam_ip_ids', `IP ${id} is already attached`);
      return address;
    });
  return [
    {
      method: 'GET',
      path: NICS,
      handle: (request) => {
        const wanted = list(request.query, 'tags');
        const nics = nicsOf(world, server(request)).filter((nic) => wanted.every((tag) => nic.tags.includes(tag)));
        return instancePage(request, 'private_nics', nics, (nic) => shownNic(world, nic));
      },
    },
    {
      method: 'POST',
      path: NICS,
      handle: (request) => {
        const owner = server(request);
        const given = read(request, createShape);
        const region = regionOf(owner.zone);
        const networkId = given.private_network_id;
        const network = there(world.privateNetworks.get(networkId), 'private_network', networkId, region);
        const nics = nicsOf(world, owner);
        const twin = nics.find((nic) => nic.network === network.id);
        if (twin) throw alreadyExists('instance_private_nic', twin.id, 'the server is already in this Private Network');
        world.checkQuota('private-nics', nics.length, MOST);
        const addresses = booked(given.ipam_ip_ids ?? [], network.id, region);
        const now = world.now();
        const id = randomUUID();
        const nic = world.privateNics.put(id, {
          id,
          zone: owner.zone,
          server: owner.id,
          network: network.id,
          mac: newMac(world),
          state: owner.state === 'stopped' ? 'available' : 'syncing',
          tags: given.tags ?? [],
          booked: addresses.map((address) => address.id),
          created: now,
          modified: now,
        });
        for (const address of addresses) Object.assign(address, { nic: id, updated: now });
        if (addresses.length === 0) world.later('private-nic.address', id);
        if (nic.state === 'syncing') world.later('private-nic.sync', id);
        return { status: 201, body: { private_nic: shownNic(world, nic) } };
      },
    },
    {
      method: 'GET',
      path: NIC,
      handle: (request) => ({ status: 200, body: { private_nic: shownNic(world, find(request)) } }),
    },
    {
      method: 'PATCH',
      path: NIC,
      handle: (request) => {
        const nic = find(request);
        const { tags: wanted } = read(request, z.object({ tags: tags.nullish() }));
        Object.assign(nic, { tags: wanted ?? nic.tags, modified: world.now() });
        // Alone of its kind without an envelope (the vendor's API description, 2026-06, and its client).
        return { status: 200, body: shownNic(world, nic) };
      },
    },
    {
      method: 'DELETE',
      path: NIC,
      handle: (request) => {
        removeNic(world, find(request));
        return { status: 204 };
      },
    },
  ];
}
