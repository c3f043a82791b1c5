import { CloudError, redact } from '../../../errors/index.js';
import type { OvhConfig } from '../config.js';
import { type Endpoint, endpointOf } from './endpoints.js';
import { type OvhConf, readOvhConf } from './ovh-conf.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Three keys that sign, or a service account that gets tokens. */
export type Keys =
  | { by: 'signature'; applicationKey: string; applicationSecret: string; consumerKey: string }
  | { by: 'oauth2'; clientId: string; clientSecret: string };

/** A user of the project's OpenStack, for what OVHcloud's own API lacks. */
export interface OpenStackUser {
  username: string;
  password: string;
}

export interface Credentials {
  keys: Keys;
  endpoint: Endpoint;
  projectId?: string;
  openstack?: OpenStackUser;
}

interface Found {
  applicationKey?: string;
  applicationSecret?: string;
  consumerKey?: string;
  clientId?: string;
  clientSecret?: string;
}

/**
 * Keys, endpoint and project, where the vendor's own tools find them: settings, then `OVH_*`, then `ovh.conf`. Each key is looked for by
 * itself, as go-ovh does it; a service account in an earlier place wins over three keys in a later one.
 *
 * @throws CloudError `unauthenticated` that names what is missing and where it was looked for; `invalid` for both sorts at once.
 * @example
 * const env = { OVH_CLIENT_ID: 'EU.0f0f0f0f', OVH_CLIENT_SECRET: password, OVH_CLOUD_PROJECT_SERVICE: 'a1b2' };
 * await findCredentials({}, env); // { projectId: 'a1b2' }
 */
export async function findCredentials(config: OvhConfig, env: Env): Promise<Credentials> {
  const said = fromEnv(env);
  const enough = isWhole({ ...said, ...given(config) }) && (config.endpoint ?? env['OVH_ENDPOINT']);
  const project = config.projectId ?? clean(env['OVH_CLOUD_PROJECT_SERVICE']);
  const conf = enough && project ? undefined : await readOvhConf(env);
  const name =
    config.endpoint ?? clean(env['OVH_ENDPOINT']) ?? clean(conf?.sections['default']?.['endpoint']) ?? 'ovh-eu';
  const endpoint = endpointOf(name);
  const keys = keysOf([given(config), said, fromConf(conf, name)], conf, name);
  const projectId = project ?? clean(conf?.sections['ovh-cli']?.['default_cloud_project']);
  return { keys, endpoint, ...(projectId ? { projectId } : {}), ...openstackUser(config, env) };
}

function keysOf(places: readonly Found[], conf: OvhConf | undefined, name: string): Keys {
  const first = places.find((one) => one.clientId || one.applicationKey || one.clientSecret || one.applicationSecret);
  if (first?.clientId && first.applicationKey) throw both();
  const pick = (key: keyof Found) => places.map((one) => one[key]).find(Boolean);
  if (first?.clientId ?? first?.clientSecret) {
    const [clientId, clientSecret] = [pick('clientId'), pick('clientSecret')];
    redact(clientSecret);
    if (clientId && clientSecret) return { by: 'oauth2', clientId, clientSecret };
    throw missing([['clientId', clientId] as const, ['clientSecret', clientSecret] as const], conf, name);
  }
  const [applicationKey, applicationSecret, consumerKey] = [
    pick('applicationKey'),
    pick('applicationSecret'),
    pick('consumerKey'),
  ];
  redact(applicationSecret);
  redact(consumerKey);
  if (applicationKey && applicationSecret && consumerKey)
    return { by: 'signature', applicationKey, applicationSecret, consumerKey };
  const lacking = [
    ['applicationKey', applicationKey] as const,
    ['applicationSecret', applicationSecret] as const,
    ['consumerKey', consumerKey] as const,
  ];
  throw missing(lacking, conf, name);
}

/** Names of the environment as the vendor's clients read them (github.com/ovh/go-ovh and ovh/terraform-provider-ovh, read 2026-11). */
function fromEnv(env: Env): Found {
  return found({
    applicationKey: env['OVH_APPLICATION_KEY'],
    applicationSecret: env['OVH_APPLICATION_SECRET'],
    consumerKey: env['OVH_CONSUMER_KEY'],
    clientId: env['OVH_CLIENT_ID'],
    clientSecret: env['OVH_CLIENT_SECRET'],
  });
}

function fromConf(conf: OvhConf | undefined, endpoint: string): Found {
  const section = conf?.sections[endpoint] ?? {};
  return found({
    applicationKey: section['application_key'],
    applicationSecret: section['application_secret'],
    consumerKey: section['consumer_key'],
    clientId: section['client_id'],
    clientSecret: section['client_secret'],
  });
}

function given({ applicationKey, applicationSecret, consumerKey, clientId, clientSecret }: OvhConfig): Found {
  return found({ applicationKey, applicationSecret, consumerKey, clientId, clientSecret });
}

function found(raw: Found): Found {
  return Object.fromEntries(Object.entries(raw).flatMap(([key, text]) => (clean(text) ? [[key, clean(text)]] : [])));
}

function isWhole({ applicationKey, applicationSecret, consumerKey, clientId, clientSecret }: Found): boolean {
  return Boolean((applicationKey && applicationSecret && consumerKey) || (clientId && clientSecret));
}

function openstackUser(config: OvhConfig, env: Env): { openstack?: OpenStackUser } {
  const openrc = ownOpenrc(env);
  const username = config.openstackUsername ?? clean(env['OVH_OPENSTACK_USERNAME']) ?? clean(openrc['OS_USERNAME']);
  const password = config.openstackPassword ?? (env['OVH_OPENSTACK_PASSWORD'] || openrc['OS_PASSWORD']);
  redact(password);
  return username && password ? { openstack: { username, password } } : {};
}

/** The environment where an openrc file of OVHcloud was sourced; of another OpenStack cloud it says nothing about this one. */
export function ownOpenrc(env: Env): Env {
  return /^https:\/\/auth\.cloud\.ovh\.(net|us)(\/|:|$)/.test(env['OS_AUTH_URL'] ?? '') ? env : {};
}

function clean(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function missing(
  keys: readonly (readonly [string, string | undefined])[],
  conf: OvhConf | undefined,
  name: string,
): CloudError {
  const lacking = keys.filter(([, value]) => !value).map(([key]) => key);
  const variables = lacking.map((key) => `OVH_${key.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase()}`);
  const files = (conf?.looked ?? []).map((path) => `[${name}] of ${path}`);
  const where = [...lacking.map((key) => `${key} in the settings`), ...variables, ...files].join(', ');
  return new CloudError('unauthenticated', {
    attribute: [lacking[0] ?? 'applicationKey'],
    message: `no ${lacking.join(', ')} found; looked at ${where}`,
    next: [
      'make the three keys at https://eu.api.ovh.com/createToken/ (GET, POST, PUT and DELETE on /cloud/*), then export OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY',
      'or make a service account and export OVH_CLIENT_ID and OVH_CLIENT_SECRET',
    ],
  });
}

function both(): CloudError {
  return new CloudError('invalid', {
    attribute: ['clientId'],
    message: 'both an application key and a service account are given, and only one of them can be meant',
    next: ['leave out application_key, application_secret and consumer_key, or client_id and client_secret'],
  });
}
