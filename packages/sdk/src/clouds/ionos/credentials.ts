import { CloudError, redact } from '../../errors/index.js';
import type { IonosConfig } from './config.js';
import { configPaths, profileNamed, readIonosFile, type Said } from './ionos-file.js';

const DEFAULT_ENDPOINT = 'https://api.ionos.com/cloudapi/v6';

type Env = Readonly<Record<string, string | undefined>>;

export interface Credentials {
  /** What the header `Authorization` says. A secret. */
  authorization: string;
  contractNumber?: string;
  endpoint: string;
}

/**
 * Token, or name and password, where IONOS's own tools find them: settings, `IONOS_*`, then a profile of the config file. What is said
 * first is believed whole: the name of one source never goes with the password of another.
 *
 * @throws CloudError `unauthenticated` with the list of places that were looked at; `invalid` for a broken config file
 * @example
 * (await findCredentials({}, { IONOS_TOKEN: token })).endpoint; // 'https://api.ionos.com/cloudapi/v6'
 */
export async function findCredentials(config: IonosConfig, env: Env): Promise<Credentials> {
  const variables: Said = {
    token: env['IONOS_TOKEN'],
    username: env['IONOS_USERNAME'],
    password: env['IONOS_PASSWORD'],
  };
  const settings: Said = {
    token: config.token,
    username: config.username,
    // A password alone is meant for the name that the environment has.
    password: config.password,
  };
  if (config.password && !config.username) settings.username = variables.username;
  // A profile named in our settings is meant more than a token that happens to be in the environment.
  const early = config.profile === undefined ? [settings, variables] : [settings];
  const told = early.map(authorizationOf).find((one) => one !== undefined);
  const paths = configPaths(env);
  const found = told && config.profile === undefined ? undefined : await readIonosFile(paths);
  const profile = profileNamed(found, config.profile ?? (told ? undefined : clean(env['IONOS_CURRENT_PROFILE'])));
  const authorization = told ?? authorizationOf(profile);
  if (!authorization) throw nowhere(config, found?.path ?? paths.join(' and '), found !== undefined);
  const contractNumber = config.contractNumber ?? clean(env['IONOS_CONTRACT_NUMBER']);
  return {
    authorization,
    ...(contractNumber ? { contractNumber } : {}),
    endpoint: endpointOf(config.endpoint ?? clean(env['IONOS_API_URL']) ?? profile.endpoint),
  };
}

function authorizationOf({ token, username, password }: Said): string | undefined {
  const [key, name, word] = [clean(token), clean(username), clean(password)];
  redact(key);
  redact(word);
  if (key) return `Bearer ${key}`;
  if (!name || !word) return undefined;
  const basic = Buffer.from(`${name}:${word}`).toString('base64');
  redact(basic);
  return `Basic ${basic}`;
}

/** IONOS's tools take a bare host too, and add the path of the API (ionos-cloud/sdk-go 6.3.11, configuration, read 2026-11). */
function endpointOf(text: string | undefined): string {
  if (!text) return DEFAULT_ENDPOINT;
  const url = /^https?:\/\//.test(text) ? text : `https://${text}`;
  const bare = url.replace(/\/+$/, '');
  return bare.endsWith('/cloudapi/v6') ? bare : `${bare}/cloudapi/v6`;
}

function clean(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined;
}

function nowhere(config: IonosConfig, path: string, there: boolean): CloudError {
  const looked = [
    'token, username and password in the settings',
    ...(config.profile === undefined ? ['IONOS_TOKEN, IONOS_USERNAME and IONOS_PASSWORD'] : []),
    `${path} (${there ? 'neither in the profile' : 'not there'})`,
  ];
  return new CloudError('unauthenticated', {
    message: `no token found, nor a name and a password; looked at ${looked.join(', ')}`,
    attribute: [config.profile === undefined ? 'token' : 'profile'],
    next: [
      'make a token in dcd.ionos.com, Management, Token Manager',
      'then export IONOS_TOKEN, or run `ionosctl login`',
    ],
  });
}
