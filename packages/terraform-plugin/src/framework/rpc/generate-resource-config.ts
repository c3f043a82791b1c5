import { conform } from '../../cty/conform.js';
import { formatPath } from '../../cty/path.js';
import type { ObjectValue } from '../../cty/value.js';
import { blocksFilled } from '../plan/blocks.js';
import { overlay } from '../plan/overlay.js';
import { writtenAs } from '../plan/written-as.js';
import type { ProviderServer } from '../provider-server.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Writes a configuration for what was imported. Core writes one itself where this is not offered, and guesses at what may stand in it. */
export const generateResourceConfig =
  (server: ProviderServer): Rpc<'generateResourceConfig'> =>
  async (request, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, scope, types) => {
      const { schema, load } = types.resources.get(request.typeName);
      scope.type = schema.type;
      const state = decodeValue(schema.type, request.state);
      const config = writtenAs(schema, state);
      const { generateConfig } = await load();
      const given = await generateConfig?.(state as ObjectValue, config as ObjectValue, context);
      if (given === undefined) return encodeValue(schema.type, config);
      const whole = conform(
        schema.type,
        overlay(schema.attributes, config, given),
        ({ at, message }) => {
          const detail = 'The provider generated this: please report it to its authors.';
          context.diagnostics.error(`${formatPath(at)} ${message}`, { at, detail });
        },
        false,
      );
      return encodeValue(schema.type, blocksFilled(schema, whole));
    });
    return { config: failed ? undefined : value, diagnostics };
  };
