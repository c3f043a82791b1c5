import type { ObjectValue } from '../../cty/value.js';
import { stateOf } from '../apply/result.js';
import type { CallContext } from '../context.js';
import { DiagnosticError } from '../diagnostics.js';
import type { Listed } from '../list-resource.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import type { LoadableResource } from '../provider-types.js';
import { encodeIdentity } from '../wire/identity.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { StreamRpc } from './rpc.js';

/** Sends what exists as it is found, up to the limit; what goes wrong comes as a last event. */
export const listResource =
  (server: ProviderServer): StreamRpc<'listResource'> =>
  async ({ typeName, config, limit, includeResourceObject: includeResource }, send, call) => {
    const { diagnostics } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.listResources.get(typeName);
      Object.assign(scope, { type: schema.type, typeName });
      const listed = types.resources.get(typeName);
      const lists = await load();
      const hooks = server.withClient(context, { limit, includeResource });
      const { signal } = context;
      let left = limit > 0 ? limit : Number.POSITIVE_INFINITY;
      for await (const one of await lists.list(decodeValue(schema.type, config) as ObjectValue, hooks)) {
        signal.throwIfAborted();
        await send(await eventOf(server, listed, one, includeResource, context));
        left -= 1;
        if (left <= 0) break;
      }
    });
    if (diagnostics.length > 0) await send({ diagnostic: diagnostics });
  };

async function eventOf(
  server: ProviderServer,
  { identity, schema, typeName, load }: LoadableResource,
  { identity: which, displayName, resource: given }: Listed,
  includeResource: boolean,
  context: CallContext,
) {
  if (identity === undefined) throw new DiagnosticError(`${typeName} has no identity, so it cannot be listed`);
  const event = { identity: encodeIdentity(identity, which, context.diagnostics), displayName };
  if (!includeResource) return event;
  const state = given ?? (await whole(server, await load(), which, context));
  if (state === null || state === undefined) return event;
  return {
    ...event,
    resourceObject: encodeValue(schema.type, stateOf(schema, state, null, context.diagnostics)),
  };
}

/** The resource of an identity, for lists that do not tell it. */
async function whole(
  server: ProviderServer,
  resource: Awaited<ReturnType<LoadableResource['load']>>,
  which: Listed['identity'],
  context: CallContext,
): Promise<unknown> {
  const privateState = PrivateState.decode(new Uint8Array(0));
  const hooks = server.withClient(context, { privateState, deferralAllowed: false, defer: () => {} });
  const found = await resource.importIdentity?.(which, hooks);
  return found ? resource.read(found as ObjectValue, hooks) : undefined;
}
