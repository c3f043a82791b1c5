import { createHash } from 'node:crypto';
import type { CloudRequest, Route } from '../core/http.js';
import { notFound } from './errors.js';
import { PAGES } from './pages.js';
import type { RequestRecord } from './records.js';
import { depthOf, type Node, paged, render } from './render.js';
import { baseOf, type World } from './world.js';

type Status = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';

function statusOf(world: World, { startsAt, endsAt, failure }: RequestRecord): Status {
  const now = world.now();
  if (now < startsAt) return 'QUEUED';
  if (now < endsAt) return 'RUNNING';
  return failure === undefined ? 'DONE' : 'FAILED';
}

const MESSAGES: Readonly<Record<Status, string>> = {
  QUEUED: 'Request has been queued',
  RUNNING: 'Request is being executed',
  DONE: 'Request has been successfully executed',
  FAILED: '',
};

function statusNode(world: World, request: CloudRequest, record: RequestRecord): object {
  const status = statusOf(world, record);
  const path = `/requests/${record.id}/status`;
  return {
    id: `${record.id}/status`,
    type: 'request-status',
    href: `${baseOf(request)}${path}`,
    metadata: {
      status,
      message: record.failure !== undefined && status === 'FAILED' ? record.failure : MESSAGES[status],
      etag: createHash('md5').update(`${record.id} ${status}`).digest('hex'),
      targets: record.targets.map((target) => ({
        target: { id: target.id, href: `${baseOf(request)}${target.path}`, type: target.type },
        status,
      })),
    },
  };
}

function requestNode(world: World, request: CloudRequest, record: RequestRecord): Node {
  return {
    id: record.id,
    type: 'request',
    path: `/requests/${record.id}`,
    metadata: {
      createdDate: new Date(record.createdAt).toISOString(),
      createdBy: 'hansa@emulator.invalid',
      etag: createHash('md5').update(record.id).digest('hex'),
      requestStatus: statusNode(world, request, record),
    },
    properties: { method: record.method, headers: {}, body: '', url: record.url },
  };
}

export function requests(world: World): Route[] {
  const found = ({ params }: CloudRequest) => {
    const record = world.requests.get(String(params['requestId']));
    if (!record) throw notFound();
    return record;
  };
  return [
    {
      method: 'GET',
      path: '/requests',
      handle: (request) => {
        const wanted = request.query.get('filter.status')?.toUpperCase();
        depthOf(request);
        const newestFirst = world.requests.list().reverse();
        const nodes = newestFirst
          .filter((record) => !wanted || statusOf(world, record) === wanted)
          .map((record) => requestNode(world, request, record));
        return { status: 200, body: paged(request, nodes, PAGES) };
      },
    },
    {
      method: 'GET',
      path: '/requests/{requestId}',
      handle: (request) => ({ status: 200, body: render(request, requestNode(world, request, found(request))) }),
    },
    {
      method: 'GET',
      path: '/requests/{requestId}/status',
      handle: (request) => ({ status: 200, body: statusNode(world, request, found(request)) }),
    },
  ];
}
