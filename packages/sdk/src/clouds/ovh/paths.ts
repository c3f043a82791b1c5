import { CloudError } from '../../errors/index.js';

/** Paths below the base URL of the API, for one project. */
export class Paths {
  private readonly project: string;

  constructor(readonly projectId: string) {
    this.project = `/cloud/project/${segment(projectId)}`;
  }

  regions = (name = '') => join(`${this.project}/region`, name);
  flavors = () => `${this.project}/flavor`;
  images = (id = '') => join(`${this.project}/image`, id);
  keys = (id = '') => join(`${this.project}/sshkey`, id);
  instances = (id = '', what = '') => join(join(`${this.project}/instance`, id), what);
  interfaces = (instance: string, id = '') => join(`${this.instances(instance)}/interface`, id);
  volumes = (id = '', what = '') => join(join(`${this.project}/volume`, id), what);
  volumeSnapshots = () => `${this.project}/volume/snapshot`;
  publicNetworks = () => `${this.project}/network/public`;
  /** Networks over all regions. */
  wideNetworks = (id = '') => join(`${this.project}/network/private`, id);
  networks = (region: string, id = '') => join(`${this.regions(region)}/network`, id);
  subnets = (region: string, network: string, id = '') => join(`${this.networks(region, network)}/subnet`, id);
  gateways = (region: string, id = '') => join(`${this.regions(region)}/gateway`, id);
  gatewayOf = (region: string, network: string, subnet: string) => `${this.subnets(region, network, subnet)}/gateway`;
  gatewayInterfaces = (region: string, gateway: string, id = '') =>
    join(`${this.gateways(region, gateway)}/interface`, id);
  operations = (id = '') => join(`${this.project}/operation`, id);
  users = () => `${this.project}/user`;
  userToken = (id: number) => `${this.project}/user/${id}/token`;
}

export const PROJECTS = '/cloud/project';
export const CATALOGUE = '/order/catalog/public/cloud';

function join(collection: string, id: string): string {
  return id ? `${collection}/${segment(id)}` : collection;
}

/** One segment of a path. Ids may come from a person's `import`, and must not lead elsewhere. @throws CloudError `invalid` */
function segment(id: string): string {
  if (!/^\.*$/.test(id)) return encodeURIComponent(id);
  throw new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id`,
    next: ['use the id as the vendor shows it'],
  });
}
