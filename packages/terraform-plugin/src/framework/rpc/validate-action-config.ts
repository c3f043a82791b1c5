import type { ProviderServer } from '../provider-server.js';
import type { Rpc } from './rpc.js';
import { validateConfigOf } from './validate-config-of.js';

export const validateActionConfig =
  (server: ProviderServer): Rpc<'validateActionConfig'> =>
  ({ typeName, config }, call) =>
    validateConfigOf(server, call, ({ actions }) => actions.get(typeName), config);
