import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { cardsOn, newPrivateBlock } from './addresses.js';
import { inUse, invalid } from './errors.js';
import { flag, nothing, read, sent, text } from './input.js';
import { PAGES } from './pages.js';
import type { DatacenterRecord, LanRecord } from './records.js';
import { paged, render } from './render.js';
import { lanNode, nicNode } from './views.js';
import type { World } from './world.js';

const Properties = z.strictObject({
  name: text,
  public: flag,
  pcc: z.null().optional(),
  ipFailover: z.null().optional(),
});
export const LanInput = sent(Properties, nothing);

/** A new LAN, with the next number of its data center or the one that a card asks for. */
export function addLan(
  world: World,
  datacenter: DatacenterRecord,
  { name, public: isPublic }: z.output<typeof Properties>,
  number = datacenter.nextLan,
): LanRecord {
  datacenter.nextLan = Math.max(datacenter.nextLan, number + 1);
  return world.lans.put(`${datacenter.id}/${number}`, {
    ...world.base(),
    datacenterId: datacenter.id,
    number,
    name: name ?? '',
    public: isPublic ?? false,
    ipv4CidrBlock: isPublic ? null : newPrivateBlock(world),
  });
}

export function lans(world: World): Route[] {
  const path = '/datacenters/{datacenterId}/lans';
  const one = ({ params }: CloudRequest) => world.lan(params['datacenterId'], params['lanId']);
  const datacenter = ({ params }: CloudRequest) => world.datacenter(params['datacenterId']);
  const changed = (request: CloudRequest, change: z.output<typeof Properties>): Reply => {
    const lan = one(request);
    if (change.public != null && change.public !== lan.public && cardsOn(world, lan).length > 0)
      throw invalid('properties.public', 'cannot be changed while NICs are connected');
    if (change.name != null) lan.name = change.name;
    if (change.public != null && change.public !== lan.public)
      Object.assign(lan, { public: change.public, ipv4CidrBlock: change.public ? null : newPrivateBlock(world) });
    world.touch(lan);
    const headers = world.provision(request, 'lan.update', datacenter(request), [lanNode(world, lan)]);
    return { status: 202, headers, body: render(request, lanNode(world, lan)) };
  };
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const { id } = datacenter(request);
        const inside = world.lans.filter(({ datacenterId }) => datacenterId === id);
        return {
          status: 200,
          body: paged(
            request,
            inside.map((lan) => lanNode(world, lan)),
            PAGES,
          ),
        };
      },
    },
    {
      method: 'POST',
      path,
      handle: (request) => {
        const { properties } = read(request, LanInput);
        const lan = addLan(world, datacenter(request), properties);
        const headers = world.provision(request, 'lan.create', datacenter(request), [lanNode(world, lan)]);
        return { status: 202, headers, body: render(request, lanNode(world, lan)) };
      },
    },
    {
      method: 'GET',
      path: `${path}/{lanId}`,
      handle: (request) => ({ status: 200, body: render(request, lanNode(world, one(request))) }),
    },
    { method: 'PATCH', path: `${path}/{lanId}`, handle: (request) => changed(request, read(request, Properties)) },
    {
      method: 'PUT',
      path: `${path}/{lanId}`,
      handle: (request) => changed(request, read(request, LanInput).properties),
    },
    {
      method: 'DELETE',
      path: `${path}/{lanId}`,
      handle: (request) => {
        const lan = one(request);
        if (cardsOn(world, lan).some(({ leaving }) => !leaving)) throw inUse(`LAN ${lan.number} still has NICs`);
        lan.leaving = true;
        const effects = [{ do: 'remove', collection: 'lans', key: `${lan.datacenterId}/${lan.number}` }] as const;
        return {
          status: 202,
          headers: world.provision(request, 'lan.delete', datacenter(request), [lanNode(world, lan)], effects),
        };
      },
    },
    {
      method: 'GET',
      path: `${path}/{lanId}/nics`,
      handle: (request) => {
        const cards = cardsOn(world, one(request)).map((nic) => nicNode(world, nic));
        return { status: 200, body: paged(request, cards, PAGES) };
      },
    },
  ];
}
