import type { GetProviderSchema_Response } from '../../protocol/provider.gen.js';
import { DiagnosticError } from '../diagnostics.js';
import type { ProviderServer } from '../provider-server.js';
import type { ProviderTypes } from '../provider-types.js';
import type { Schema } from '../schema/attribute.js';
import { checkSchema, type SchemaKind } from '../schema/check.js';
import { checkFunction } from '../schema/check-function.js';
import { type CompiledSchema, compileSchema } from '../schema/compiled.js';
import { schemaToWire } from '../schema/wire.js';
import { functionToWire } from '../wire/functions.js';
import { SERVER_CAPABILITIES } from './capabilities.js';
import type { Rpc } from './rpc.js';

type Schemas = Omit<GetProviderSchema_Response, 'diagnostics' | 'serverCapabilities'>;

const NOTHING: Schema = { attributes: {} };

/** All schemas, made once and checked: a fault in one is told here, by name, before core refuses the provider. */
export const getProviderSchema = (server: ProviderServer): Rpc<'getProviderSchema'> => {
  let made: Schemas | undefined;
  return async (_request, call) => {
    const { value, diagnostics } = await server.run(call, async (_context, _scope, types) => {
      made ??= makeSchemas(types);
      return made;
    });
    return { serverCapabilities: SERVER_CAPABILITIES, diagnostics, ...value };
  };
};

/** @throws DiagnosticError that names every fault */
export function makeSchemas(types: ProviderTypes): Schemas {
  const { provider, meta } = types;
  const faults: string[] = [];
  const made = (name: string, kind: SchemaKind, { schema }: CompiledSchema, version = 0) => {
    const own = checkSchema(schema, kind).map((fault) => `${name}: ${fault}`);
    faults.push(...own);
    return schemaToWire(own.length > 0 ? NOTHING : schema, version);
  };
  type Sort = { readonly names: string[]; get(name: string): { schema: CompiledSchema; version?: number } };
  const all = (sort: Sort, kind: SchemaKind) =>
    Object.fromEntries(
      sort.names.map((name) => {
        const { schema, version } = sort.get(name);
        return [name, made(name, kind, schema, version)];
      }),
    );
  for (const name of types.listResources.names) {
    if (types.resources.names.includes(name) && types.resources.get(name).identity) continue;
    faults.push(`${name}: only a resource type that has an identity can be listed`);
  }
  const functions = Object.entries(provider.functions ?? {}).map(([name, one]) => {
    faults.push(...checkFunction(one).map((fault) => `${name}: ${fault}`));
    return [name, functionToWire(one)] as const;
  });
  const schemas: Schemas = {
    provider: made('provider', 'provider', compileSchema(provider.schema)),
    providerMeta: meta && made('provider_meta', 'provider meta', meta),
    resourceSchemas: all(types.resources, 'resource'),
    dataSourceSchemas: all(types.dataSources, 'data source'),
    ephemeralResourceSchemas: all(types.ephemeralResources, 'ephemeral resource'),
    listResourceSchemas: all(types.listResources, 'list resource'),
    actionSchemas: Object.fromEntries(
      Object.entries(all(types.actions, 'action')).map(([name, schema]) => [name, { schema }]),
    ),
    functions: Object.fromEntries(functions),
  };
  if (faults.length > 0) throw new DiagnosticError('The provider has faulty schemas', { detail: faults.join('\n') });
  return schemas;
}
