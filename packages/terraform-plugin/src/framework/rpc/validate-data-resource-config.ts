import type { ObjectValue } from '../../cty/value.js';
import type { ProviderServer } from '../provider-server.js';
import { validateConfig } from '../validate/validate-config.js';
import { decodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

export const validateDataResourceConfig =
  (server: ProviderServer): Rpc<'validateDataResourceConfig'> =>
  async (request, call) => {
    const { diagnostics } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.dataSource(request.typeName);
      scope.type = schema.type;
      const config = decodeValue(schema.type, request.config);
      validateConfig(schema, config, context.diagnostics);
      const source = await load();
      await source.validate?.(config as ObjectValue, context);
    });
    return { diagnostics };
  };
