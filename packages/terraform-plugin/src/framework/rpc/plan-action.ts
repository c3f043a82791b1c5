import type { ObjectValue } from '../../cty/value.js';
import { Deferral } from '../deferral.js';
import type { ProviderServer } from '../provider-server.js';
import { decodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Says at plan whether an action could be done. */
export const planAction =
  (server: ProviderServer): Rpc<'planAction'> =>
  async ({ actionType, config, clientCapabilities }, call) => {
    if (server.putOff) return { deferred: server.putOff };
    const { value, diagnostics } = await server.run(call, async (context, scope, { actions }) => {
      const { schema, load } = actions.get(actionType);
      Object.assign(scope, { type: schema.type, typeName: actionType });
      const deferral = new Deferral(clientCapabilities, context.diagnostics);
      const action = await load();
      await action.plan?.(decodeValue(schema.type, config) as ObjectValue, server.withClient(context, deferral.hooks));
      return deferral.deferred;
    });
    return { ...(value ? { deferred: value } : {}), diagnostics };
  };
