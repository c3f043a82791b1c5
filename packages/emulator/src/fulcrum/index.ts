import type { CloudService, EmulatedCloud } from '../core/cloud.js';
import { identify } from './access.js';
import { agents } from './agents.js';
import { malformed, Refusal, refused } from './errors.js';
import { groups } from './groups.js';
import { jobs } from './jobs.js';
import { metrics } from './metrics.js';
import { serviceOptions } from './options.js';
import { participants } from './participants.js';
import { CUT_SHORT } from './routes.js';
import { serviceTypes } from './service-types.js';
import { services } from './services.js';
import { tokens } from './tokens.js';
import { World } from './world.js';

/** The core has no limit; this one is ours, so that there is one to switch on. */
const OUR_RATE = { limit: 5000, perSecond: 500 };

/** Fulcrum core as of 2026-05-27: one participant, who may provide and consume, and an admin. */
export const fulcrum: EmulatedCloud = {
  name: 'fulcrum',
  prefix: '/fulcrum',
  credentials: {
    token: 'fake-participant-token-of-the-hansa-emulator',
    adminToken: 'fake-admin-token-of-the-hansa-emulator',
  },
  env: (endpoint, { token = '', adminToken = '' }) => ({
    FULCRUM_URL: endpoint,
    FULCRUM_TOKEN: token,
    FULCRUM_ADMIN_TOKEN: adminToken,
  }),
  create(context): CloudService {
    const world = new World(context);
    const limiter = context.limiter(OUR_RATE);
    return {
      routes: [
        { method: 'GET', path: '/healthz', handle: () => ({ status: 200, body: { status: 'UP' } }) },
        { method: 'GET', path: '/ready', handle: () => ({ status: 200, body: { status: 'UP' } }) },
        ...participants(world),
        ...serviceTypes(world),
        ...agents(world),
        ...groups(world),
        ...services(world),
        ...jobs(world),
        ...serviceOptions(world),
        ...metrics(world),
        ...tokens(world),
      ],
      before() {
        world.settle();
        return limiter.take().allowed ? undefined : refused(429);
      },
      refuse(status, request) {
        // Who asks is looked at before what is asked for.
        if (request.path.startsWith('/api/v1/') && (status === 404 || status === 405)) {
          try {
            identify(world, request);
          } catch (error) {
            if (error instanceof Refusal) return error.reply();
            throw error;
          }
        }
        return status === 400 && request.text !== '' ? malformed(CUT_SHORT).reply() : refused(status);
      },
      failed: (error) => (error instanceof Refusal ? error.reply() : undefined),
    };
  },
};
