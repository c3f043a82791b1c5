import { conform } from '../../cty/conform.js';
import { formatPath } from '../../cty/path.js';
import { isUnknown } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';
import type { FunctionError as WireError } from '../../protocol/function.gen.js';
import { isFault, messageOf } from '../failure.js';
import { FunctionError, type Parameter } from '../function.js';
import type { ProviderServer } from '../provider-server.js';
import { nullElements } from '../validate/null-elements.js';
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
        const given = decodeValue(parameter.type, value);
        const fault = argumentFault(parameter, given);
        if (fault !== undefined) throw new FunctionError(fault, { argument: index });
        return given;
      });
      const { signal } = call;
      const given = await definition.run(args as never, { signal, log: server.log });
      const result = conform(returns, given, ({ at, message }) => {
        throw new FunctionError(`The result of ${name} does not fit: ${formatPath(at)} ${message}`.replace('  ', ' '));
      });
      return { result: encodeValue(returns, result) };
    } catch (error) {
      if (isFault(error)) server.log.error('a fault of the provider', { function: name, error });
      return { error: errorToWire(error) };
    }
  };

/** What is wrong with an argument that core lets through, and the types rule out. */
function argumentFault({ type, integer }: Parameter, given: Value): string | undefined {
  if (given === null || isUnknown(given)) return undefined;
  if (integer && !Number.isSafeInteger(given)) return 'a whole number is needed';
  return nullElements(type, given, []).length > 0 ? 'an element is null' : undefined;
}

function errorToWire(error: unknown): WireError {
  const argument =
    error instanceof Error && error.name === 'FunctionError' ? (error as FunctionError).argument : undefined;
  return { text: messageOf(error), functionArgument: argument };
}
