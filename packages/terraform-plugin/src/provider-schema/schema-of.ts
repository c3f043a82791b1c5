import { Decimal } from '../cty/decimal.js';
import { Dynamic } from '../cty/dynamic.js';
import type { Json } from '../cty/json-text.js';
import type { Value } from '../cty/value.js';
import type { Provider } from '../framework/provider.js';
import { type Loadable, ProviderTypes } from '../framework/provider-types.js';
import { makeSchemas } from '../framework/rpc/get-provider-schema.js';
import type { Attribute, Attributes, Schema } from '../framework/schema/attribute.js';
import { compileSchema } from '../framework/schema/compiled.js';
import { flagsOf, hasDefault } from '../framework/schema/flags.js';
import type { AttributeFacts, AttributesFacts, ProviderSchema, SchemaFacts } from './provider-schema.js';

/**
 * What a provider offers. Knows more than the protocol tells: defaults, what replaces, and how each resource is imported.
 *
 * @throws DiagnosticError that names every fault of its schemas
 */
export async function schemaOf(provider: Provider, address: string): Promise<ProviderSchema> {
  const types = new ProviderTypes(provider);
  makeSchemas(types);
  const { resources, functions = {} } = provider;
  const imports = Object.keys(resources).map(async (typeName) => {
    const { schema, version, identity, load } = types.resources.get(typeName);
    const code = await load();
    const told = {
      ...facts(schema.schema),
      version,
      ...(identity ? { identity: identity.schema } : {}),
      importsById: code.import !== undefined,
      importsByIdentity: identity !== undefined && code.importIdentity !== undefined,
    };
    return [typeName, told] as const;
  });
  return {
    address,
    provider: facts(compileSchema(provider.schema).schema),
    resources: Object.fromEntries(await Promise.all(imports)),
    dataSources: allOf(types.dataSources),
    ephemeralResources: allOf(types.ephemeralResources),
    listResources: allOf(types.listResources),
    actions: allOf(types.actions),
    functions: Object.fromEntries(Object.entries(functions).map(([name, { run, ...told }]) => [name, told])),
  };
}

type Sort = { readonly names: string[]; get(typeName: string): Loadable<unknown> };

function allOf(sort: Sort): { [typeName: string]: SchemaFacts } {
  return Object.fromEntries(sort.names.map((name) => [name, facts(sort.get(name).schema.schema)]));
}

function facts({ description, deprecated, attributes }: Schema): SchemaFacts {
  return { ...given({ description, deprecated }), attributes: attributesFacts(attributes) };
}

function attributesFacts(attributes: Attributes): AttributesFacts {
  return Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, attributeFacts(attribute)]));
}

function attributeFacts(attribute: Attribute): AttributeFacts {
  const { sensitive, writeOnly, description, deprecated, requiresReplace } = attribute;
  return {
    ...('nested' in attribute
      ? {
          nested: attribute.nested,
          ...(attribute.block ? { block: true } : {}),
          attributes: attributesFacts(attribute.attributes),
        }
      : { type: attribute.type }),
    ...flagsOf(attribute),
    ...given({ sensitive, writeOnly, description, deprecated }),
    ...(hasDefault(attribute) ? { default: plain(attribute.default as Value) } : {}),
    ...(requiresReplace ? { replaces: requiresReplace === true ? 'always' : 'sometimes' } : {}),
  };
}

/** A default as a person reads it: without the type that a dynamic carries. */
function plain(value: Value): Json {
  if (value instanceof Dynamic) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner as Value)]));
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(facts: T): Given<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Given<T>;
}
