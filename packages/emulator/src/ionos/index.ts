import { randomUUID } from 'node:crypto';
import type { CloudService, EmulatedCloud } from '../core/cloud.js';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import type { Allowance } from '../core/limiter.js';
import { attachedVolumes } from './attached-volumes.js';
import { authenticate } from './auth.js';
import { contracts } from './contracts.js';
import { datacenters } from './datacenters.js';
import { bare, Refusal } from './errors.js';
import { images } from './images.js';
import { ipBlocks } from './ip-blocks.js';
import { labels } from './labels.js';
import { lans } from './lans.js';
import { locations } from './locations.js';
import { nics } from './nics.js';
import { requests } from './requests.js';
import { securityGroups } from './security-groups.js';
import { serverPower } from './server-power.js';
import { servers } from './servers.js';
import { volumes } from './volumes.js';
import { World } from './world.js';

/** The vendor tells its limits in headers and publishes no figures: these are the emulator's own. */
const RATE = { limit: 120, perSecond: 10 };

/** IONOS Cloud's Cloud API, version 6, as its description of 2023-02 and its clients of 2026 know it. */
export const ionos: EmulatedCloud = {
  name: 'ionos',
  prefix: '/ionos/cloudapi/v6',
  credentials: {
    token: 'fake-ionos-token-of-the-hansa-emulator',
    username: 'hansa@emulator.invalid',
    password: 'fake-ionos-password-of-the-hansa-emulator',
    contractNumber: '31000001',
    userId: '87f9a82e-b28d-49ed-9d04-fba2c0459cd3',
  },
  env: (endpoint, { token = '', username = '', password = '' }) => ({
    IONOS_API_URL: endpoint,
    IONOS_TOKEN: token,
    IONOS_USERNAME: username,
    IONOS_PASSWORD: password,
  }),
  create(context): CloudService {
    const world = new World(context);
    const limiter = context.limiter(RATE);
    let allowance: Allowance | undefined;
    return {
      routes: routesOf(world),
      before(request) {
        world.settle();
        allowance = limiter.take();
        if (allowance.allowed) return authenticate(request, context.credentials);
        return { ...bare(429), headers: { 'Retry-After': String(Math.ceil(allowance.waitMs / 1000)) } };
      },
      refuse: bare,
      failed: (error) => (error instanceof Refusal ? error.reply() : undefined),
      after: (request, reply) => ({ ...reply, headers: { ...headersOf(request, reply, allowance), ...reply.headers } }),
    };
  },
};

function routesOf(world: World): Route[] {
  const routes = [
    ...locations(),
    ...images(),
    ...contracts(world),
    ...requests(world),
    ...datacenters(world),
    ...lans(world),
    ...servers(world),
    ...serverPower(world),
    ...attachedVolumes(world),
    ...nics(world),
    ...volumes(world),
    ...securityGroups(world),
    ...ipBlocks(world),
    ...labels(world),
  ];
  return routes.map((route) => ({ ...route, handle: onWhatStays(world, route) }));
}

/** What is on its way out can be looked at, and deleted again, and not changed. */
function onWhatStays(world: World, { method, handle }: Route): (request: CloudRequest) => Reply {
  if (method === 'GET' || method === 'DELETE') return handle;
  return (request) => (world.isLeaving(request.params) ? bare(404) : handle(request));
}

/** Limits on every answer; the entity tag where one thing alone is shown (description of the metadata, 2023-02). */
function headersOf({ method, query }: CloudRequest, { body }: Reply, allowance?: Allowance): Record<string, string> {
  const etag = (body as { metadata?: { etag?: string } } | undefined)?.metadata?.etag;
  return {
    'X-RateLimit-Limit': String(RATE.perSecond * 60),
    'X-RateLimit-Burst': String(allowance?.limit ?? RATE.limit),
    'X-RateLimit-Remaining': String(allowance?.remaining ?? RATE.limit),
    'X-Request-Id': randomUUID(),
    ...(method === 'GET' && etag && !query.has('depth') ? { ETag: `"${etag}"` } : {}),
  };
}
