import { CloudError } from '../../errors/index.js';
import type { OpenStackConfig } from './config.js';
import { type CloudEntry, readCloudsYaml } from './keystone/clouds-yaml.js';
import { entryFor, nowhere, PLAIN } from './keystone/entries.js';
import { authRequest, type Login } from './keystone/login.js';
import { v3 } from './keystone/v3.js';
import { isKeystone, keystoneUrl, type Profile } from './profiles/profile.js';

type Env = Readonly<Record<string, string | undefined>>;
export type Interface = 'public' | 'internal' | 'admin';

export interface Credentials {
  /** Keystone's URL, ending in `/v3`. */
  authUrl: string;
  /** The body that logs in. */
  request: Record<string, unknown>;
  /** Region to use, where any is named. */
  region?: string;
  interface: Interface;
  /** Where they were found, for messages. */
  source: string;
}

/**
 * How to log in, where openstacksdk and its command find it: the settings, the entry of `clouds.yaml` that they name, else `OS_CLOUD`,
 * the environment (`OS_AUTH_URL`, …), an entry of `clouds.yaml` that is called like this cloud, or the only one.
 *
 * Several clouds may stand side by side, and the environment knows one. So a cloud under an id of its own takes `OS_*` only where
 * `OS_AUTH_URL` is its endpoint, and no entry but the one that it names or is called like: no secret gets to another cloud. Where its
 * endpoint is known by a profile, an entry for that endpoint will do too, be it the only one of that kind or the one of `OS_CLOUD`.
 *
 * @throws CloudError `unauthenticated` with the list of places that were looked at; `invalid` for a broken file, or an entry whose
 * `auth_url` is not the endpoint of the settings, or a region that a profile's endpoint needs.
 * @example
 * const env = { OS_AUTH_URL: 'https://keystone.example.org', OS_USERNAME: 'me', OS_PASSWORD: password, OS_PROJECT_NAME: 'shop' };
 * await findCredentials('openstack', {}, env); // { authUrl: 'https://keystone.example.org/v3', source: 'the environment (OS_*)' }
 */
export async function findCredentials(
  id: string,
  config: OpenStackConfig,
  env: Env,
  profile?: Profile,
): Promise<Credentials> {
  const given = fromConfig(config);
  const mine = isFor(id, config, env, profile) ? env : {};
  const settle = (login: Login, hinted: Hints, source: string) => settled(login, config, hinted, source, profile);
  const said = given.username || given.application_credential_id || config.endpoint;
  if (said && !config.cloud) return settle(completed(given, fromEnv(mine)), hints(mine), 'the settings');
  const named = config.cloud ?? ((!profile && mine['OS_CLOUD']) || undefined);
  if (!named && mine['OS_AUTH_URL'])
    return settle(completed(given, fromEnv(mine)), hints(mine), 'the environment (OS_*)');
  const file = await readCloudsYaml(env);
  const name = named ?? entryFor(id, file, env, profile && { profile, region: config.region });
  const entry = name !== undefined && Object.hasOwn(file.clouds, name) ? file.clouds[name] : undefined;
  if (name === undefined || !entry) throw nowhere(id, named, config, file, profile);
  const source = `"${name}" in ${file.path}`;
  const login = fromEntry(entry);
  if (login.auth_url && config.endpoint && v3(login.auth_url) !== v3(config.endpoint)) {
    throw new CloudError('invalid', {
      attribute: ['endpoint'],
      message: `endpoint is ${config.endpoint}, and ${source} is for ${login.auth_url}`,
      next: ['leave endpoint out', 'or leave cloud out and give the credentials in the settings'],
    });
  }
  return settle({ ...login, ...stripUndefined(given) }, entryHints(entry), source);
}

/** Whether the variables `OS_*` mean the cloud of that id and endpoint, or profile. */
function isFor(id: string, { endpoint, region }: OpenStackConfig, env: Env, profile?: Profile): boolean {
  const authUrl = env['OS_AUTH_URL'];
  if (endpoint && authUrl) return v3(authUrl) === v3(endpoint);
  return profile ? isKeystone(profile, authUrl, region) : id === PLAIN;
}

interface Hints {
  region?: string;
  interface?: string;
}

function settled(login: Login, config: OpenStackConfig, hinted: Hints, source: string, profile?: Profile): Credentials {
  const region = config.region ?? hinted.region;
  const authUrl = login.auth_url ?? (profile && keystoneUrl(profile, region));
  if (!authUrl && profile) {
    throw new CloudError('invalid', {
      attribute: ['region'],
      message: region
        ? `${profile.title} has no region "${region}" that is known here`
        : `${profile.title} has a Keystone in each region, and no region is chosen`,
      next: [
        `set region in the settings (or region_name in clouds.yaml) to one of ${Object.keys(profile.regions.value).join(', ')}`,
        ...(region ? ["or give that region's Keystone as endpoint"] : []),
      ],
    });
  }
  if (!authUrl) {
    throw new CloudError('unauthenticated', {
      attribute: ['endpoint'],
      message: `${source} names no auth_url`,
      next: ["give Keystone's URL: endpoint in the settings, OS_AUTH_URL, or auth_url in clouds.yaml"],
    });
  }
  return {
    authUrl: v3(authUrl),
    request: authRequest(login, source),
    region,
    interface: config.interface ?? interfaceOf(hinted.interface),
    source,
  };
}

function interfaceOf(text: string | undefined): Interface {
  const word = text?.replace(/URL$/, '');
  return word === 'internal' || word === 'admin' ? word : 'public';
}

function fromConfig(config: OpenStackConfig): Login {
  return {
    auth_url: config.endpoint,
    username: config.username,
    password: config.password,
    user_domain_name: config.userDomain,
    project_name: config.project,
    project_id: config.projectId,
    project_domain_name: config.projectDomain,
    application_credential_id: config.applicationCredentialId,
    application_credential_secret: config.applicationCredentialSecret,
  };
}

function fromEnv(env: Env): Login {
  const os = (...names: string[]) => names.map((name) => env[`OS_${name}`]).find(Boolean);
  return {
    auth_url: os('AUTH_URL'),
    auth_type: os('AUTH_TYPE'),
    username: os('USERNAME'),
    user_id: os('USER_ID'),
    password: os('PASSWORD'),
    user_domain_name: os('USER_DOMAIN_NAME', 'DEFAULT_DOMAIN_NAME'),
    user_domain_id: os('USER_DOMAIN_ID', 'DEFAULT_DOMAIN_ID', 'DEFAULT_DOMAIN'),
    project_name: os('PROJECT_NAME', 'TENANT_NAME'),
    project_id: os('PROJECT_ID', 'TENANT_ID'),
    project_domain_name: os('PROJECT_DOMAIN_NAME'),
    project_domain_id: os('PROJECT_DOMAIN_ID', 'DEFAULT_DOMAIN_ID', 'DEFAULT_DOMAIN'),
    application_credential_id: os('APPLICATION_CREDENTIAL_ID'),
    application_credential_name: os('APPLICATION_CREDENTIAL_NAME'),
    application_credential_secret: os('APPLICATION_CREDENTIAL_SECRET'),
  };
}

/** Settings with what they leave out from the environment; never one way to log in mixed with another. */
function completed(given: Login, env: Login): Login {
  const rest: Login = { ...env };
  if (given.application_credential_id || given.username) {
    delete rest.auth_type;
    for (const key of ['application_credential_id', 'application_credential_name', 'username', 'user_id'] as const)
      delete rest[key];
  }
  return { ...rest, ...stripUndefined(given) };
}

function fromEntry({ auth, auth_type }: CloudEntry): Login {
  const { domain_name, domain_id, ...rest } = auth ?? {};
  const said: Login = rest;
  return {
    ...said,
    auth_type,
    user_domain_name: said.user_domain_name ?? domain_name,
    user_domain_id: said.user_domain_id ?? domain_id,
    project_domain_name: said.project_domain_name ?? domain_name,
    project_domain_id: said.project_domain_id ?? domain_id,
  };
}

function hints(env: Env): Hints {
  return { region: env['OS_REGION_NAME'] || undefined, interface: env['OS_INTERFACE'] || env['OS_ENDPOINT_TYPE'] };
}

function entryHints({ region_name, regions, interface: face, endpoint_type }: CloudEntry): Hints {
  const [first] = regions ?? [];
  return { region: region_name ?? (typeof first === 'object' ? first.name : first), interface: face ?? endpoint_type };
}

function stripUndefined(login: Login): Login {
  return Object.fromEntries(Object.entries(login).filter(([, value]) => value !== undefined));
}
