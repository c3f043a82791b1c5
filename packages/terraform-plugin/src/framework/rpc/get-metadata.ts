import type { ProviderServer } from '../provider-server.js';
import { SERVER_CAPABILITIES } from './capabilities.js';
import type { Rpc } from './rpc.js';

/** The names alone, without any schema. */
export const getMetadata =
  (server: ProviderServer): Rpc<'getMetadata'> =>
  async (_request, call) => {
    const { value, diagnostics } = await server.run(call, async (_context, _scope, { provider }) => ({
      resources: Object.keys(provider.resources).map((typeName) => ({ typeName })),
      dataSources: Object.keys(provider.dataSources ?? {}).map((typeName) => ({ typeName })),
    }));
    return { serverCapabilities: SERVER_CAPABILITIES, diagnostics, dataSources: [], resources: [], ...value };
  };
