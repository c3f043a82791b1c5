import type { EmulatedCloud } from '../core/cloud.js';
import { createService } from './service.js';

/** Hetzner Cloud's API as of November 2026: one project, one token that may write and one that may not. */
export const hetzner: EmulatedCloud = {
  name: 'hetzner',
  prefix: '/hetzner/v1',
  // 64 characters, as the vendor's tools demand.
  credentials: {
    token: 'fake-token-of-the-hansa-emulator'.repeat(2),
    readOnlyToken: 'fake-token-that-can-only-read-!!'.repeat(2),
  },
  env: (endpoint, { token = '' }) => ({ HCLOUD_TOKEN: token, HCLOUD_ENDPOINT: endpoint }),
  create: createService,
};
