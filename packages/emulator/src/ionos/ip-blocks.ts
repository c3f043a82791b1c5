import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { newPublicAddress } from './addresses.js';
import { checkLimit } from './contracts.js';
import { inUse, invalid, notFound } from './errors.js';
import { nothing, read, sent, text } from './input.js';
import { LOCATIONS } from './locations.data.js';
import { SMALL_PAGES } from './pages.js';
import { paged, render } from './render.js';
import { consumers, ipBlockNode } from './views.js';
import type { World } from './world.js';

const Properties = z.strictObject({ name: text, location: z.string(), size: z.int().min(1) });
const Input = sent(Properties, nothing);
const Change = z.strictObject({ name: text });

export function ipBlocks(world: World): Route[] {
  const one = ({ params }: CloudRequest) => {
    const block = world.ipBlocks.get(String(params['ipblockId']));
    if (!block) throw notFound();
    return block;
  };
  const changed = (request: CloudRequest, name: string | null | undefined): Reply => {
    const block = one(request);
    if (name != null) block.name = name;
    world.touch(block);
    const headers = world.provision(request, 'ipblock.update', null, [ipBlockNode(world, block)]);
    return { status: 202, headers, body: render(request, ipBlockNode(world, block)) };
  };
  return [
    {
      method: 'GET',
      path: '/ipblocks',
      handle: (request) => {
        const nodes = world.ipBlocks.list().map((block) => ipBlockNode(world, block));
        return { status: 200, body: paged(request, nodes, SMALL_PAGES) };
      },
    },
    {
      method: 'POST',
      path: '/ipblocks',
      handle: (request) => {
        const { name, location, size } = read(request, Input).properties;
        if (!LOCATIONS.some(({ id }) => id === location))
          throw invalid('properties.location', `${location} is no location`);
        checkLimit(world, 'ips', size);
        const base = world.base();
        const ips = Array.from({ length: size }, () => newPublicAddress(world));
        const block = world.ipBlocks.put(base.id, { ...base, name: name ?? '', location, size, ips });
        const headers = world.provision(request, 'ipblock.create', null, [ipBlockNode(world, block)]);
        return { status: 202, headers, body: render(request, ipBlockNode(world, block)) };
      },
    },
    {
      method: 'GET',
      path: '/ipblocks/{ipblockId}',
      handle: (request) => ({ status: 200, body: render(request, ipBlockNode(world, one(request))) }),
    },
    {
      method: 'PATCH',
      path: '/ipblocks/{ipblockId}',
      handle: (request) => changed(request, read(request, Change).name),
    },
    {
      method: 'PUT',
      path: '/ipblocks/{ipblockId}',
      handle: (request) => changed(request, read(request, Input).properties.name),
    },
    {
      method: 'DELETE',
      path: '/ipblocks/{ipblockId}',
      handle: (request) => {
        const block = one(request);
        if (consumers(world, block).length > 0) throw inUse(`addresses of the IP block ${block.name} are in use`);
        block.leaving = true;
        const effects = [{ do: 'remove', collection: 'ipBlocks', key: block.id }] as const;
        return {
          status: 202,
          headers: world.provision(request, 'ipblock.delete', null, [ipBlockNode(world, block)], effects),
        };
      },
    },
  ];
}
