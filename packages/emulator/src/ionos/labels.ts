import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { invalid, notFound, Refusal } from './errors.js';
import { nothing, read, sent } from './input.js';
import type { LabelRecord } from './records.js';
import { type Node, render, whole } from './render.js';
import { baseOf, type World } from './world.js';

type Labelled = LabelRecord['resourceType'];

/** What may be labelled, and where: on each the same five calls. */
const RESOURCES: readonly { type: Labelled; path: string; id: string }[] = [
  { type: 'datacenter', path: '/datacenters/{datacenterId}', id: 'datacenterId' },
  { type: 'server', path: '/datacenters/{datacenterId}/servers/{serverId}', id: 'serverId' },
  { type: 'volume', path: '/datacenters/{datacenterId}/volumes/{volumeId}', id: 'volumeId' },
  { type: 'ipblock', path: '/ipblocks/{ipblockId}', id: 'ipblockId' },
];

const part = z
  .string()
  .regex(/^[A-Za-z0-9._-]{0,63}$/, 'must be at most 63 letters, digits, dots, dashes and underscores');
const Input = sent(z.strictObject({ key: part.optional(), value: part }), nothing);

export function labels(world: World): Route[] {
  const all: Route = {
    method: 'GET',
    path: '/labels',
    handle: (request) => ({
      status: 200,
      body: whole(
        request,
        world.labels.list().map((label) => urnNode(request, label)),
      ),
    }),
  };
  return [all, ...RESOURCES.flatMap((resource) => labelsOf(world, resource))];
}

function labelsOf(world: World, { type, path, id }: (typeof RESOURCES)[number]): Route[] {
  const owner = (request: CloudRequest) => {
    const { datacenterId, serverId, volumeId, ipblockId = '' } = request.params;
    if (type === 'server') world.server(datacenterId, serverId);
    else if (type === 'volume') world.volume(datacenterId, volumeId);
    else if (type === 'datacenter') world.datacenter(datacenterId);
    else if (!world.ipBlocks.get(ipblockId)) throw notFound();
    return String(request.params[id]);
  };
  const of = (resourceId: string) => world.labels.filter((label) => label.resourceId === resourceId);
  const named = (request: CloudRequest) => {
    const label = world.labels.get(`${owner(request)}/${request.params['key']}`);
    if (!label) throw notFound();
    return label;
  };
  const put = (request: CloudRequest, key: string, value: string, status: number): Reply => {
    const resourceId = owner(request);
    const under = request.path.replace(/\/labels(\/[^/]*)?$/, '');
    const label = world.labels.put(`${resourceId}/${key}`, { resourceType: type, resourceId, path: under, key, value });
    return { status, body: render(request, node(label)) };
  };
  return [
    {
      method: 'GET',
      path: `${path}/labels`,
      handle: (request) => ({ status: 200, body: whole(request, of(owner(request)).map(node)) }),
    },
    {
      method: 'POST',
      path: `${path}/labels`,
      handle: (request) => {
        const { key, value } = read(request, Input).properties;
        if (!key) throw invalid('properties.key', 'is required');
        if (world.labels.get(`${owner(request)}/${key}`))
          throw new Refusal(422, '200', `[VDC-9-200] A label with the key ${key} exists already`);
        return put(request, key, value, 201);
      },
    },
    {
      method: 'GET',
      path: `${path}/labels/{key}`,
      handle: (request) => ({ status: 200, body: render(request, node(named(request))) }),
    },
    {
      method: 'PUT',
      path: `${path}/labels/{key}`,
      handle: (request) => put(request, named(request).key, read(request, Input).properties.value, 200),
    },
    {
      method: 'DELETE',
      path: `${path}/labels/{key}`,
      handle: (request) => {
        const { resourceId, key } = named(request);
        world.labels.delete(`${resourceId}/${key}`);
        return { status: 200 };
      },
    },
  ];
}

/** A label as its resource shows it. */
function node({ key, value, path }: LabelRecord): Node {
  return { id: key, type: 'label', path: `${path}/labels/${key}`, properties: { key, value } };
}

/** A label as the list of all shows it: with what it is on. */
function urnNode(request: CloudRequest, { resourceType, resourceId, path, key, value }: LabelRecord): Node {
  const urn = `urn:label:${resourceType}:${resourceId}:${key}`;
  return {
    id: urn,
    type: 'label',
    path: `/labels/${urn}`,
    properties: { key, value, resourceId, resourceType, resourceHref: `${baseOf(request)}${path}` },
  };
}
