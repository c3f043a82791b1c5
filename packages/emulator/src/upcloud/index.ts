import { randomUUID } from 'node:crypto';
import type { CloudService, EmulatedCloud } from '../core/cloud.js';
import { authenticate } from './auth.js';
import { catalogue } from './catalogue/index.js';
import { Refusal, refused } from './errors.js';
import { firewallRules } from './firewall-rules.js';
import { interfaces } from './interfaces.js';
import { ipAddresses } from './ip-addresses.js';
import { networks } from './networks.js';
import { routers } from './routers.js';
import { serverGroups } from './server-groups.js';
import { powerTransitions, serverPower } from './server-power.js';
import { servers } from './servers.js';
import { storages, storageTransitions } from './storages.js';
import { tags } from './tags.js';
import { World } from './world.js';

/** UpCloud publishes no limit and none was ever recorded; this one is ours, so that there is one to switch on. */
const OUR_RATE = { limit: 1000, perSecond: 100 };

/** UpCloud's API 1.3 as of November 2026: one account, which may do everything. */
export const upcloud: EmulatedCloud = {
  name: 'upcloud',
  prefix: '/upcloud',
  credentials: {
    token: 'ucat_FAKE0TOKEN0OF0THE0HANSA0EMULATOR0',
    username: 'emulator',
    password: 'fake-password-of-the-hansa-emulator',
  },
  // The token alone: the vendor's tools refuse to choose where both are there.
  env: (endpoint, { token = '' }) => ({ UPCLOUD_TOKEN: token, UPCLOUD_DEBUG_API_BASE_URL: endpoint }),
  create(context): CloudService {
    const world = new World(context);
    world.on(powerTransitions(world));
    world.on(storageTransitions(world));
    const limiter = context.limiter(OUR_RATE);
    return {
      routes: [
        ...catalogue(world),
        ...servers(world),
        ...serverPower(world),
        ...interfaces(world),
        ...firewallRules(world),
        ...storages(world),
        ...networks(world),
        ...routers(world),
        ...ipAddresses(world),
        ...serverGroups(world),
        ...tags(world),
      ],
      before(request) {
        world.settle();
        if (!limiter.take().allowed) return refused(429);
        return authenticate(request, context.credentials);
      },
      refuse: (status) => refused(status),
      failed: (error) => (error instanceof Refusal ? error.reply() : undefined),
      after: (_request, reply) => ({ ...reply, headers: { 'Upcloud-Cid': requestId(), ...reply.headers } }),
    };
  },
};

/** 26 characters of Crockford's base 32, as a ULID has them (header recorded 2026-01): of a UUID, for which Node keeps random bytes ready. */
function requestId(): string {
  return `01K${randomUUID().replaceAll('-', '').slice(0, 23).toUpperCase()}`;
}
