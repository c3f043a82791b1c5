import type { GetProviderSchema_Response } from '../../protocol/provider.gen.js';
import { DiagnosticError } from '../diagnostics.js';
import type { ProviderServer } from '../provider-server.js';
import type { ProviderTypes } from '../provider-types.js';
import { checkSchema } from '../schema/check.js';
import { type CompiledSchema, compileSchema } from '../schema/compiled.js';
import { schemaToWire } from '../schema/wire.js';
import { SERVER_CAPABILITIES } from './capabilities.js';
import type { Rpc } from './rpc.js';

type Schemas = Pick<GetProviderSchema_Response, 'provider' | 'resourceSchemas' | 'dataSourceSchemas'>;

/** All schemas, made once and checked: a fault in one is told here, by name, before core refuses the provider. */
export const getProviderSchema = (server: ProviderServer): Rpc<'getProviderSchema'> => {
  let made: Schemas | undefined;
  return async (_request, call) => {
    const { value, diagnostics } = await server.run(call, async (_context, _scope, types) => {
      made ??= makeSchemas(types);
      return made;
    });
    const none = { provider: undefined, resourceSchemas: {}, dataSourceSchemas: {} };
    return { serverCapabilities: SERVER_CAPABILITIES, diagnostics, ...(value ?? none) };
  };
};

function makeSchemas(types: ProviderTypes): Schemas {
  const { provider } = types;
  const faults: string[] = [];
  const made = (name: string, kind: Parameters<typeof checkSchema>[1], { schema }: CompiledSchema, version = 0) => {
    faults.push(...checkSchema(schema, kind).map((fault) => `${name}: ${fault}`));
    return schemaToWire(schema, version);
  };
  const resources = Object.keys(provider.resources).map((name) => {
    const { schema, version } = types.resource(name);
    return [name, made(name, 'resource', schema, version)] as const;
  });
  const dataSources = Object.keys(provider.dataSources ?? {}).map((name) => {
    return [name, made(name, 'data source', types.dataSource(name).schema)] as const;
  });
  const schemas = {
    provider: made('provider', 'provider', compileSchema(provider.schema)),
    resourceSchemas: Object.fromEntries(resources),
    dataSourceSchemas: Object.fromEntries(dataSources),
  };
  if (faults.length > 0) throw new DiagnosticError('The provider has faulty schemas', { detail: faults.join('\n') });
  return schemas;
}
