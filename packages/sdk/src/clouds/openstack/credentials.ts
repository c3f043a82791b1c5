import { CloudError } from '../../errors/index.js';
import type { OpenStackConfig } from './config.js';
import { type CloudEntry, type CloudsYaml, readCloudsYaml } from './keystone/clouds-yaml.js';
import { authRequest, type Login } from './keystone/login.js';

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

/** The id of a cloud that nobody named otherwise: the one that unnamed credentials (`OS_*`, the only entry of a file) are for. */
const PLAIN = 'openstack';

/**
 * How to log in, where openstacksdk and its command find it: the settings, the entry of `clouds.yaml` that they name, else `OS_CLOUD`,
 * the environment (`OS_AUTH_URL`, …), an entry of `clouds.yaml` that is called like this cloud, or the only one.
 *
 * Several clouds may stand side by side, and the environment knows one. So a cloud under an id of its own takes `OS_*` only where
 * `OS_AUTH_URL` is its endpoint, and no entry but the one that it names or is called like: no secret gets to another cloud.
 *
 * @throws CloudError `unauthenticated` with the list of places that were looked at; `invalid` for a broken file, or an entry whose
 * `auth_url` is not the endpoint of the settings.
 * @example
 * const env = { OS_AUTH_URL: 'https://keystone.example.org', OS_USERNAME: 'me', OS_PASSWORD: password, OS_PROJECT_NAME: 'shop' };
 * await findCredentials('openstack', {}, env); // { authUrl: 'https://keystone.example.org/v3', source: 'the environment (OS_*)' }
 */
export async function findCredentials(id: string, config: OpenStackConfig, env: Env): Promise<Credentials> {
  const given = fromConfig(config);
  const mine = isFor(id, config.endpoint, env) ? env : {};
  const said = given.username || given.application_credential_id || config.endpoint;
  if (said && !config.cloud) return settle(completed(given, fromEnv(mine)), config, hints(mine), 'the settings');
  const named = config.cloud ?? (mine['OS_CLOUD'] || undefined);
  if (!named && mine['OS_AUTH_URL'])
    return settle(completed(given, fromEnv(mine)), config, hints(mine), 'the environment (OS_*)');
  const file = await readCloudsYaml(env);
  const name = named ?? defaultEntry(file, id);
  const entry = name !== undefined && Object.hasOwn(file.clouds, name) ? file.clouds[name] : undefined;
  if (name === undefined || !entry) throw nowhere(id, named, config, file);
  const source = `"${name}" in ${file.path}`;
  const login = fromEntry(entry);
  if (login.auth_url && config.endpoint && v3(login.auth_url) !== v3(config.endpoint)) {
    throw new CloudError('invalid', {
      attribute: ['endpoint'],
      message: `endpoint is ${config.endpoint}, and ${source} is for ${login.auth_url}`,
      next: ['leave endpoint out', 'or leave cloud out and give the credentials in the settings'],
    });
  }
  return settle({ ...login, ...stripUndefined(given) }, config, entryHints(entry), source);
}

/** Whether the variables `OS_*` mean the cloud of that id and endpoint. */
function isFor(id: string, endpoint: string | undefined, { OS_AUTH_URL: authUrl }: Env): boolean {
  return endpoint && authUrl ? v3(authUrl) === v3(endpoint) : id === PLAIN;
}

interface Hints {
  region?: string;
  interface?: string;
}

function settle(login: Login, config: OpenStackConfig, hinted: Hints, source: string): Credentials {
  if (!login.auth_url) {
    throw new CloudError('unauthenticated', {
      attribute: ['endpoint'],
      message: `${source} names no auth_url`,
      next: ["give Keystone's URL: endpoint in the settings, OS_AUTH_URL, or auth_url in clouds.yaml"],
    });
  }
  return {
    authUrl: v3(login.auth_url),
    request: authRequest(login, source),
    region: config.region ?? hinted.region,
    interface: config.interface ?? interfaceOf(hinted.interface),
    source,
  };
}

/** Clouds publish Keystone's URL with and without its version; version 2.0 is gone since the Queens release (2018). */
function v3(authUrl: string): string {
  return `${authUrl.replace(/\/+$/, '').replace(/\/v(2\.0|3)$/, '')}/v3`;
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

function defaultEntry({ clouds }: CloudsYaml, id: string): string | undefined {
  const names = Object.keys(clouds);
  return names.includes(id) ? id : id === PLAIN && names.length === 1 ? names[0] : undefined;
}

function nowhere(id: string, named: string | undefined, config: OpenStackConfig, file: CloudsYaml): CloudError {
  const names = Object.keys(file.clouds).join(', ');
  const listed = file.path
    ? `${file.path} (it has ${names || 'no entries'})`
    : `${file.looked.join(', ')} (none is there)`;
  return new CloudError('unauthenticated', {
    attribute: ['cloud'],
    message: named
      ? `no cloud "${named}" in ${listed}`
      : `no credentials found; looked at ${id === PLAIN ? 'the settings, OS_CLOUD, OS_AUTH_URL' : `the settings, an entry "${id}"`}, ${listed}`,
    next: [
      ...(names && !config.cloud
        ? [`set cloud in the settings of ${id}${id === PLAIN ? ', or OS_CLOUD,' : ''} to one of ${names}`]
        : []),
      "make an application credential in the cloud's dashboard (Identity, Application Credentials) and download its clouds.yaml",
      'or source the openrc file of the project',
    ],
  });
}

function stripUndefined(login: Login): Login {
  return Object.fromEntries(Object.entries(login).filter(([, value]) => value !== undefined));
}
