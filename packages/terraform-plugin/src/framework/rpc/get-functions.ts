import type { ProviderServer } from '../provider-server.js';
import { functionToWire } from '../wire/functions.js';
import type { Rpc } from './rpc.js';

export const getFunctions =
  (server: ProviderServer): Rpc<'getFunctions'> =>
  async (_request, call) => {
    const { value = {}, diagnostics } = await server.run(call, async (_context, _scope, { provider }) =>
      Object.fromEntries(Object.entries(provider.functions ?? {}).map(([name, one]) => [name, functionToWire(one)])),
    );
    return { functions: value, diagnostics };
  };
