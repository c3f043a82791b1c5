import type { ObjectValue } from '../../cty/value.js';
import { Deferral } from '../deferral.js';
import { forecast, planChange } from '../plan/plan.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { pathToWire } from '../wire/diagnostics.js';
import { metaOf } from '../wire/meta.js';
import { decodeValue, encodeValue, isNullValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Plans a create, a change or (proposed null) a destroy. */
export const planResourceChange =
  (server: ProviderServer): Rpc<'planResourceChange'> =>
  async (request, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.resources.get(request.typeName);
      scope.type = schema.type;
      scope.typeName = request.typeName;
      const prior = decodeValue(schema.type, request.priorState);
      const privateState = PrivateState.decode(request.priorPrivate);
      const deletes = isNullValue(request.proposedNewState);
      const config = deletes ? null : decodeValue(schema.type, request.config);
      if (server.putOff) {
        const planned = deletes ? null : forecast(schema, { config, prior });
        return { planned, unchanged: false, replaces: [], schema, privateState, deferred: server.putOff };
      }
      const resource = await load();
      const deferral = new Deferral(request.clientCapabilities, context.diagnostics);
      const more = { privateState, meta: metaOf(types, request.providerMeta), ...deferral.hooks };
      const hooks = server.withClient(context, more);
      if (deletes) {
        await resource.planDelete?.(prior as ObjectValue, hooks);
        return { planned: null, unchanged: false, replaces: [], schema, privateState, deferred: deferral.deferred };
      }
      const plan = await planChange(resource, schema, { config, prior }, hooks);
      const unchanged = plan.planned === prior;
      return { ...plan, unchanged, schema, privateState, deferred: deferral.deferred };
    });
    if (value === undefined || failed) return { plannedPrivate: request.priorPrivate, diagnostics };
    const { planned, replaces, schema, privateState, deferred, unchanged } = value;
    return {
      // Nearly always: then core's own bytes say it.
      plannedState: unchanged ? request.priorState : encodeValue(schema.type, planned),
      requiresReplace: replaces.map((path) => pathToWire(schema.type, path)),
      plannedPrivate: privateState.encode(),
      plannedIdentity: request.priorIdentity,
      deferred,
      diagnostics,
    };
  };
