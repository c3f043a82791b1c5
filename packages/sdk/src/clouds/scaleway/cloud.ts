import { CloudError } from '../../errors/index.js';
import type { ConnectContext } from '../../runtime/driver/cloud.js';
import { defineCloud } from '../../runtime/driver/cloud.js';
import { ScalewayApi, unlessGone } from './api.js';
import { firewall } from './cells/firewall.js';
import { network } from './cells/network.js';
import { publicIp } from './cells/public-ip.js';
import { server } from './cells/server.js';
import { sshKey } from './cells/ssh-key.js';
import { volume } from './cells/volume.js';
import { ScalewayConfig } from './config.js';
import { type Credentials, findCredentials } from './credentials.js';
import { refusal } from './errors.js';
import { images } from './images.js';
import { paths } from './paths.js';
import { PLACES } from './places.js';
import { sizes } from './sizes.js';

/** Scaleway: servers, volumes and addresses by zone, private networks by region, one flat list of tags on each. */
export const scaleway = defineCloud<ScalewayApi, ScalewayConfig>({
  id: 'scaleway',
  title: 'Scaleway',
  config: ScalewayConfig,
  secrets: ['secretKey'],
  emulatorPath: '/scaleway',
  accountSettings: ['accessKey', 'secretKey', 'projectId', 'organizationId', 'profile'],
  limits: {
    concurrency: 10,
    rate: { perSecond: 20, burst: 20 },
    because:
      'no limit is published; support named 100 requests a second (scaleway/api.scaleway.com#50, 2017), but lists of all zones ' +
      'sent together were refused with 429 (recorded traffic of scaleway/terraform-provider-scaleway, 2026-07), so this stays well below',
  },
  connect,
  account: (api) => `${api.endpoint} ${api.projectId}`,
  refusal,
  places: async () => PLACES,
  defaultRegion: ({ api }) => api.place,
  sizes,
  images,
  snapshot: async () => (await import('./snapshot.gen.js')).snapshot,
  cells: { ssh_key: sshKey, network, firewall, volume, public_ip: publicIp, server },
});

async function connect({ config, env, clock, transport }: ConnectContext<ScalewayConfig>): Promise<ScalewayApi> {
  const credentials = await findCredentials(config, env);
  const { endpoint, secretKey, place } = credentials;
  const send = transport({
    baseUrl: endpoint,
    authenticate: (next) => (request) =>
      next({ ...request, headers: { ...request.headers, 'x-auth-token': secretKey } }),
  });
  const projectId = credentials.projectId ?? (await defaultProject(new ScalewayApi(send, clock, ''), credentials));
  return new ScalewayApi(send, clock, projectId, place, endpoint);
}

/** The default project of the API key, which only its access key can ask for. */
async function defaultProject(api: ScalewayApi, { accessKey }: Credentials): Promise<string> {
  const key = accessKey
    ? await unlessGone(api.get<{ default_project_id?: string }>(paths.apiKey(accessKey)))
    : undefined;
  if (key?.default_project_id) return key.default_project_id;
  throw new CloudError('invalid', {
    attribute: ['projectId'],
    message: accessKey
      ? 'no project id, and the API key has no default project'
      : 'no project id, and no access key by which to ask for the default one',
    next: [
      'set project_id in the settings, or SCW_DEFAULT_PROJECT_ID',
      'the id stands in console.scaleway.com, Project, Settings',
    ],
  });
}
