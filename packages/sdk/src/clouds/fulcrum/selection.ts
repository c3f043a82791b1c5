import { createHash } from 'node:crypto';
import { CloudError, redact } from '../../errors/index.js';
import type { FulcrumConfig } from './config.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Which agent is meant: by its id, or by tags. */
export interface Selection {
  agentId?: string;
  tags: readonly string[];
  /** Who orders, where that is said. */
  participantId?: string;
  /** Short, and the same for the same selection. */
  key: string;
}

export interface Credentials {
  url: string;
  token: string;
}

/** @throws CloudError `unauthenticated` with the places that were looked at */
export function findCredentials({ endpoint, token }: FulcrumConfig, env: Env): Credentials {
  const found = { url: endpoint ?? env['FULCRUM_URL'], token: token ?? env['FULCRUM_TOKEN'] };
  if (found.url && found.token) {
    redact(found.token);
    return { url: found.url, token: found.token };
  }
  const [missing, variable] = found.url ? ['token', 'FULCRUM_TOKEN'] : ['endpoint', 'FULCRUM_URL'];
  throw new CloudError('unauthenticated', {
    attribute: [missing],
    message: `no ${missing === 'token' ? 'token' : "address of the federation's core"} found; looked at the settings and ${variable}`,
    next: [
      'ask who runs the core for its URL and a token of your participant',
      'then export FULCRUM_URL and FULCRUM_TOKEN',
    ],
  });
}

export function selectionOf({ agent, agentTags, participant }: FulcrumConfig, env: Env): Selection {
  const participantId = participant ?? env['FULCRUM_PARTICIPANT'];
  const agentId = agent ?? env['FULCRUM_AGENT'];
  const said = agentId ? '' : (agentTags ?? env['FULCRUM_AGENT_TAGS'] ?? '');
  const tags = [...new Set(said.split(',').map((tag) => tag.trim()))].filter(Boolean).sort();
  const key = createHash('sha256')
    .update(JSON.stringify([agentId ?? null, tags]))
    .digest('hex')
    .slice(0, 12);
  return { ...(agentId ? { agentId } : {}), ...(participantId ? { participantId } : {}), tags, key };
}
