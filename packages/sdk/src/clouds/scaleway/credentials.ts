import { CloudError, redact } from '../../errors/index.js';
import type { ScalewayConfig } from './config.js';
import { configPath, type Profile, profileNamed, readScwFile } from './scw-file.js';

const DEFAULT_ENDPOINT = 'https://api.scaleway.com';

type Env = Readonly<Record<string, string | undefined>>;

export interface Credentials {
  secretKey: string;
  /** Undefined where nobody said; then the default project of the API key is asked for, which needs the access key. */
  projectId?: string;
  accessKey?: string;
  /** Zone, region or country for what names none. */
  place?: string;
  endpoint: string;
}

/**
 * Key, project and default place, where the `scw` command finds them: settings, `SCW_*`, then a profile of its `config.yaml`.
 * Each is looked for by itself, as `scw` does it.
 *
 * @throws CloudError `unauthenticated` with the list of places that were looked at; `invalid` for a broken `config.yaml`.
 * @example
 * await findCredentials({}, { SCW_SECRET_KEY: key, SCW_DEFAULT_PROJECT_ID: id }); // { secretKey: key, projectId: id, endpoint: 'https://api.scaleway.com' }
 */
export async function findCredentials(config: ScalewayConfig, env: Env): Promise<Credentials> {
  // A profile named in our settings is meant more than keys that happen to be in the environment.
  const said = config.profile === undefined ? fromEnv(env) : {};
  const path = configPath(env);
  const enough = (config.secretKey ?? said.secret_key) && (config.projectId ?? said.default_project_id);
  const file = enough && config.profile === undefined ? undefined : await readScwFile(path);
  const name = config.profile ?? (clean(env['SCW_PROFILE']) || file?.active_profile);
  const profile = profileNamed(file, name, path, config.profile !== undefined);
  const pick = (key: keyof Profile, given?: string) =>
    clean(given) || clean(said[key]) || clean(profile[key]) || undefined;
  const secretKey = pick('secret_key', config.secretKey);
  if (!secretKey)
    throw nowhere(config, path, file === undefined ? 'not there' : `no secret_key in profile ${name ?? 'default'}`);
  redact(secretKey);
  return {
    secretKey,
    accessKey: pick('access_key', config.accessKey),
    projectId: pick('default_project_id', config.projectId) ?? pick('default_organization_id', config.organizationId),
    place: config.zone ?? config.region ?? placeIn(said) ?? placeIn(profile),
    endpoint: pick('api_url', config.endpoint) ?? DEFAULT_ENDPOINT,
  };
}

/** Names of the environment as the vendor's CLI reads them (github.com/scaleway/scaleway-sdk-go, scw/env.go, read 2026-11). */
function fromEnv(env: Env): Profile {
  return {
    access_key: env['SCW_ACCESS_KEY'],
    secret_key: env['SCW_SECRET_KEY'],
    default_project_id: env['SCW_DEFAULT_PROJECT_ID'],
    default_organization_id: env['SCW_DEFAULT_ORGANIZATION_ID'],
    default_zone: env['SCW_DEFAULT_ZONE'],
    default_region: env['SCW_DEFAULT_REGION'],
    api_url: env['SCW_API_URL'],
  };
}

/** The place that one source names: its zone, else its region. A zone of another source would not fit the region of this one. */
function placeIn(source: Profile): string | undefined {
  return clean(source.default_zone) || clean(source.default_region) || undefined;
}

function clean(text: string | undefined): string | undefined {
  return text?.trim();
}

function nowhere(config: ScalewayConfig, path: string, why: string): CloudError {
  const looked = [
    'secretKey in the settings',
    ...(config.profile === undefined ? ['SCW_SECRET_KEY'] : []),
    `${path} (${why})`,
  ];
  return new CloudError('unauthenticated', {
    message: `no API key found; looked at ${looked.join(', ')}`,
    attribute: [config.profile === undefined ? 'secretKey' : 'profile'],
    next: [
      'make an API key in console.scaleway.com, IAM, API keys',
      'then export SCW_ACCESS_KEY, SCW_SECRET_KEY and SCW_DEFAULT_PROJECT_ID, or run `scw init`',
    ],
  });
}
