import type { ObjectValue } from '../../cty/value.js';
import { planChange } from '../plan/plan.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { pathToWire } from '../wire/diagnostics.js';
import { decodeValue, encodeValue, isNullValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Plans a create, a change or (proposed null) a destroy. */
export const planResourceChange =
  (server: ProviderServer): Rpc<'planResourceChange'> =>
  async (request, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.resource(request.typeName);
      scope.type = schema.type;
      const prior = decodeValue(schema.type, request.priorState);
      const privateState = PrivateState.decode(request.priorPrivate);
      const resource = await load();
      const hooks = server.withClient(context, { privateState });
      if (isNullValue(request.proposedNewState)) {
        await resource.planDelete?.(prior as ObjectValue, hooks);
        return { planned: null, replaces: [], schema, privateState };
      }
      const config = decodeValue(schema.type, request.config);
      return { ...(await planChange(resource, schema, { config, prior }, hooks)), schema, privateState };
    });
    const none = { plannedState: undefined, requiresReplace: [], plannedPrivate: request.priorPrivate, diagnostics };
    if (value === undefined || failed) return none;
    const { planned, replaces, schema, privateState } = value;
    return {
      plannedState: encodeValue(schema.type, planned),
      requiresReplace: replaces.map((path) => pathToWire(schema.type, path)),
      plannedPrivate: privateState.encode(),
      diagnostics,
    };
  };
