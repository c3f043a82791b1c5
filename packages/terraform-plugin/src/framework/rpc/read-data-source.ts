import type { ObjectValue } from '../../cty/value.js';
import { stateOf } from '../apply/result.js';
import { overlay } from '../plan/overlay.js';
import { propose } from '../plan/propose.js';
import type { ProviderServer } from '../provider-server.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Looks something up; defaults are filled in before, what is left out is as configured. */
export const readDataSource =
  (server: ProviderServer): Rpc<'readDataSource'> =>
  async (request, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.dataSource(request.typeName);
      scope.type = schema.type;
      const written = decodeValue(schema.type, request.config);
      const config = propose(schema, { config: written, prior: null });
      const source = await load();
      const found = await source.read(config as ObjectValue, server.withClient(context, {}));
      return encodeValue(
        schema.type,
        stateOf(schema, overlay(schema.attributes, config, found), config, context.diagnostics),
      );
    });
    return { state: failed ? undefined : value, diagnostics };
  };
