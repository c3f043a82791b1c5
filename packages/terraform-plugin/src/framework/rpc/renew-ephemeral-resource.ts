import type { Timestamp } from '../../protocol/ephemeral.gen.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { timestamp } from './open-ephemeral-resource.js';
import type { Rpc } from './rpc.js';

/** Keeps it open for longer. */
export const renewEphemeralResource =
  (server: ProviderServer): Rpc<'renewEphemeralResource'> =>
  async ({ typeName, private: kept = new Uint8Array(0) }, call) => {
    const { value, diagnostics } = await server.run(call, async (context, _scope, { ephemeralResources }) => {
      const privateState = PrivateState.decode(kept);
      let renewAt: Timestamp | undefined;
      const more = {
        privateState,
        renewAt: (time: Date) => {
          renewAt = timestamp(time);
        },
      };
      const { renew } = await ephemeralResources.get(typeName).load();
      await renew?.(server.withClient(context, more));
      return { renewAt, private: Buffer.from(privateState.encode()) };
    });
    return { private: Buffer.from(kept), ...value, diagnostics };
  };
