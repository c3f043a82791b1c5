import { timingSafeEqual } from 'node:crypto';
import type { CloudService, EmulatedCloud } from '../core/cloud.js';
import { discovery } from './discovery.js';
import { Refusal, refusedAt } from './errors.js';
import type { Thing } from './records.js';
import { resources } from './resources.js';
import { keyOf, World } from './world.js';

/** SECA publishes no limit; this one is ours, so that there is one to switch on. */
const OUR_RATE = { limit: 1000, perSecond: 100 };
/** The workspace that stands from the beginning: a client is given one, as it is given its tenant. */
const WORKSPACE = 'emulated';

/** SECA v1 as of November 2026: one tenant, two regions, and a workspace in each. */
export const seca: EmulatedCloud = {
  name: 'seca',
  prefix: '/seca',
  credentials: { token: 'fake-token-of-the-hansa-emulator', tenant: 'emulator' },
  env: (endpoint, { token = '', tenant = '' }) => ({
    SECA_URL: endpoint,
    SECA_TOKEN: token,
    SECA_TENANT: tenant,
    SECA_WORKSPACE: WORKSPACE,
  }),
  create(context): CloudService {
    const world = new World(context);
    const limiter = context.limiter(OUR_RATE);
    return {
      routes: [...discovery(world), ...resources(world)],
      before(request) {
        found(world);
        world.settle();
        if (!limiter.take().allowed) return { status: 429, headers: { 'Retry-After': '1' } };
        if (
          request.path === '/.wellknown/secapi' ||
          bears(request.headers.authorization, context.credentials['token'] ?? '')
        )
          return;
        return refusedAt(request.path, new Refusal(401, 'the token is not valid'));
      },
      refuse: (status, { path }) => refusedAt(path, new Refusal(status, 'the request was refused')),
      failed: (error, { path }) => (error instanceof Refusal ? refusedAt(path, error) : undefined),
    };
  },
};

/** Lets the workspace stand in every region, after a reset too. */
function found(world: World): void {
  for (const region of ['eu-central', 'eu-south']) {
    const where = {
      kind: 'workspace' as const,
      region,
      tenant: String(world.context.credentials['tenant']),
      workspace: '',
      network: '',
      name: WORKSPACE,
    };
    if (world.things.get(keyOf(where))) continue;
    const at = world.stamp();
    const none = { labels: {}, annotations: {}, extensions: {}, spec: {} };
    const thing: Thing = { ...where, ...none, state: 'active', conditions: [], version: 1, created: at, modified: at };
    world.move(thing, 'active');
    world.things.put(keyOf(where), thing);
  }
}

function bears(authorization = '', token: string): boolean {
  const [given, expected] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
