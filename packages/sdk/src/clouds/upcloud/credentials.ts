import { CloudError, redact } from '../../errors/index.js';
import type { UpCloudConfig } from './config.js';
import { readUpctlFile, upctlPath } from './upctl-file.js';

const DEFAULT_BASE = 'https://api.upcloud.com';
const VERSION = '1.3';

type Env = Readonly<Record<string, string | undefined>>;
/** One source's words: a token, or a name with its password. */
type Said = { token?: string | undefined; username?: string | undefined; password?: string | undefined };

export interface Credentials {
  /** The value of the `Authorization` header. */
  authorization: string;
  endpoint: string;
}

/**
 * Credentials where the vendor's own tools find them: settings, `UPCLOUD_*`, then `upctl.yaml`. A later source fills in what an earlier one
 * leaves out, and a token wins over name and password, as upctl has it. The system's keyring, which upctl also asks, is not read.
 *
 * @throws CloudError `unauthenticated` with the list of places that were looked at; `invalid` for a broken `upctl.yaml`.
 * @example
 * await findCredentials({}, { UPCLOUD_TOKEN: token }); // { endpoint: 'https://api.upcloud.com/1.3' }, and the authorization
 */
export async function findCredentials(config: UpCloudConfig, env: Env): Promise<Credentials> {
  const path = upctlPath(env);
  const given: Said = { token: config.token, username: config.username, password: config.password };
  const fromEnv: Said = {
    token: env['UPCLOUD_TOKEN'],
    username: env['UPCLOUD_USERNAME'],
    password: env['UPCLOUD_PASSWORD'],
  };
  const endpoint =
    config.endpoint ?? `${(env['UPCLOUD_DEBUG_API_BASE_URL'] || DEFAULT_BASE).replace(/\/+$/, '')}/${VERSION}`;
  let said = clean(given);
  if (!enough(said)) said = { ...clean(fromEnv), ...said };
  const file = enough(said) ? undefined : await readUpctlFile(path);
  if (file) said = { ...clean(file), ...said };
  if (said.token) {
    redact(said.token);
    return { authorization: `Bearer ${said.token}`, endpoint };
  }
  if (!said.username || !said.password) throw nowhere(said, path, file !== undefined);
  const pair = Buffer.from(`${said.username}:${said.password}`).toString('base64');
  redact(said.password);
  redact(pair);
  return { authorization: `Basic ${pair}`, endpoint };
}

const enough = ({ token, username, password }: Said): boolean => Boolean(token || (username && password));

/** Without what says nothing, so that it hides nothing of a later source. */
function clean({ token, username, password }: Said): Said {
  const trimmed = { token: token?.trim(), username: username?.trim(), password };
  return Object.fromEntries(Object.entries(trimmed).filter(([, value]) => value));
}

function nowhere(said: Said, path: string, there: boolean): CloudError {
  const [what, attribute] = said.username
    ? [`no password for ${said.username} found`, 'password']
    : said.password
      ? ['a password without a username found', 'username']
      : ['no API token, nor username and password found', 'token'];
  const looked = [
    'the settings',
    'UPCLOUD_TOKEN',
    'UPCLOUD_USERNAME and UPCLOUD_PASSWORD',
    `${path} (${there ? 'says too little' : 'not there'})`,
  ];
  return new CloudError('unauthenticated', {
    attribute: [attribute],
    message: `${what}; looked at ${looked.join(', ')}`,
    next: [
      'make an API token in hub.upcloud.com, Account, API tokens, or let a subaccount use the API',
      'then export UPCLOUD_TOKEN, or UPCLOUD_USERNAME and UPCLOUD_PASSWORD',
    ],
  });
}
