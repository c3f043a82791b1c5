import { CloudError } from '../../errors/index.js';
import { type ConnectContext, defineCloud } from '../../runtime/driver/cloud.js';
import { Turns } from '../../runtime/turns.js';
import { OvhApi } from './api.js';
import { findCredentials, type Keys, ownOpenrc } from './auth/credentials.js';
import { bearer } from './auth/oauth2.js';
import { signed } from './auth/signature.js';
import { firewall } from './cells/firewall.js';
import { network } from './cells/network.js';
import { publicIp } from './cells/public-ip.js';
import { server } from './cells/server.js';
import { sshKey } from './cells/ssh-key.js';
import { volume } from './cells/volume.js';
import { OvhConfig } from './config.js';
import { refusal } from './errors.js';
import { images } from './images.js';
import { route } from './network/gateways.js';
import { Neutron } from './neutron/index.js';
import { Session } from './neutron/session.js';
import { pollOperations } from './operations.js';
import { Paths, PROJECTS } from './paths.js';
import { places } from './places.js';
import { sizes } from './sizes.js';

/** OVHcloud's Public Cloud through its own API, and through the project's Neutron for what that API lacks: firewalls and public IPs. */
export const ovh = defineCloud<OvhApi, OvhConfig>({
  id: 'ovh',
  title: 'OVHcloud',
  config: OvhConfig,
  secrets: ['applicationSecret', 'consumerKey', 'clientSecret', 'openstackPassword'],
  emulatorPath: '/ovh/1.0',
  accountSettings: [
    'applicationKey',
    'applicationSecret',
    'consumerKey',
    'clientId',
    'clientSecret',
    'projectId',
    'openstackUsername',
    'openstackPassword',
  ],
  limits: {
    concurrency: 8,
    rate: { perSecond: 1, burst: 60 },
    because:
      'no figure is published for the API itself; of the clouds behind it the smallest is 60 requests a minute, the others are 20 a second ' +
      '(support.us.ovhcloud.com, "Public Cloud API Rate Limits", read 2026-11)',
  },
  connect,
  account: ({ endpoint, paths }) => `${endpoint.url} ${paths.projectId}`,
  refusal,
  places,
  defaultRegion: ({ config, env }) => config.region ?? (ownOpenrc(env)['OS_REGION_NAME'] || undefined),
  sizes,
  images,
  snapshot: async () => (await import('./snapshot.gen.js')).snapshot,
  probes: { operation: { batch: 100, poll: pollOperations } },
  cells: { ssh_key: sshKey, network, firewall, volume, public_ip: publicIp, server },
});

async function connect({ config, env, clock, transport }: ConnectContext<OvhConfig>): Promise<OvhApi> {
  const credentials = await findCredentials(config, env);
  const { keys, endpoint } = credentials;
  const send = transport({
    baseUrl: endpoint.url,
    authenticate: keys.by === 'signature' ? signed(keys, endpoint.url, clock) : bearer(keys, endpoint.tokenUrl, clock),
  });
  const paths = new Paths(credentials.projectId ?? (await onlyProject(async () => (await send(projects)).body, keys)));
  const neutron = new Neutron(new Session(send, paths, clock, credentials.openstack), transport, clock);
  const subsidiary = config.subsidiary ?? endpoint.subsidiary;
  const api = new OvhApi({ send, clock, paths, endpoint: { url: endpoint.url, subsidiary }, neutron });
  // Addresses that come at once are to share a gateway.
  const turns = new Turns();
  neutron.route = (region, port, wait) => turns.take(port.network_id, () => route(api, region, port, wait));
  return api;
}

const projects = { method: 'GET', path: PROJECTS } as const;

/** The project where none is named: the only one that the credentials see. */
async function onlyProject(ask: () => Promise<unknown>, { by }: Keys): Promise<string> {
  const all = (await ask()) as string[];
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  throw new CloudError('invalid', {
    attribute: ['projectId'],
    message:
      only === undefined
        ? 'the credentials see no Public Cloud project'
        : 'there are several projects and none is chosen',
    next: [
      only === undefined
        ? `make a project in the control panel, or let the ${by === 'oauth2' ? 'service account' : 'consumer key'} see it`
        : `set project_id in the settings, or OVH_CLOUD_PROJECT_SERVICE, to one of ${all.join(', ')}`,
    ],
  });
}
