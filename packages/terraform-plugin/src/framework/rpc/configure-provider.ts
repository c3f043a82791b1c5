import { unknownPaths } from '../../cty/known.js';
import type { ObjectValue } from '../../cty/value.js';
import { Deferral } from '../deferral.js';
import type { ProviderServer } from '../provider-server.js';
import { compileSchema } from '../schema/compiled.js';
import { decodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Makes the client. A process that is attached to is configured anew for each command. */
export const configureProvider =
  (server: ProviderServer): Rpc<'configureProvider'> =>
  async (request, call) => {
    const { diagnostics } = await server.run(call, async (context, scope, { provider }) => {
      const schema = compileSchema(provider.schema);
      scope.type = schema.type;
      const config = decodeValue(schema.type, request.config) as ObjectValue;
      const { terraformVersion, clientCapabilities } = request;
      const deferral = new Deferral(clientCapabilities, context.diagnostics, unknownPaths(config));
      const client = await provider.configure(config, Object.assign(context, { terraformVersion }, deferral.hooks));
      if (!context.diagnostics.hasErrors) server.configured(client, deferral.deferred);
    });
    return { diagnostics };
  };
