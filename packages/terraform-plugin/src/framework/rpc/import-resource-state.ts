import { stateOf } from '../apply/result.js';
import { DiagnosticError } from '../diagnostics.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** From an id to as much of a state as `read` needs; core reads next. */
export const importResourceState =
  (server: ProviderServer): Rpc<'importResourceState'> =>
  async ({ typeName, id }, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.resource(typeName);
      scope.type = schema.type;
      const resource = await load();
      if (!resource.import) throw new DiagnosticError(`${typeName} cannot be imported`);
      const privateState = PrivateState.decode(new Uint8Array(0));
      const found = await resource.import(id, server.withClient(context, { privateState }));
      if (found === null || found === undefined) throw new DiagnosticError(`There is no ${typeName} with the id ${id}`);
      const state = encodeValue(schema.type, stateOf(schema, found, null, context.diagnostics));
      return { typeName, state, private: privateState.encode() };
    });
    return { importedResources: value === undefined || failed ? [] : [value], diagnostics };
  };
