import { conform } from '../../cty/conform.js';
import { fromJson } from '../../cty/json.js';
import type { Json } from '../../cty/json-text.js';
import { formatPath } from '../../cty/path.js';
import type { CallContext } from '../context.js';
import { DiagnosticError } from '../diagnostics.js';
import { blocksFilled } from '../plan/blocks.js';
import type { ProviderServer } from '../provider-server.js';
import type { LoadableResource } from '../provider-types.js';
import { readRaw } from '../wire/raw.js';
import { encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Runs at every refresh, for every resource, so a state of the present version loads no code of the resource. */
export const upgradeResourceState =
  (server: ProviderServer): Rpc<'upgradeResourceState'> =>
  async (request, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const loadable = types.resources.get(request.typeName);
      const { schema } = loadable;
      scope.type = schema.type;
      scope.typeName = request.typeName;
      const stored = readRaw(request.rawState, 'state');
      const current =
        request.version === loadable.version ? stored : await upgrade(loadable, request.version, stored, context);
      const misfit = ({ at, message }: { at: readonly (string | number)[]; message: string }): void => {
        context.diagnostics.error(`The stored ${request.typeName} does not fit: ${formatPath(at)} ${message}`, { at });
      };
      const shaped = current === stored ? fromJson(schema.type, stored, misfit) : current;
      return encodeValue(schema.type, blocksFilled(schema, conform(schema.type, shaped, misfit, false)));
    });
    return { upgradedState: failed ? undefined : value, diagnostics };
  };

async function upgrade(
  { typeName, version: current, load }: LoadableResource,
  version: number,
  state: { [key: string]: Json },
  context: CallContext,
): Promise<{ [key: string]: unknown }> {
  if (version > current) {
    throw new DiagnosticError(`This ${typeName} was stored by a newer version of the provider`, {
      detail: `Its schema is version ${version}; this provider knows ${current}. Upgrade the provider.`,
    });
  }
  const resource = await load();
  if (resource.upgrade) return resource.upgrade({ version, state }, context);
  throw new DiagnosticError(`This ${typeName} was stored in schema version ${version}, which cannot be upgraded`);
}
