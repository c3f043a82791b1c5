import type { ObjectValue } from '../../cty/value.js';
import type { ProviderServer } from '../provider-server.js';
import { decodeValue } from '../wire/values.js';
import type { StreamRpc } from './rpc.js';

/** Does an action, and tells how far it has come. */
export const invokeAction =
  (server: ProviderServer): StreamRpc<'invokeAction'> =>
  async ({ actionType, config }, send, call) => {
    const { diagnostics } = await server.run(call, async (context, scope, { actions }) => {
      const { schema, load } = actions.get(actionType);
      Object.assign(scope, { type: schema.type, typeName: actionType });
      const progress = (message: string) => send({ type: { $case: 'progress', progress: { message } } });
      const action = await load();
      await action.invoke(decodeValue(schema.type, config) as ObjectValue, server.withClient(context, { progress }));
    });
    await send({ type: { $case: 'completed', completed: { diagnostics } } });
  };
