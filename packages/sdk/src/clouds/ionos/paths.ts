/** Paths below `https://api.ionos.com/cloudapi/v6`. */
export const paths = {
  datacenters: '/datacenters',
  datacenter: (dc: string) => `/datacenters/${dc}`,
  servers: (dc: string, id = '') => join(`/datacenters/${dc}/servers`, id),
  power: (dc: string, id: string, action: 'start' | 'stop') => `/datacenters/${dc}/servers/${id}/${action}`,
  attached: (dc: string, server: string, volume = '') => join(`/datacenters/${dc}/servers/${server}/volumes`, volume),
  nics: (dc: string, server: string, id = '') => join(`/datacenters/${dc}/servers/${server}/nics`, id),
  groupsOf: (dc: string, server: string, nic: string) =>
    `/datacenters/${dc}/servers/${server}/nics/${nic}/securitygroups`,
  volumes: (dc: string, id = '') => join(`/datacenters/${dc}/volumes`, id),
  lans: (dc: string, id = '') => join(`/datacenters/${dc}/lans`, id),
  cards: (dc: string, lan: string) => `/datacenters/${dc}/lans/${lan}/nics`,
  securityGroups: (dc: string, id = '') => join(`/datacenters/${dc}/securitygroups`, id),
  rules: (dc: string, group: string, id = '') => join(`/datacenters/${dc}/securitygroups/${group}/rules`, id),
  ipBlocks: (id = '') => join('/ipblocks', id),
  labels: (of = '') => `${of}/labels`,
  label: (of: string, key: string) => `${of}/labels/${encodeURIComponent(key)}`,
  locations: '/locations',
  images: '/images',
  snapshots: '/snapshots',
  contracts: '/contracts',
  status: (request: string) => `/requests/${request}/status`,
} as const;

function join(collection: string, id: string): string {
  return id ? `${collection}/${id}` : collection;
}
