/** Paths of Scaleway's APIs below `https://api.scaleway.com`. Each carries its API's version and the zone or region. */
export const paths = {
  servers: (zone: string, id = '') => join(`/instance/v1/zones/${zone}/servers`, id),
  action: (zone: string, id: string) => `/instance/v1/zones/${zone}/servers/${id}/action`,
  cloudInit: (zone: string, id: string) => `/instance/v1/zones/${zone}/servers/${id}/user_data/cloud-init`,
  privateNics: (zone: string, id: string, nic = '') =>
    join(`/instance/v1/zones/${zone}/servers/${id}/private_nics`, nic),
  attachVolume: (zone: string, id: string) => `/instance/v1/zones/${zone}/servers/${id}/attach-volume`,
  detachVolume: (zone: string, id: string) => `/instance/v1/zones/${zone}/servers/${id}/detach-volume`,
  localVolumes: (zone: string, id: string) => `/instance/v1/zones/${zone}/volumes/${id}`,
  serverTypes: (zone: string) => `/instance/v1/zones/${zone}/products/servers`,
  availability: (zone: string) => `/instance/v1/zones/${zone}/products/servers/availability`,
  images: (zone: string) => `/instance/v1/zones/${zone}/images`,
  ips: (zone: string, id = '') => join(`/instance/v1/zones/${zone}/ips`, id),
  securityGroups: (zone: string, id = '') => join(`/instance/v1/zones/${zone}/security_groups`, id),
  rules: (zone: string, id: string) => `/instance/v1/zones/${zone}/security_groups/${id}/rules`,
  volumes: (zone: string, id = '') => join(`/block/v1/zones/${zone}/volumes`, id),
  volumeTypes: (zone: string) => `/block/v1/zones/${zone}/volume-types`,
  vpcs: (region: string, id = '') => join(`/vpc/v2/regions/${region}/vpcs`, id),
  privateNetworks: (region: string, id = '') => join(`/vpc/v2/regions/${region}/private-networks`, id),
  addresses: (region: string, id = '') => join(`/ipam/v1/regions/${region}/ips`, id),
  sshKeys: (id = '') => join('/iam/v1alpha1/ssh-keys', id),
  apiKey: (accessKey: string) => `/iam/v1alpha1/api-keys/${encodeURIComponent(accessKey)}`,
  marketplace: '/marketplace/v2/images',
  catalogue: '/product-catalog/v2alpha1/public-catalog/products',
} as const;

function join(collection: string, id: string): string {
  return id ? `${collection}/${id}` : collection;
}
