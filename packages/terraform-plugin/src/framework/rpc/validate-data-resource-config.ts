import type { ProviderServer } from '../provider-server.js';
import type { Rpc } from './rpc.js';
import { validateConfigOf } from './validate-config-of.js';

export const validateDataResourceConfig =
  (server: ProviderServer): Rpc<'validateDataResourceConfig'> =>
  ({ typeName, config }, call) =>
    validateConfigOf(server, call, ({ dataSources }) => dataSources.get(typeName), config);
