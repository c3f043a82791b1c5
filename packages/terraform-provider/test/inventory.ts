import type { Emulator } from '@hansa/emulator';
import { ovhHeaders } from './ovh-headers.js';

/** Where the vendors' own APIs list what there is: asked directly, since our own code is what is under test. */
const LISTS: Record<string, Lists | ((emulator: Emulator) => Promise<Inventory>)> = {
  hetzner: {
    headers: (env) => ({ authorization: `Bearer ${env['HCLOUD_TOKEN']}` }),
    paths: {
      servers: '/servers',
      networks: '/networks',
      firewalls: '/firewalls',
      volumes: '/volumes',
      floating_ips: '/floating_ips',
      primary_ips: '/primary_ips',
      ssh_keys: '/ssh_keys',
    },
  },
  scaleway: {
    headers: (env) => ({ 'x-auth-token': env['SCW_SECRET_KEY'] ?? '' }),
    paths: {
      servers: '/instance/v1/zones/fr-par-1/servers',
      ips: '/instance/v1/zones/fr-par-1/ips',
      security_groups: '/instance/v1/zones/fr-par-1/security_groups',
      volumes: '/block/v1/zones/fr-par-1/volumes',
      private_networks: '/vpc/v2/regions/fr-par/private-networks',
      ssh_keys: '/iam/v1alpha1/ssh-keys',
    },
  },
  upcloud: {
    headers: (env) => ({ authorization: `Bearer ${env['UPCLOUD_TOKEN']}` }),
    paths: {
      servers: '/1.3/server',
      storages: '/1.3/storage/private',
      networks: '/1.3/network',
      routers: '/1.3/router',
      ip_addresses: '/1.3/ip_address',
      server_groups: '/1.3/server-group',
    },
  },
  ovh: {
    headers: (env, asked) => ovhHeaders(env, { method: 'GET', ...asked }),
    paths: {
      servers: '/1.0/cloud/project/{project}/instance',
      volumes: '/1.0/cloud/project/{project}/volume',
      ssh_keys: '/1.0/cloud/project/{project}/sshkey',
      networks: '/1.0/cloud/project/{project}/network/private',
      gateways: '/1.0/cloud/project/{project}/region/GRA11/gateway',
      floating_ips: '/1.0/cloud/project/{project}/region/GRA11/floatingip',
      security_groups: '/openstack/network/GRA11/v2.0/security-groups',
    },
  },
  ionos: insideDatacenters,
  seca: inWorkspaces,
};

interface Lists {
  headers(env: Env, asked: Asked): Headers | Promise<Headers>;
  paths: Record<string, string>;
}

type Env = Readonly<Record<string, string>>;
type Headers = Record<string, string>;
type Asked = { url: string; now: number };
type Inventory = Record<string, string[]>;

/** Names of all that is there at a cloud, by the vendor's own kinds; the vendor's own defaults are left out. */
export async function inventory(emulator: Emulator, cloud: string): Promise<Inventory> {
  const lists = LISTS[cloud]!;
  if (typeof lists === 'function') return lists(emulator);
  const { headers, paths } = lists;
  const entries = await Promise.all(
    Object.entries(paths).map(async ([what, path]): Promise<[string, string[]]> => {
      const { env, url: at, clouds, clock } = emulator;
      const url = `${at}${clouds[cloud]}${path.replace('{project}', env['OVH_CLOUD_PROJECT_SERVICE'] ?? '')}`;
      const response = await fetch(url, { headers: await headers(env, { url, now: clock.now() }) });
      if (!response.ok) throw new Error(`${cloud} ${path}: HTTP ${response.status} ${await response.text()}`);
      const answer = (await response.json()) as Thing[] | Record<string, Thing[] | Record<string, Thing[]>>;
      const found = Array.isArray(answer) ? answer : (answer[what] ?? []);
      const things = Array.isArray(found) ? found : Object.values(found).flat();
      return [what, things.filter(isOurs).map(nameOf).sort()];
    }),
  );
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}

interface Thing {
  id?: string;
  name?: string;
  title?: string;
  address?: string;
  project_default?: boolean;
  type?: string;
  floating?: 'yes' | 'no';
}

/** Not the vendor's own: defaults of a project, networks and routers that every account sees, addresses that come with servers. */
function isOurs({ name, project_default, type, floating }: Thing): boolean {
  return (
    name !== 'default' &&
    !project_default &&
    !['service', 'public', 'utility'].includes(type ?? '') &&
    floating !== 'no'
  );
}

/** Labels stand behind the name where a vendor has no other place for them. */
function nameOf({ name, title, address, id }: Thing): string {
  return (name ?? title ?? address ?? id ?? '').split(' ')[0] ?? '';
}

/** Everything at IONOS but addresses stands in data centers, which are asked for as deep as they go. */
async function insideDatacenters({ env, url, clouds }: Emulator): Promise<Inventory> {
  interface Named {
    properties: { name: string; public?: boolean };
    entities?: Record<string, { items: Named[] }>;
  }
  const list = async (path: string): Promise<Named[]> => {
    const headers = { authorization: `Bearer ${env['IONOS_TOKEN']}` };
    const response = await fetch(`${url}${clouds['ionos']}${path}`, { headers });
    if (!response.ok) throw new Error(`ionos ${path}: HTTP ${response.status} ${await response.text()}`);
    return ((await response.json()) as { items: Named[] }).items;
  };
  const [datacenters, ipblocks] = [await list('/datacenters?depth=3'), await list('/ipblocks?depth=1')];
  const inside = (what: string) => datacenters.flatMap(({ entities }) => entities?.[what]?.items ?? []);
  // The LAN to the Internet comes and goes with its data center.
  const lans = inside('lans').filter(({ properties }) => !properties.public);
  const all = {
    datacenters,
    servers: inside('servers'),
    volumes: inside('volumes'),
    security_groups: inside('securitygroups'),
    lans,
    ipblocks,
  };
  const names = Object.entries(all).map(
    ([what, things]) => [what, things.map(({ properties }) => nameOf(properties)).sort()] as const,
  );
  return Object.fromEntries(names.filter(([, found]) => found.length > 0));
}

/** What stands in the workspace of each region. A server is there from the block storage on that it boots from. */
async function inWorkspaces({ env, url, clouds }: Emulator): Promise<Inventory> {
  interface Named {
    metadata: { name: string };
    annotations?: Record<string, string>;
  }
  const providers: Record<string, string> = { instances: 'compute', 'block-storages': 'storage' };
  const list = async (region: string, what: string): Promise<string[]> => {
    const at = `${url}${clouds['seca']}/${region}/providers/seca.${providers[what.split('?')[0] ?? ''] ?? 'network'}/v1/tenants/${env['SECA_TENANT']}`;
    const headers = { authorization: `Bearer ${env['SECA_TOKEN']}` };
    const response = await fetch(`${at}/workspaces/${env['SECA_WORKSPACE']}/${what}`, { headers });
    if (!response.ok) throw new Error(`seca ${what}: HTTP ${response.status} ${await response.text()}`);
    const { items } = (await response.json()) as { items: Named[] };
    return items.map(({ metadata, annotations }) => annotations?.['hansa-name'] ?? metadata.name);
  };
  const collections = {
    servers: 'block-storages?labels=hansa-kind%3Dserver',
    instances: 'instances',
    volumes: 'block-storages?labels=hansa-kind%3Dvolume',
    networks: 'networks',
    internet_gateways: 'internet-gateways',
    nics: 'nics',
    public_ips: 'public-ips',
    security_groups: 'security-groups',
  };
  const entries = await Promise.all(
    Object.entries(collections).map(async ([what, path]): Promise<[string, string[]]> => {
      const all = await Promise.all(['eu-central', 'eu-south'].map((region) => list(region, path)));
      return [what, all.flat().sort()];
    }),
  );
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}
