import { createHash } from 'node:crypto';
import type { CloudRequest } from '../core/http.js';
import { invalid } from './errors.js';
import type { Base } from './records.js';
import { baseOf, type World } from './world.js';

/** A thing as the API shows it, with what is inside of it, by name; rendered only as deep as is asked for. */
export interface Node {
  id: string;
  type: string;
  /** Path below the API. */
  path: string;
  record?: Base;
  metadata?: object;
  /** Links to other things begin with the address by which the client called. */
  properties: object | ((base: string) => object);
  entities?: () => Record<string, { path: string; items: readonly Node[] }>;
}

/** `?depth=`: 0 shows a thing alone, each level more shows one more level inside. */
export function depthOf({ query }: CloudRequest): number {
  const depth = Number(query.get('depth') ?? 0);
  if (!Number.isInteger(depth) || depth < 0 || depth > 10) throw invalid('depth', 'must be between 0 and 10');
  return depth;
}

export function render(request: CloudRequest, node: Node, depth = depthOf(request)): object {
  const { id, type, path, metadata, properties } = node;
  const inside = Object.entries(node.entities?.() ?? {}).map(([name, { path: at, items: nodes }]) => [
    name,
    { ...frame(request, at), ...(depth > 0 ? { items: items(request, nodes, depth - 1) } : {}) },
  ]);
  return {
    id,
    type,
    href: `${baseOf(request)}${path}`,
    ...(metadata ? { metadata } : {}),
    properties: typeof properties === 'function' ? properties(baseOf(request)) : properties,
    // At depth 0 each list is only named (docs.ionos.com, network security groups, update, read 2026-11).
    ...(inside.length > 0 ? { entities: Object.fromEntries(inside) } : {}),
  };
}

/** A list that comes whole. */
export function whole(request: CloudRequest, nodes: readonly Node[]): object {
  return { ...frame(request, request.path), items: items(request, nodes, depthOf(request)) };
}

/** A page of a list, with links to those around it. @param most the vendor's default and its maximum of `limit` */
export function paged(request: CloudRequest, nodes: readonly Node[], most: { default: number; max: number }): object {
  const offset = number(request, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
  const limit = number(request, 'limit', most.default, 1, most.max);
  const link = (at: number) => {
    const url = new URL(`${baseOf(request)}${request.path}`);
    for (const [name, value] of request.query) url.searchParams.set(name, value);
    url.searchParams.set('offset', String(at));
    url.searchParams.set('limit', String(limit));
    return url.href;
  };
  return {
    ...frame(request, request.path),
    items: items(request, nodes.slice(offset, offset + limit), depthOf(request)),
    offset,
    limit,
    _links: {
      ...(offset > 0 ? { prev: link(Math.max(0, offset - limit)) } : {}),
      self: link(offset),
      ...(offset + limit < nodes.length ? { next: link(offset + limit) } : {}),
    },
  };
}

/** The metadata of things in a data center. */
export function metadataOf(world: World, record: Base): object {
  const who = { createdBy: 'hansa@emulator.invalid', createdByUserId: world.context.credentials['userId'] };
  return {
    etag: createHash('md5').update(`${record.id} ${record.revision}`).digest('hex'),
    createdDate: new Date(record.createdAt).toISOString(),
    ...who,
    lastModifiedDate: new Date(record.modifiedAt).toISOString(),
    lastModifiedBy: who.createdBy,
    lastModifiedByUserId: who.createdByUserId,
    state: world.isBusy(record) ? 'BUSY' : 'AVAILABLE',
  };
}

function items(request: CloudRequest, nodes: readonly Node[], depth: number): object[] {
  return nodes.map((node) =>
    depth > 0
      ? render(request, node, depth - 1)
      : { id: node.id, type: node.type, href: `${baseOf(request)}${node.path}` },
  );
}

function frame(request: CloudRequest, path: string): object {
  const id = path.split('/').slice(-2).filter(Boolean).join('/');
  return { id, type: 'collection', href: `${baseOf(request)}${path}` };
}

function number({ query }: CloudRequest, name: string, otherwise: number, min: number, max: number): number {
  const value = Number(query.get(name) ?? otherwise);
  if (!Number.isInteger(value) || value < min || value > max) throw invalid(name, `must be between ${min} and ${max}`);
  return value;
}
