import type * as wire from '../../protocol/function.gen.js';
import { StringKind } from '../../protocol/schema.gen.js';
import type { Parameter, ProviderFunction } from '../function.js';
import { typeToWire } from './types.js';

/** A function as core wants it. */
export function functionToWire(definition: ProviderFunction): wire.FunctionMessage {
  const { parameters, variadic, returns, summary = '', description = '', deprecated = '' } = definition;
  return {
    parameters: parameters.map(parameterToWire),
    variadicParameter: variadic && parameterToWire(variadic),
    return: { type: typeToWire(returns) },
    summary,
    description,
    descriptionKind: StringKind.MARKDOWN,
    deprecationMessage: deprecated,
  };
}

function parameterToWire({ name, type, description = '', nullable, unknowns }: Parameter): wire.Function_Parameter {
  return {
    name,
    type: typeToWire(type),
    allowNullValue: nullable === true,
    allowUnknownValues: unknowns === true,
    description,
    descriptionKind: StringKind.MARKDOWN,
  };
}
