import { CloudError } from '../../../errors/index.js';
import type { OpenStackConfig } from '../config.js';
import { isKeystone, type Profile } from '../profiles/profile.js';
import { type CloudsYaml, readCloudsYaml } from './clouds-yaml.js';

type Env = Readonly<Record<string, string | undefined>>;

/** The id of a cloud that nobody named otherwise: the one that unnamed credentials (`OS_*`, the only entry of a file) are for. */
export const PLAIN = 'openstack';

/** A vendor's cloud, and the region of it that the settings name. */
interface Vendor {
  profile: Profile;
  region: string | undefined;
}

/**
 * The entry of `clouds.yaml` that a cloud takes without being told: the one that is called like it. Else, for the plain id, the only one;
 * for a vendor's cloud the one for that vendor's Keystone, where it is one alone or `OS_CLOUD` says which.
 */
export function entryFor(id: string, { clouds }: CloudsYaml, env: Env, vendor?: Vendor): string | undefined {
  const names = Object.keys(clouds);
  if (names.includes(id)) return id;
  if (!vendor) return id === PLAIN && names.length === 1 ? names[0] : undefined;
  const there = names.filter((name) => isKeystone(vendor.profile, clouds[name]?.auth?.auth_url, vendor.region));
  return there.length === 1 ? there[0] : there.find((name) => name === env['OS_CLOUD']);
}

/**
 * Whether `clouds.yaml` has an entry that is called like this cloud, and is not what the plain id takes already. A file that is broken has
 * none: who asks for a cloud hears why.
 */
export async function isNamed(id: string, env: Env): Promise<boolean> {
  const file = await readCloudsYaml(env).catch(() => undefined);
  if (!file || !Object.hasOwn(file.clouds, id)) return false;
  const plain = env['OS_CLOUD'] || (env['OS_AUTH_URL'] ? undefined : entryFor(PLAIN, file, env));
  return plain !== id;
}

/** No credentials: where they were looked for, and what to do. */
export function nowhere(
  id: string,
  named: string | undefined,
  config: OpenStackConfig,
  file: CloudsYaml,
  profile?: Profile,
): CloudError {
  const names = Object.keys(file.clouds).join(', ');
  const listed = file.path
    ? `${file.path} (it has ${names || 'no entries'})`
    : `${file.looked.join(', ')} (none is there)`;
  return new CloudError('unauthenticated', {
    attribute: ['cloud'],
    message: named
      ? `no cloud "${named}" in ${listed}`
      : `no credentials found; looked at ${lookedAt(id, profile)}, ${listed}`,
    next: [
      ...(names && !config.cloud
        ? [`set cloud in the settings of ${id}${id === PLAIN ? ', or OS_CLOUD,' : ''} to one of ${names}`]
        : []),
      "make an application credential in the cloud's dashboard (Identity, Application Credentials) and download its clouds.yaml",
      'or source the openrc file of the project',
    ],
  });
}

function lookedAt(id: string, profile: Profile | undefined): string {
  if (profile) return `the settings, OS_* if OS_AUTH_URL is ${profile.authUrl.value}, an entry "${id}" or for that URL`;
  return id === PLAIN ? 'the settings, OS_CLOUD, OS_AUTH_URL' : `the settings, an entry "${id}"`;
}
