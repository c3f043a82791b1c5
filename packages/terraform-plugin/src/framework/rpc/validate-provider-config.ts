import type { ObjectValue } from '../../cty/value.js';
import type { ProviderServer } from '../provider-server.js';
import { compileSchema } from '../schema/compiled.js';
import { validateConfig } from '../validate/validate-config.js';
import { decodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

export const validateProviderConfig =
  (server: ProviderServer): Rpc<'validateProviderConfig'> =>
  async (request, call) => {
    const { diagnostics } = await server.run(call, async (context, scope, { provider }) => {
      const schema = compileSchema(provider.schema);
      scope.type = schema.type;
      const config = decodeValue(schema.type, request.config);
      if (!validateConfig(schema, config, context.diagnostics)) return;
      await provider.validate?.(config as ObjectValue, context);
    });
    return { diagnostics };
  };
