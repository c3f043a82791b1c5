import type { ObjectValue } from '../../cty/value.js';
import { lookedUp } from '../apply/looked-up.js';
import { Deferral } from '../deferral.js';
import { propose } from '../plan/propose.js';
import { PrivateState } from '../private-state.js';
import type { ProviderServer } from '../provider-server.js';
import { Renewal } from '../renewal.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Opens it for the length of a run. */
export const openEphemeralResource =
  (server: ProviderServer): Rpc<'openEphemeralResource'> =>
  async (request, call) => {
    if (server.putOff) return { deferred: server.putOff };
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.ephemeralResources.get(request.typeName);
      Object.assign(scope, { type: schema.type, typeName: request.typeName });
      const config = propose(schema, { config: decodeValue(schema.type, request.config), prior: null });
      const privateState = PrivateState.decode(new Uint8Array(0));
      const deferral = new Deferral(request.clientCapabilities, context.diagnostics);
      const renewal = new Renewal();
      const more = { privateState, renewAt: renewal.renewAt, ...deferral.hooks };
      const resource = await load();
      const opened = await resource.open(config as ObjectValue, server.withClient(context, more));
      const { deferred } = deferral;
      if (deferred) return { deferred };
      const result = encodeValue(schema.type, lookedUp(schema, config, opened, context.diagnostics));
      return { result, renewAt: renewal.at, private: Buffer.from(privateState.encode()) };
    });
    return { ...(failed ? {} : value), diagnostics };
  };
