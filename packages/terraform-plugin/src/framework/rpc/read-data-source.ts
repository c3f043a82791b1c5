import type { ObjectValue } from '../../cty/value.js';
import { lookedUp } from '../apply/looked-up.js';
import { Deferral } from '../deferral.js';
import { forecast } from '../plan/plan.js';
import { propose } from '../plan/propose.js';
import type { ProviderServer } from '../provider-server.js';
import { metaOf } from '../wire/meta.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Looks something up; defaults are filled in before, what is left out is as configured. */
export const readDataSource =
  (server: ProviderServer): Rpc<'readDataSource'> =>
  async (request, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.dataSources.get(request.typeName);
      Object.assign(scope, { type: schema.type, typeName: request.typeName });
      const written = decodeValue(schema.type, request.config);
      const later = () => encodeValue(schema.type, forecast(schema, { config: written, prior: null }));
      if (server.putOff) return { state: later(), deferred: server.putOff };
      const config = propose(schema, { config: written, prior: null });
      const source = await load();
      const deferral = new Deferral(request.clientCapabilities, context.diagnostics);
      const more = { meta: metaOf(types, request.providerMeta), ...deferral.hooks };
      const found = await source.read(config as ObjectValue, server.withClient(context, more));
      const { deferred } = deferral;
      if (deferred) return { state: later(), deferred };
      return { state: encodeValue(schema.type, lookedUp(schema, config, found, context.diagnostics)) };
    });
    return { ...(failed ? {} : value), diagnostics };
  };
