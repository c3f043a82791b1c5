import { readFileSync } from 'node:fs';
import type { AgentOptions } from '@hansa/fulcrum-agent';
import { readCloud } from '../../clouds/configured.js';
import { Failure, UsageError } from '../../failure.js';

interface Given {
  cloud: string;
  url?: string;
  tokenFile?: string;
}

/** Core and cloud that a command line means. Tokens never stand on it: others can read the list of processes. @throws UsageError */
export function agentOf(
  { cloud: text, url, tokenFile }: Given,
  variable: string,
): Pick<AgentOptions, 'core' | 'cloud' | 'settings' | 'providerToken'> {
  const [cloud, settings] = readCloud(text);
  const address = url ?? process.env['FULCRUM_URL'];
  if (!address) throw new UsageError('there is no core', ['set FULCRUM_URL to where it stands, or give --url']);
  const token = tokenFile === undefined ? process.env[variable] : read(tokenFile);
  if (!token)
    throw new UsageError(`there is no token`, [
      `set ${variable}${variable === 'FULCRUM_AGENT_TOKEN' ? ', or give --token-file' : ''}`,
      'hansa fulcrum-agent bootstrap makes one for an agent',
    ]);
  const providerToken = process.env['FULCRUM_PROVIDER_TOKEN'];
  return { core: { url: address, token }, cloud, settings, ...(providerToken ? { providerToken } : {}) };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Failure(`cannot read ${file}: ${(error as Error).message}`, ['name a file with the token alone']);
  }
}
