import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { invalid } from './errors.js';
import { collectionOf, flag, read, sent, text } from './input.js';
import { addLan, LanInput } from './lans.js';
import { LOCATIONS } from './locations.data.js';
import { PAGES } from './pages.js';
import { paged, render } from './render.js';
import { datacenterNode, lanNode } from './views.js';
import type { World } from './world.js';

const Properties = z.strictObject({
  name: text,
  description: text,
  location: z.string(),
  secAuthProtection: flag,
  createDefaultSecurityGroup: flag,
});
/** What the vendor also makes together with a data center, but LANs, is not emulated. */
const Create = sent(Properties, z.strictObject({ lans: collectionOf(LanInput) }).nullish());
const Change = z.strictObject({ name: text, description: text, secAuthProtection: flag });

export function datacenters(world: World): Route[] {
  const path = '/datacenters/{datacenterId}';
  const one = ({ params }: CloudRequest) => world.datacenter(params['datacenterId']);
  const changed = (request: CloudRequest, change: z.output<typeof Change>): Reply => {
    const record = one(request);
    const { name, description, secAuthProtection } = change;
    if (name != null) record.name = name;
    if (description != null) record.description = description;
    if (secAuthProtection != null) record.secAuthProtection = secAuthProtection;
    world.touch(record);
    const headers = world.provision(request, 'datacenter.update', record, [datacenterNode(world, record)]);
    return { status: 202, headers, body: render(request, datacenterNode(world, record)) };
  };
  return [
    {
      method: 'GET',
      path: '/datacenters',
      handle: (request) => {
        const nodes = world.datacenters.list().map((record) => datacenterNode(world, record));
        return { status: 200, body: paged(request, nodes, { ...PAGES, default: 100 }) };
      },
    },
    {
      method: 'POST',
      path: '/datacenters',
      handle: (request) => {
        const { properties, entities } = read(request, Create);
        if (!LOCATIONS.some(({ id }) => id === properties.location))
          throw invalid('properties.location', `${properties.location} is no location`);
        const base = world.base();
        const record = world.datacenters.put(base.id, {
          ...base,
          name: properties.name ?? '',
          description: properties.description ?? '',
          location: properties.location,
          secAuthProtection: properties.secAuthProtection ?? false,
          nextLan: 1,
          queueEndsAt: 0,
        });
        const lans = (entities?.lans?.items ?? []).map((lan) => addLan(world, record, lan.properties));
        const targets = [datacenterNode(world, record), ...lans.map((lan) => lanNode(world, lan))];
        const headers = world.provision(request, 'datacenter.create', record, targets);
        return { status: 202, headers, body: render(request, datacenterNode(world, record)) };
      },
    },
    {
      method: 'GET',
      path,
      handle: (request) => ({ status: 200, body: render(request, datacenterNode(world, one(request))) }),
    },
    { method: 'PATCH', path, handle: (request) => changed(request, read(request, Change)) },
    {
      method: 'PUT',
      path,
      handle: (request) => {
        const { location, createDefaultSecurityGroup: _, ...change } = read(request, Create).properties;
        if (location !== one(request).location) throw invalid('properties.location', 'cannot be changed');
        return changed(request, change);
      },
    },
    {
      method: 'DELETE',
      path,
      handle: (request) => {
        const record = one(request);
        record.leaving = true;
        const everything = [world.servers, world.volumes, world.nics, world.lans, world.securityGroups] as const;
        for (const list of everything)
          for (const inside of list.list()) if (inside.datacenterId === record.id) inside.leaving = true;
        const effects = [{ do: 'remove', collection: 'datacenters', key: record.id }] as const;
        return {
          status: 202,
          headers: world.provision(request, 'datacenter.delete', record, [datacenterNode(world, record)], effects),
        };
      },
    },
  ];
}
