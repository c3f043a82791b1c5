import type { Emulator } from '@hansa/emulator';

/** Where the vendors' own APIs list what there is: asked directly, since our own code is what is under test. */
const LISTS: Record<string, { headers(env: Env): Record<string, string>; paths: Record<string, string> }> = {
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
};

type Env = Readonly<Record<string, string>>;
type Inventory = Record<string, string[]>;

/** Names of all that is there at a cloud, by the vendor's own kinds; the vendor's own defaults are left out. */
export async function inventory(emulator: Emulator, cloud: string): Promise<Inventory> {
  const { headers, paths } = LISTS[cloud]!;
  const entries = await Promise.all(
    Object.entries(paths).map(async ([what, path]): Promise<[string, string[]]> => {
      const response = await fetch(`${emulator.url}${emulator.clouds[cloud]}${path}`, {
        headers: headers(emulator.env),
      });
      if (!response.ok) throw new Error(`${cloud} ${path}: HTTP ${response.status} ${await response.text()}`);
      const things = ((await response.json()) as Record<string, Thing[]>)[what] ?? [];
      return [
        what,
        things
          .filter((thing) => !thing.project_default)
          .map((thing) => thing.name ?? thing.id)
          .sort(),
      ];
    }),
  );
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}

interface Thing {
  id: string;
  name?: string;
  project_default?: boolean;
}
