import { randomBytes } from 'node:crypto';
import type { CloudContext, CloudService } from '../core/cloud.js';
import type { CloudRequest } from '../core/http.js';
import type { Allowance } from '../core/limiter.js';
import { actionRoutes } from './action-routes.js';
import { authenticate } from './auth.js';
import { errorOfStatus, HetznerError } from './errors.js';
import { catalogueRoutes } from './resources/catalogue.js';
import { firewallRoutes } from './resources/firewalls.js';
import { floatingIpRoutes } from './resources/floating-ips.js';
import { imageRoutes } from './resources/images.js';
import { networkRoutes } from './resources/networks.js';
import { placementGroupRoutes } from './resources/placement-groups.js';
import { primaryIpRoutes } from './resources/primary-ips.js';
import { serverRoutes } from './resources/servers/index.js';
import { sshKeyRoutes } from './resources/ssh-keys.js';
import { volumeRoutes } from './resources/volumes.js';
import { World } from './world.js';

/** 3,600 requests an hour for a project, one more each second: docs.hetzner.cloud, section Rate Limiting, read 2026-11. */
const RATE = { limit: 3600, perSecond: 1 };

export function createService(context: CloudContext): CloudService {
  const world = new World(context);
  const limiter = context.limiter(RATE);
  const allowances = new WeakMap<CloudRequest, Allowance>();

  return {
    routes: [
      ...catalogueRoutes(world),
      ...actionRoutes(world),
      ...sshKeyRoutes(world),
      ...serverRoutes(world),
      ...networkRoutes(world),
      ...firewallRoutes(world),
      ...volumeRoutes(world),
      ...floatingIpRoutes(world),
      ...primaryIpRoutes(world),
      ...placementGroupRoutes(world),
      ...imageRoutes(world),
    ],
    before(request) {
      world.actions.settle();
      const allowance = limiter.take();
      allowances.set(request, allowance);
      // All requests count, authenticated or not.
      if (!allowance.allowed) {
        const message = `Limit of '${allowance.limit}' requests per hour reached.`;
        return new HetznerError('rate_limit_exceeded', message).reply();
      }
      try {
        authenticate(request, context.credentials);
      } catch (error) {
        if (error instanceof HetznerError) return error.reply();
        throw error;
      }
      return undefined;
    },
    refuse: (status) => errorOfStatus(status).reply(),
    failed: (error) => (error instanceof HetznerError ? error.reply() : undefined),
    after(request, reply) {
      const allowance = allowances.get(request);
      const limits = allowance && {
        'RateLimit-Limit': String(allowance.limit),
        'RateLimit-Remaining': String(allowance.remaining),
        'RateLimit-Reset': String(Math.ceil(allowance.fullAt / 1000)),
      };
      return {
        ...reply,
        headers: { 'X-Correlation-Id': randomBytes(16).toString('hex'), ...limits, ...reply.headers },
      };
    },
  };
}
