import type { ObjectValue } from '../../cty/value.js';
import type { ProviderServer } from '../provider-server.js';
import { validateConfig } from '../validate/validate-config.js';
import { decodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

export const validateResourceConfig =
  (server: ProviderServer): Rpc<'validateResourceConfig'> =>
  async (request, call) => {
    const { diagnostics } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.resource(request.typeName);
      scope.type = schema.type;
      const config = decodeValue(schema.type, request.config);
      const writeOnlyAllowed = request.clientCapabilities?.writeOnlyAttributesAllowed ?? false;
      validateConfig(schema, config, context.diagnostics, { writeOnlyAllowed });
      const resource = await load();
      await resource.validate?.(config as ObjectValue, context);
    });
    return { diagnostics };
  };
