import { readFileSync } from 'node:fs';
import { Hansa } from '@hansa/sdk';
import { type Running, startGateway } from '@hansa/seca-gateway';
import { redactText } from '../../cloud-failure.js';
import { readCloud } from '../../clouds/configured.js';
import { Failure, UsageError } from '../../failure.js';
import { note, print } from '../../output/print.js';
import { signalled } from '../../signals.js';
import type { SecaGatewayOptions } from './index.js';

/** Where the token is looked for: not on the command line, which every user of the machine can read. */
const TOKEN_VARIABLE = 'HANSA_SECA_TOKEN';

/** Serves until somebody stops it; then lets what is under way end. */
export async function secaGateway(options: SecaGatewayOptions): Promise<void> {
  const stop = signalled();
  const running = await start(options);
  if (options.json) print(JSON.stringify({ url: running.url, pid: process.pid }));
  else {
    note(`${options.cloud} as SECA: ${running.url}/providers/seca.region`);
    if (!options.state) note('Without --state the gateway forgets what it made when it ends. Ctrl-C stops it.');
  }
  await stop;
  note('Stopping: what is under way ends first. Another Ctrl-C stops at once; the next start takes it up.');
  await running.close();
}

async function start(options: SecaGatewayOptions): Promise<Running> {
  const { cloud, owner, state, tenant, region, zone, subject, ...listen } = options;
  const [id, settings] = readCloud(cloud);
  const token = tokenOf(options);
  const tls = tlsOf(options);
  const hansa = new Hansa({ clouds: { [id]: settings }, owner });
  try {
    return await startGateway({
      ...listen,
      cloud: hansa.cloud(id),
      owner,
      token,
      ...(tls ? { tls } : {}),
      ...(state ? { stateFile: state } : {}),
      ...(tenant ? { tenants: tenant } : {}),
      ...(region ? { regions: region } : {}),
      ...(zone ? { zones: zone } : {}),
      ...(subject ? { subjects: subject } : {}),
      log: (line) => note(redactText(line)),
    });
  } catch (error) {
    throw failure(error, options);
  }
}

function failure(error: unknown, { host, port }: SecaGatewayOptions): unknown {
  if (!(error instanceof Error)) return error;
  const [message = '', next] = error.message.split('. Next: ');
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof RangeError && code === undefined) return new UsageError(message, next ? [next] : []);
  if (code === 'EADDRINUSE')
    return new Failure(`port ${port} of ${host} is in use`, ['choose another with --port; 0 takes a free one']);
  if (code === 'EADDRNOTAVAIL')
    return new Failure(`${host} is no address of this machine`, ['choose another with --host']);
  if (next) return new Failure(message, [next]);
  return code?.startsWith('E') ? new Failure(message) : error;
}

function tokenOf({ tokenFile }: SecaGatewayOptions): string {
  const token = (tokenFile ? read(tokenFile) : (process.env[TOKEN_VARIABLE] ?? '')).trim();
  if (token) return token;
  throw new UsageError('there is no token by which clients are let in', [
    `set ${TOKEN_VARIABLE} to one: export ${TOKEN_VARIABLE}=$(openssl rand -hex 32)`,
    'or name a file that holds it: --token-file',
  ]);
}

function tlsOf({ cert, key }: SecaGatewayOptions): { cert: string; key: string } | undefined {
  if (cert && key) return { cert: read(cert), key: read(key) };
  if (cert || key)
    throw new UsageError('a certificate needs its key, and a key its certificate', ['give both --cert and --key']);
  return undefined;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(`cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`, [
      'name a file that can be read',
    ]);
  }
}
