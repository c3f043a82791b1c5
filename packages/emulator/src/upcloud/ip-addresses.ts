import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { cardOf, newMac, vendorAddress, vendorNetwork } from './addresses.js';
import { mustBeZone } from './catalogue/zones.js';
import { conflict, invalid, missing } from './errors.js';
import { read, text, yesNo } from './input.js';
import { paged } from './labels.js';
import type { FloatingIpRecord, InterfaceRecord, ServerRecord } from './records.js';
import { accepted, created, get, gone, listed, ok, patch, post, remove } from './routes.js';
import { addCard } from './server-cards.js';
import { must, type World } from './world.js';

const assignShape = z.object({
  access: z.enum(['public', 'private', 'utility']).default('public'),
  family: z.enum(['IPv4', 'IPv6']).default('IPv4'),
  floating: yesNo.default('no'),
  server: text.optional(),
  mac: text.optional(),
  zone: text.optional(),
  release_policy: z.enum(['keep', 'release']).default('keep'),
});
const modifyShape = z.object({
  mac: text.nullable().optional(),
  ptr_record: text.optional(),
  release_policy: z.enum(['keep', 'release']).optional(),
});

/** An address of a server's card. */
interface Fixed {
  server: ServerRecord;
  card: InterfaceRecord;
  address: string;
  family: 'IPv4' | 'IPv6';
}

/** Addresses of servers, and floating ones, which are addressed by themselves and move by MAC. Those of private networks are not told. */
export function ipAddresses(world: World): Route[] {
  const ptrs = world.context.store.collection<string>('ptr-records');
  const fixed = (): Fixed[] =>
    world.servers
      .list()
      .flatMap((server) =>
        server.interfaces
          .filter(({ type }) => type !== 'private')
          .flatMap((card) => card.addresses.map(({ address, family }) => ({ server, card, address, family }))),
      );
  const fixedView = ({ server, card, address, family }: Fixed) => ({
    access: card.type,
    address,
    family,
    floating: 'no',
    mac: card.mac,
    part_of_plan: family === 'IPv4' && card.type === 'public' && server.plan !== 'custom' ? 'yes' : 'no',
    ptr_record: card.type === 'utility' ? '' : (ptrs.get(address) ?? ptrOf(address, server.zone)),
    release_policy: 'release',
    server: server.uuid,
    zone: server.zone,
  });
  // One that is at no server has neither `mac` nor `server`.
  const floatingView = (ip: FloatingIpRecord) => {
    const at = ip.mac === null ? undefined : cardOf(world, ip.mac);
    return {
      access: 'public',
      address: ip.address,
      family: ip.family,
      floating: 'yes',
      ...(at ? { mac: ip.mac } : {}),
      part_of_plan: 'no',
      ptr_record: ip.ptr ?? ptrOf(ip.address, ip.zone),
      release_policy: ip.releasePolicy,
      ...(at ? { server: at.server } : {}),
      zone: ip.zone,
    };
  };
  const find = ({ params }: CloudRequest) => {
    const wanted = params['address'] ?? '';
    const moving = world.floatingIps.get(wanted);
    const still = moving ? undefined : fixed().find(({ address }) => same(address, wanted));
    return { moving, still, wanted };
  };
  const view = (request: CloudRequest) => {
    const { moving, still, wanted } = find(request);
    return { ip_address: moving ? floatingView(moving) : fixedView(must(still, 'ip address', wanted)) };
  };
  /** A card to which floating addresses can lead: public, of version 4, in the zone. */
  const cardFor = (mac: string, zone: string | undefined) => {
    const at = must(cardOf(world, mac), 'mac address', mac);
    const server = must(world.servers.get(at.server), 'server', at.server);
    const fits = at.card.type === 'public' && at.card.addresses.some(({ family }) => family === 'IPv4');
    if (!fits) throw invalid('mac', 'Floating addresses lead to cards of public IPv4 alone.');
    if (zone !== undefined && server.zone !== zone) {
      throw conflict('ZONE_MISMATCH', `The address is in the zone ${zone}, the server in ${server.zone}.`);
    }
    return { mac, zone: server.zone };
  };
  return [
    ...get('/ip_address', (request) => {
      const all = [...fixed().map(fixedView), ...world.floatingIps.list().map(floatingView)];
      return listed('ip_addresses', 'ip_address', paged(request, all));
    }),
    ...get('/ip_address/{address}', (request) => ok(view(request))),
    ...post('/ip_address', (request) => {
      const given = read(request, 'ip_address', assignShape);
      world.mustFit('ip_addresses', 'ip_address', world.floatingIps.size);
      if (given.floating === 'yes') {
        if (given.family !== 'IPv4') throw invalid('family', 'Floating addresses are IPv4.');
        if (!given.mac && !given.zone) throw missing('zone');
        const at = given.mac ? cardFor(given.mac, given.zone) : { mac: null, zone: mustBeZone(given.zone ?? '') };
        const network = vendorNetwork(world, at.zone, 'public', 'IPv4');
        const ip: FloatingIpRecord = {
          address: vendorAddress(world, network, newMac()),
          family: 'IPv4',
          zone: at.zone,
          mac: at.mac,
          ptr: null,
          releasePolicy: given.release_policy,
        };
        world.floatingIps.put(ip.address, ip);
        return created({ ip_address: floatingView(ip) });
      }
      const server = must(world.servers.get(given.server ?? ''), 'server', given.server ?? '');
      const wish = { ip_address: [{ family: given.family }] };
      const type = given.access === 'public' ? 'public' : 'utility';
      const card = addCard(world, server, { type, source_ip_filtering: 'yes', bootable: 'no', ip_addresses: wish });
      const [{ address, family } = { address: '', family: given.family }] = card.addresses;
      return created({ ip_address: fixedView({ server, card, address, family }) });
    }),
    ...patch('/ip_address/{address}', (request) => {
      const given = read(request, 'ip_address', modifyShape);
      const { moving, still, wanted } = find(request);
      if (given.mac !== undefined) {
        if (!moving) throw conflict('IP_ADDRESS_FORBIDDEN', `The address ${wanted} is not a floating one.`);
        moving.mac = given.mac === null ? null : cardFor(given.mac, moving.zone).mac;
      }
      if (given.release_policy && moving) moving.releasePolicy = given.release_policy;
      if (given.ptr_record !== undefined) {
        if (moving) moving.ptr = given.ptr_record;
        else ptrs.put(must(still, 'ip address', wanted).address, given.ptr_record);
      }
      return accepted(view(request));
    }),
    ...remove('/ip_address/{address}', (request) => {
      const { moving, still, wanted } = find(request);
      if (moving) {
        world.floatingIps.delete(moving.address);
        return gone;
      }
      const { server, card } = must(still, 'ip address', wanted);
      if (card.type === 'utility')
        throw conflict('CANNOT_DELETE_PRIVATE_ADDRESS', 'The utility address cannot be removed.');
      server.interfaces = server.interfaces.filter((one) => one !== card);
      return gone;
    }),
  ];
}

/** As the vendor names an address: `94-237-9-138.fi-hel2.upcloud.host`. */
function ptrOf(address: string, zone: string): string {
  if (!address.includes(':')) return `${address.replaceAll('.', '-')}.${zone}.upcloud.host`;
  const groups = address
    .split(':')
    .slice(-4)
    .map((group) => group.padStart(4, '0'));
  return `${groups.join('-')}.v6.${zone}.upcloud.host`;
}

/** Whether two spellings of an address are the same: groups of version 6 may have leading zeros. */
function same(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/(^|:)0+(?=[0-9a-f])/g, '$1');
  return plain(a) === plain(b);
}
