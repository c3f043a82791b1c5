import type { ProviderServer } from '../provider-server.js';
import { identitySchemaToWire } from '../wire/identity.js';
import type { Rpc } from './rpc.js';

export const getResourceIdentitySchemas =
  (server: ProviderServer): Rpc<'getResourceIdentitySchemas'> =>
  async (_request, call) => {
    const { value = {}, diagnostics } = await server.run(call, async (_context, _scope, { resources }) => {
      const all = resources.names.map((name) => [name, resources.get(name).identity?.schema] as const);
      return Object.fromEntries(
        all.flatMap(([name, schema]) => (schema ? [[name, identitySchemaToWire(schema)] as const] : [])),
      );
    });
    return { identitySchemas: value, diagnostics };
  };
