import type { ProviderServer } from '../provider-server.js';
import type { Rpc } from './rpc.js';
import { validateConfigOf } from './validate-config-of.js';

export const validateEphemeralResourceConfig =
  (server: ProviderServer): Rpc<'validateEphemeralResourceConfig'> =>
  ({ typeName, config }, call) =>
    validateConfigOf(server, call, ({ ephemeralResources }) => ephemeralResources.get(typeName), config);
