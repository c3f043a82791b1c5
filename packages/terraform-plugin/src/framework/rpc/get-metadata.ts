import type { ProviderServer } from '../provider-server.js';
import { SERVER_CAPABILITIES } from './capabilities.js';
import type { Rpc } from './rpc.js';

const named = (names: readonly string[]) => names.map((typeName) => ({ typeName }));

/** The names alone, without any schema. */
export const getMetadata =
  (server: ProviderServer): Rpc<'getMetadata'> =>
  async (_request, call) => {
    const { value, diagnostics } = await server.run(call, async (_context, _scope, types) => ({
      resources: named(types.resources.names),
      dataSources: named(types.dataSources.names),
      ephemeralResources: named(types.ephemeralResources.names),
      listResources: named(types.listResources.names),
      actions: named(types.actions.names),
      functions: Object.keys(types.provider.functions ?? {}).map((name) => ({ name })),
    }));
    return { serverCapabilities: SERVER_CAPABILITIES, diagnostics, ...value };
  };
