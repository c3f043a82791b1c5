import type { ProviderServer } from '../provider-server.js';
import type { Rpc } from './rpc.js';
import { validateConfigOf } from './validate-config-of.js';

export const validateListResourceConfig =
  (server: ProviderServer): Rpc<'validateListResourceConfig'> =>
  ({ typeName, config }, call) =>
    validateConfigOf(server, call, ({ listResources }) => listResources.get(typeName), config);
