import { refusal } from '../../openstack/errors.js';
import { defineCloud } from '../../runtime/driver/cloud.js';
import { connect, type OpenStackApi } from './api.js';
import { firewall } from './cells/firewall.js';
import { network } from './cells/network.js';
import { publicIp } from './cells/public-ip.js';
import { server } from './cells/server.js';
import { sshKey } from './cells/ssh-key.js';
import { volume } from './cells/volume.js';
import { OpenStackConfig } from './config.js';
import { toImages } from './images.js';
import { toSize } from './sizes.js';

/** Any OpenStack cloud: Infomaniak, Cleura, Elastx, CloudFerro, OVHcloud's Public Cloud, one's own. */
export const openstack = defineCloud<OpenStackApi, OpenStackConfig>({
  id: 'openstack',
  title: 'OpenStack',
  config: OpenStackConfig,
  secrets: ['password', 'applicationCredentialSecret'],
  emulatorPath: '/openstack/identity',
  accountSettings: [
    'cloud',
    'region',
    'interface',
    'externalNetwork',
    'volumeType',
    'applicationCredentialId',
    'applicationCredentialSecret',
    'username',
    'password',
    'userDomain',
    'project',
    'projectId',
    'projectDomain',
  ],
  limits: {
    concurrency: 10,
    because: 'OpenStack publishes no figure and clouds set their own; ten at once is what Terraform itself sends',
  },
  connect,
  account: ({ authUrl, projectId, region }) => [authUrl, projectId, region].join(' '),
  refusal,
  // A place is an availability zone; all of them are in the one region that is configured.
  places: async (api) => {
    const scopes = { region: api.region, area: api.region };
    return (await api.zones()).map((zone) => ({ id: zone, country: api.country, scopes: { zone, ...scopes } }));
  },
  defaultRegion: ({ api }) => api.region,
  sizes: async (api) => (await api.flavors()).map(toSize),
  images: async (api) => toImages(await api.images()),
  cells: { ssh_key: sshKey, network, firewall, server, volume, public_ip: publicIp },
});
