/** What clouds sell, in our words; a claim may hold for some of it alone. The kinds of the model are among them (`public_ip` is `public-ip`). */
export const SERVICES = [
  'server',
  'network',
  'firewall',
  'public-ip',
  'volume',
  'load-balancer',
  'object-storage',
  'file-storage',
  'backup',
  'kubernetes',
  'container',
  'container-registry',
  'database',
  'platform', // applications are given as code, the cloud runs them
  'dns',
  'key-management',
  'gpu',
  'bare-metal',
  'private-cloud', // virtualisation on hardware of one's own, VMware for instance
  'data-centre', // the building and its operation, not what runs in it
] as const;

export type Service = (typeof SERVICES)[number];
