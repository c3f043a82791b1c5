import { bootstrap } from '@hansa/fulcrum-agent';
import { note, print, printJson } from '../../output/print.js';
import { exportLines, writeEnvFile } from '../emulate/env-file.js';
import { agentOf } from './core.js';
import type { BootstrapOptions } from './index.js';

export async function bootstrapAgent({
  provider,
  name,
  tag,
  tokenDays,
  providerToken: alsoProvider,
  writeEnv,
  json,
  ...given
}: BootstrapOptions): Promise<void> {
  const { core, cloud, settings } = agentOf(given, 'FULCRUM_ADMIN_TOKEN');
  const { agentId, providerId, token, providerToken, tags, done } = await bootstrap({
    core,
    cloud,
    ...(settings ? { settings } : {}),
    provider,
    ...(name ? { name } : {}),
    ...(tag ? { tags: tag } : {}),
    tokenDays,
    providerToken: alsoProvider,
  });
  const env = {
    FULCRUM_URL: core.url,
    FULCRUM_AGENT_TOKEN: token,
    ...(providerToken ? { FULCRUM_PROVIDER_TOKEN: providerToken } : {}),
  };
  if (writeEnv) writeEnvFile(writeEnv, env);
  if (json) return printJson({ agentId, providerId, tags, done, ...(writeEnv ? {} : { env }) });
  for (const one of done) note(one);
  note(`agent ${agentId}, tags ${tags.join(', ')}`);
  if (!writeEnv) for (const line of exportLines(env)) print(line);
  note(
    `next: ${writeEnv ? `node --env-file=${writeEnv} …, or set -a; . ${writeEnv}; then ` : ''}hansa fulcrum-agent run --cloud ${given.cloud}`,
  );
}
