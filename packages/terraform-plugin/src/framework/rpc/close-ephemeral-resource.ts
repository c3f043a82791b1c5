import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import type { Rpc } from './rpc.js';

/** Nothing needs it any more. */
export const closeEphemeralResource =
  (server: ProviderServer): Rpc<'closeEphemeralResource'> =>
  async ({ typeName, private: kept = new Uint8Array(0) }, call) => {
    const { diagnostics } = await server.run(call, async (context, _scope, { ephemeralResources }) => {
      const privateState = PrivateState.decode(kept);
      const { close } = await ephemeralResources.get(typeName).load();
      await close?.(server.withClient(context, { privateState }));
    });
    return { diagnostics };
  };
