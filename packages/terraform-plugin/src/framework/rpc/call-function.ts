import { conform } from '../../cty/conform.js';
import { formatPath } from '../../cty/path.js';
import type { FunctionError as WireError } from '../../protocol/function.gen.js';
import { messageOf } from '../failure.js';
import { FunctionError, type Parameter } from '../function.js';
import type { ProviderServer } from '../provider-server.js';
import { decodeValue, encodeValue } from '../wire/values.js';
import type { Rpc } from './rpc.js';

/** Calls a function. It has no diagnostics: an error is one text, and perhaps the argument to blame. */
export const callFunction =
  (server: ProviderServer): Rpc<'callFunction'> =>
  async ({ name, arguments: wire }, call) => {
    try {
      const definition = (await server.types()).function(name);
      const { parameters, variadic, returns } = definition;
      const args = wire.map((value, index) => {
        const parameter: Parameter | undefined = parameters[index] ?? variadic;
        if (parameter === undefined) throw new FunctionError(`${name} takes ${parameters.length} arguments`);
        return decodeValue(parameter.type, value);
      });
      const { signal } = call;
      const given = await definition.run(args as never, { signal, log: server.log });
      const result = conform(returns, given, ({ at, message }) => {
        throw new FunctionError(`The result of ${name} does not fit: ${formatPath(at)} ${message}`.replace('  ', ' '));
      });
      return { result: encodeValue(returns, result) };
    } catch (error) {
      return { error: errorToWire(error) };
    }
  };

function errorToWire(error: unknown): WireError {
  const argument =
    error instanceof Error && error.name === 'FunctionError' ? (error as FunctionError).argument : undefined;
  return { text: messageOf(error), functionArgument: argument };
}
