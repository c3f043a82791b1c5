import { stateOf } from '../apply/result.js';
import { DiagnosticError } from '../diagnostics.js';
import type { ProviderServer } from '../provider-server.js';
import { identityOf } from '../wire/identity.js';
import { readRaw } from '../wire/raw.js';
import { encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** A `moved` block between types. Private state stays behind: it is in the words of the other type. */
export const moveResourceState =
  (server: ProviderServer): Rpc<'moveResourceState'> =>
  async (request, call) => {
    const { sourceTypeName: from, targetTypeName: to } = request;
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const loadable = types.resources.get(to);
      const { schema, load } = loadable;
      Object.assign(scope, { type: schema.type, typeName: to });
      const resource = await load();
      const source = {
        providerAddress: request.sourceProviderAddress,
        typeName: from,
        schemaVersion: request.sourceSchemaVersion,
        state: readRaw(request.sourceState, 'state'),
        identity: request.sourceIdentity?.json.length ? readRaw(request.sourceIdentity, 'identity') : null,
      };
      const moved = await resource.move?.(source, context);
      if (moved === null || moved === undefined) {
        throw new DiagnosticError(`A ${from} cannot become a ${to}`, {
          detail: `The provider takes nothing over from ${from} of ${source.providerAddress}. Use a removed block and an import.`,
        });
      }
      const state = stateOf(schema, moved, null, context.diagnostics);
      const targetIdentity = identityOf(loadable, resource, state, undefined, context.diagnostics);
      return { targetState: encodeValue(schema.type, state), targetIdentity };
    });
    return { ...(failed ? {} : value), diagnostics };
  };
