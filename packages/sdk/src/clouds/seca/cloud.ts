import { createHash } from 'node:crypto';
import { defineCloud } from '../../runtime/driver/index.js';
import type { Link } from '../../runtime/transport/http.js';
import { SecaApi } from './api.js';
import { firewall } from './cells/firewall.js';
import { network } from './cells/network.js';
import { publicIp } from './cells/public-ip.js';
import { server } from './cells/server.js';
import { sshKey } from './cells/ssh-key.js';
import { volume } from './cells/volume.js';
import { SecaConfig } from './config.js';
import { findAccess } from './credentials.js';
import { refusal } from './errors.js';
import { images } from './images.js';
import { places } from './places.js';
import { probes } from './rest.js';
import { sizes } from './sizes.js';

/** Any cloud that serves SECA v1: everything stands in one workspace of one tenant, in all regions that discovery tells. */
export const seca = defineCloud<SecaApi, SecaConfig>({
  id: 'seca',
  title: 'SECA',
  config: SecaConfig,
  secrets: ['token'],
  emulatorPath: '/seca',
  accountSettings: ['token', 'tenant', 'workspace'],
  limits: {
    concurrency: 8,
    because:
      'the specification names no limit, nor a header that tells one (go-sdk 793c4d0, read 2026-11); eight at once is our choice',
  },

  async connect({ config, env, clock, transport }) {
    const access = findAccess(config, env);
    const authenticate = signed(`Bearer ${access.token}`);
    return new SecaApi(access, (baseUrl) => transport({ baseUrl, authenticate }), clock);
  },

  account: ({ access: { endpoint, tenant, workspace } }) =>
    createHash('sha256').update([endpoint, tenant, workspace].join('\n')).digest('hex'),

  refusal,
  places,
  defaultRegion: ({ config, env }) => config.region ?? (env['SECA_REGION'] || undefined),
  sizes,
  images,
  probes,
  cells: { ssh_key: sshKey, network, firewall, server, volume, public_ip: publicIp },
});

function signed(authorization: string): Link {
  return (next) => (request) => next({ ...request, headers: { ...request.headers, authorization } });
}
