import { CloudError, redact } from '../../errors/index.js';
import type { SecaConfig } from './config.js';

type Env = Readonly<Record<string, string | undefined>>;

/** What a client of SECA is given. */
export interface Access {
  token: string;
  endpoint: string;
  tenant: string;
  workspace: string;
}

/**
 * Settings, then the environment: SECA's own provider for Terraform has settings alone, so the names of the variables are ours.
 *
 * @throws CloudError `unauthenticated` or `invalid` with the list of places that were looked at
 */
export function findAccess(config: SecaConfig, env: Env): Access {
  const token = (config.token ?? env['SECA_TOKEN'])?.trim();
  if (!token) {
    throw new CloudError('unauthenticated', {
      attribute: ['token'],
      message: 'no token found; looked at token in the settings, SECA_TOKEN',
      next: ['export SECA_TOKEN with the token that the provider gave you'],
    });
  }
  redact(token);
  const endpoint = (config.endpoint ?? env['SECA_URL'])?.replace(/\/+$/, '');
  if (!endpoint) {
    throw new CloudError('invalid', {
      attribute: ['endpoint'],
      message: 'no endpoint found; looked at endpoint in the settings, SECA_URL',
      next: [
        'export SECA_URL with the URL below which /.wellknown/secapi is answered: SECA is served by many providers',
      ],
    });
  }
  return {
    token,
    endpoint,
    tenant: config.tenant ?? (env['SECA_TENANT'] || 'default'),
    workspace: config.workspace ?? (env['SECA_WORKSPACE'] || 'default'),
  };
}
