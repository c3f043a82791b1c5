import type { ConnectContext } from '../../runtime/driver/cloud.js';
import { defineCloud } from '../../runtime/driver/cloud.js';
import { IonosApi } from './api.js';
import { firewall } from './cells/firewall.js';
import { network } from './cells/network.js';
import { publicIp } from './cells/public-ip.js';
import { server } from './cells/server.js';
import { sshKey } from './cells/ssh-key.js';
import { volume } from './cells/volume.js';
import { IonosConfig } from './config.js';
import { findCredentials } from './credentials.js';
import { refusal } from './errors.js';
import { images } from './images.js';
import { places } from './places.js';
import { requestProbe } from './requests.js';
import { contracts, sizes, tailor } from './sizes.js';

/** IONOS Cloud: data centers made of parts, orders that are carried out in the background, labels with paths of their own. */
export const ionos = defineCloud<IonosApi, IonosConfig>({
  id: 'ionos',
  title: 'IONOS Cloud',
  config: IonosConfig,
  secrets: ['token', 'password'],
  emulatorPath: '/ionos/cloudapi/v6',
  accountSettings: ['token', 'username', 'password', 'contractNumber', 'profile', 'datacenterId'],
  limits: {
    concurrency: 10,
    rate: {
      perSecond: 10,
      burst: 50,
      remaining: (headers) => {
        const left = Number(headers['x-ratelimit-remaining']);
        return headers['x-ratelimit-remaining'] === undefined || Number.isNaN(left) ? undefined : left;
      },
    },
    because:
      'no figure is published; each answer tells what is left (X-RateLimit-Remaining, Cloud API v6 description of 2023-02), and that is believed. Ten a second is ours',
  },
  connect,
  account: async (api) => {
    const number = (await contracts(api))[0]?.properties?.contractNumber;
    return number === undefined ? undefined : `${api.settings.endpoint} ${number}`;
  },
  refusal,
  places,
  defaultRegion: ({ config }) => config.region,
  sizes,
  tailor,
  images,
  probes: { request: requestProbe },
  cells: { ssh_key: sshKey, network, firewall, volume, public_ip: publicIp, server },
});

async function connect({ config, env, clock, transport }: ConnectContext<IonosConfig>): Promise<IonosApi> {
  const { authorization, contractNumber, endpoint } = await findCredentials(config, env);
  const own = { authorization, ...(contractNumber ? { 'x-contract-number': contractNumber } : {}) };
  const send = transport({
    baseUrl: endpoint,
    authenticate: (next) => (request) => next({ ...request, headers: { ...request.headers, ...own } }),
  });
  return new IonosApi(send, clock, { endpoint, datacenterId: config.datacenterId });
}
