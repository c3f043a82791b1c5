import { stateOf } from '../apply/result.js';
import type { ReadContext } from '../context.js';
import { Deferral } from '../deferral.js';
import { DiagnosticError } from '../diagnostics.js';
import { forecast } from '../plan/plan.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import type { LoadableResource } from '../provider-types.js';
import type { Resource } from '../resource.js';
import { decodeIdentity } from '../wire/identity.js';
import { encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** From an id or an identity to as much of a state as `read` needs; core reads next. */
export const importResourceState =
  (server: ProviderServer): Rpc<'importResourceState'> =>
  async ({ typeName, id, identity, clientCapabilities }, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const loadable = types.resources.get(typeName);
      const { schema, load } = loadable;
      Object.assign(scope, { type: schema.type, typeName });
      const privateState = PrivateState.decode(new Uint8Array(0));
      const later = () => encodeValue(schema.type, forecast(schema, { config: null, prior: null }));
      const imported = (state: ReturnType<typeof later>) => ({
        typeName,
        state,
        private: privateState.encode(),
        identity,
      });
      if (server.putOff) return { importedResources: [imported(later())], deferred: server.putOff };
      const deferral = new Deferral(clientCapabilities, context.diagnostics);
      const hooks = server.withClient(context, { privateState, ...deferral.hooks });
      const found = await find(
        loadable,
        await load(),
        { id, identity: decodeIdentity(loadable.identity, identity) },
        hooks,
      );
      const { deferred } = deferral;
      if (deferred) return { importedResources: [imported(later())], deferred };
      const state = stateOf(schema, found, null, context.diagnostics);
      return { importedResources: [imported(encodeValue(schema.type, state))] };
    });
    return { ...(failed ? {} : value), diagnostics };
  };

async function find(
  { typeName }: LoadableResource,
  resource: Resource,
  { id, identity }: { id: string; identity: { [name: string]: unknown } | undefined },
  hooks: ReadContext<unknown>,
): Promise<unknown> {
  const by = identity === undefined ? `the id ${id}` : 'that identity';
  if (identity !== undefined && resource.importIdentity === undefined) {
    throw new DiagnosticError(`${typeName} cannot be imported by its identity`, { detail: 'Import it by its id.' });
  }
  if (identity === undefined && resource.import === undefined) {
    throw new DiagnosticError(`${typeName} cannot be imported${resource.importIdentity ? ' by an id' : ''}`);
  }
  const found =
    identity === undefined ? await resource.import?.(id, hooks) : await resource.importIdentity?.(identity, hooks);
  if (found === null || found === undefined) throw new DiagnosticError(`There is no ${typeName} with ${by}`);
  return found;
}
