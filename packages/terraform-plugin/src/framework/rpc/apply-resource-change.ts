import type { Type } from '../../cty/type.js';
import type { Value } from '../../cty/value.js';
import { applyChange } from '../apply/apply.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { identityOf } from '../wire/identity.js';
import { metaOf } from '../wire/meta.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/**
 * Creates, updates or deletes. A failure gives back what is known to exist: the parts that a create had saved (core
 * marks them tainted), or the prior state with what an update had saved. Never null while something exists.
 */
export const applyResourceChange =
  (server: ProviderServer): Rpc<'applyResourceChange'> =>
  async (request, call) => {
    let stored: { type: Type; state: Value } | undefined;
    let privateState = PrivateState.decode(request.plannedPrivate);
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const loadable = types.resources.get(request.typeName);
      const { schema, load } = loadable;
      Object.assign(scope, { type: schema.type, typeName: request.typeName });
      const [prior, planned] = [request.priorState, request.plannedState].map((wire) => decodeValue(schema.type, wire));
      const config = decodeValue(schema.type, request.config);
      stored = { type: schema.type, state: prior! };
      privateState = PrivateState.decode(request.plannedPrivate);
      const resource = await load();
      const state = await applyChange(
        resource,
        schema,
        { prior: prior!, planned: planned!, config },
        server.withClient(context, { privateState, meta: metaOf(types, request.providerMeta) }),
        (partial) => {
          stored = { type: schema.type, state: partial };
        },
      );
      // A replacement is another thing: what it is planned to be starts without an identity.
      const before = prior === null ? undefined : request.plannedIdentity;
      const newIdentity = identityOf(loadable, resource, state, before, context.diagnostics);
      return { newState: encodeValue(schema.type, state), newIdentity };
    });
    const fallback = stored === undefined ? request.priorState : encodeValue(stored.type, stored.state);
    return {
      newState: failed ? fallback : value?.newState,
      newIdentity: failed ? request.plannedIdentity : value?.newIdentity,
      private: privateState.encode(),
      diagnostics,
    };
  };
