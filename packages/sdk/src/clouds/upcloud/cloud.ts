import { createHash } from 'node:crypto';
import { defineCloud } from '../../runtime/driver/index.js';
import type { Link } from '../../runtime/transport/http.js';
import { UpCloudApi } from './api.js';
import { firewall } from './cells/firewall.js';
import { network } from './cells/network.js';
import { publicIp } from './cells/public-ip.js';
import { server } from './cells/server.js';
import { sshKey } from './cells/ssh-key.js';
import { volume } from './cells/volume.js';
import { UpCloudConfig } from './config.js';
import { findCredentials } from './credentials.js';
import { refusal } from './errors.js';
import { images } from './images.js';
import { places } from './places.js';
import { sizes } from './sizes.js';

/** UpCloud: zones that share nothing but routers; labels on most things, and a server group for what has none. */
export const upcloud = defineCloud<UpCloudApi, UpCloudConfig>({
  id: 'upcloud',
  title: 'UpCloud',
  config: UpCloudConfig,
  secrets: ['token', 'password'],
  emulatorPath: '/upcloud/1.3',
  accountSettings: ['token', 'username', 'password'],
  limits: {
    concurrency: 8,
    because:
      'UpCloud publishes no limit and sends no header that tells one (recorded traffic of UpCloudLtd/upcloud-go-api, 2022 to 2025, ' +
      'read 2026-11); eight at once is what its own tests use',
  },

  async connect({ config, env, clock, transport }) {
    const { authorization, endpoint } = await findCredentials(config, env);
    const account = createHash('sha256').update(`${endpoint}\n${authorization}`).digest('hex');
    return new UpCloudApi(transport({ baseUrl: endpoint, authenticate: signed(authorization) }), clock, account);
  },

  // Two tokens, or two subaccounts, of one account pass for two: what they may see can differ too.
  account: (api) => api.account,

  refusal,
  places,
  defaultRegion: ({ config }) => config.region,
  sizes,
  images,
  snapshot: async () => (await import('./snapshot.gen.js')).snapshot,
  cells: { ssh_key: sshKey, network, firewall, server, volume, public_ip: publicIp },
});

function signed(authorization: string): Link {
  return (next) => (request) => next({ ...request, headers: { ...request.headers, authorization } });
}
