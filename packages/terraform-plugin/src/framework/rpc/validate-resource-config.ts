import type { ProviderServer } from '../provider-server.js';
import type { Rpc } from './rpc.js';
import { validateConfigOf } from './validate-config-of.js';

export const validateResourceConfig =
  (server: ProviderServer): Rpc<'validateResourceConfig'> =>
  ({ typeName, config, clientCapabilities }, call) => {
    const writeOnlyAllowed = clientCapabilities?.writeOnlyAttributesAllowed ?? false;
    return validateConfigOf(server, call, ({ resources }) => resources.get(typeName), config, { writeOnlyAllowed });
  };
