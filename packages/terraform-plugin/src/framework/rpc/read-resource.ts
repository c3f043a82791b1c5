import type { ObjectValue } from '../../cty/value.js';
import { stateOf } from '../apply/result.js';
import { Deferral } from '../deferral.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { identityOf } from '../wire/identity.js';
import { metaOf } from '../wire/meta.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Refresh. What was read keeps the stored spelling where both mean the same. On failure core keeps what it has. */
export const readResource =
  (server: ProviderServer): Rpc<'readResource'> =>
  async (request, call) => {
    const { currentState: newState, private: kept, currentIdentity: newIdentity } = request;
    const asItWas = { newState, newIdentity, private: kept };
    if (server.putOff) return { ...asItWas, deferred: server.putOff };
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const loadable = types.resources.get(request.typeName);
      const { schema, load } = loadable;
      scope.type = schema.type;
      scope.typeName = request.typeName;
      const state = decodeValue(schema.type, request.currentState);
      const privateState = PrivateState.decode(request.private);
      const resource = await load();
      const deferral = new Deferral(request.clientCapabilities, context.diagnostics);
      const more = { privateState, meta: metaOf(types, request.providerMeta), ...deferral.hooks };
      const read = await resource.read(state as ObjectValue, server.withClient(context, more));
      const { deferred } = deferral;
      if (deferred) return { ...asItWas, deferred };
      const fresh = read === null || read === undefined ? null : stateOf(schema, read, state, context.diagnostics);
      return {
        newState: encodeValue(schema.type, fresh),
        newIdentity: identityOf(loadable, resource, fresh, request.currentIdentity, context.diagnostics),
        private: privateState.encode(),
      };
    });
    return { ...(failed ? asItWas : (value ?? asItWas)), diagnostics };
  };
