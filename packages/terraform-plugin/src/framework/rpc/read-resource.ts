import type { ObjectValue } from '../../cty/value.js';
import { stateOf } from '../apply/result.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Refresh. What was read keeps the stored spelling where both mean the same. On failure core keeps what it has. */
export const readResource =
  (server: ProviderServer): Rpc<'readResource'> =>
  async (request, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.resource(request.typeName);
      scope.type = schema.type;
      const state = decodeValue(schema.type, request.currentState);
      const privateState = PrivateState.decode(request.private);
      const resource = await load();
      const read = await resource.read(state as ObjectValue, server.withClient(context, { privateState }));
      const fresh = read === null || read === undefined ? null : stateOf(schema, read, state, context.diagnostics);
      return { newState: encodeValue(schema.type, fresh), private: privateState.encode() };
    });
    if (value === undefined || failed) return { newState: request.currentState, diagnostics, private: request.private };
    return { ...value, diagnostics };
  };
