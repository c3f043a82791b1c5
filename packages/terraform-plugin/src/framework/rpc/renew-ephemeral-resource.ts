import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { Renewal } from '../renewal.js';
import type { Rpc } from './rpc.js';

/** Keeps it open for longer. */
export const renewEphemeralResource =
  (server: ProviderServer): Rpc<'renewEphemeralResource'> =>
  async ({ typeName, private: kept = new Uint8Array(0) }, call) => {
    const { value, diagnostics } = await server.run(call, async (context, _scope, { ephemeralResources }) => {
      const privateState = PrivateState.decode(kept);
      const renewal = new Renewal();
      const { renew } = await ephemeralResources.get(typeName).load();
      await renew?.(server.withClient(context, { privateState, renewAt: renewal.renewAt }));
      return { renewAt: renewal.at, private: Buffer.from(privateState.encode()) };
    });
    return { private: Buffer.from(kept), ...value, diagnostics };
  };
