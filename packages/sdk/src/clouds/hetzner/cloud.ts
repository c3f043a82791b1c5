import { createHash } from 'node:crypto';
import { defineCloud } from '../../runtime/driver/index.js';
import type { HttpResponse, Link } from '../../runtime/transport/http.js';
import { actionProbe } from './actions.js';
import { HetznerApi } from './api.js';
import { firewall } from './cells/firewall.js';
import { network } from './cells/network.js';
import { publicIp } from './cells/public-ip.js';
import { server } from './cells/server.js';
import { sshKey } from './cells/ssh-key.js';
import { volume } from './cells/volume.js';
import { HetznerConfig } from './config.js';
import { findCredentials } from './credentials.js';
import { refusal } from './errors.js';
import { images } from './images.js';
import { places } from './places.js';
import { sizes } from './sizes.js';

/** Hetzner Cloud: one API token is one project, and nothing crosses projects. */
export const hetzner = defineCloud<HetznerApi, HetznerConfig>({
  id: 'hetzner',
  title: 'Hetzner Cloud',
  config: HetznerConfig,
  secrets: ['token'],
  emulatorPath: '/hetzner/v1',
  accountSettings: ['token', 'context'],
  limits: {
    concurrency: 10,
    rate: { perSecond: 1, burst: 3600, remaining: remainingRequests },
    because:
      '3600 requests an hour and project, one given back each second (docs.hetzner.cloud, rate limiting, read 2026-11); ' +
      'Hetzner names no limit for requests at once, ten is ours',
  },

  async connect({ config, env, clock, transport }) {
    const { token, endpoint } = await findCredentials(config, env);
    const account = createHash('sha256').update(`${endpoint}\n${token}`).digest('hex');
    return new HetznerApi(transport({ baseUrl: endpoint, authenticate: bearer(token) }), clock, account);
  },

  // A token is of one project; two tokens of the same project pass for two, since nothing in the API names it.
  account: (api) => api.account,

  refusal,
  places,
  defaultRegion: ({ config }) => config.region,
  sizes,
  images,
  snapshot: async () => (await import('./snapshot.gen.js')).snapshot,
  probes: { action: actionProbe },
  cells: { ssh_key: sshKey, network, firewall, server, volume, public_ip: publicIp },
});

/** On every answer (docs.hetzner.cloud, rate limiting, read 2026-11). */
function remainingRequests({ 'ratelimit-remaining': text }: HttpResponse['headers']): number | undefined {
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}

function bearer(token: string): Link {
  return (next) => (request) => next({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
}
