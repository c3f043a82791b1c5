import type { Parameter } from '../framework/function.js';
import type { IdentitySchema } from '../framework/identity.js';
import type {
  AttributeFacts,
  AttributesFacts,
  FunctionFacts,
  ProviderSchema,
  ResourceFacts,
  SchemaFacts,
} from './provider-schema.js';

/**
 * What `terraform providers schema -json` says of a provider: what CDKTF's generators, tfplugindocs and editors read. Without Terraform; in
 * the form of the newest, an older one leaves out what it does not know.
 *
 * @example
 * const schema = terraformSchema(await schemaOf(provider, 'registry.terraform.io/acme/thing'));
 */
export function terraformSchema(schema: ProviderSchema): object {
  const { resources } = schema;
  const identities = Object.entries(resources).flatMap(([name, { identity }]) =>
    identity ? [[name, identitySchema(identity)] as const] : [],
  );
  const provider = {
    provider: oneSchema(schema.provider),
    ...filled('resource_schemas', all(resources)),
    ...filled('data_source_schemas', all(schema.dataSources)),
    ...filled('ephemeral_resource_schemas', all(schema.ephemeralResources)),
    ...filled('list_resource_schemas', all(schema.listResources)),
    ...filled('functions', mapValues(schema.functions, signature)),
    ...filled('resource_identity_schemas', Object.fromEntries(identities)),
    ...filled(
      'action_schemas',
      mapValues(schema.actions, (action) => ({ block: blockOf(action) })),
    ),
  };
  return { format_version: '1.0', provider_schemas: { [schema.address]: provider } };
}

function all(schemas: { readonly [typeName: string]: SchemaFacts }): object {
  return mapValues(schemas, oneSchema);
}

function oneSchema(schema: SchemaFacts): object {
  const { version = 0 } = schema as Partial<ResourceFacts>;
  return { version, block: blockOf(schema) };
}

function blockOf({ description, deprecated, attributes }: SchemaFacts): object {
  return {
    ...filled('attributes', attributesOf(attributes)),
    ...filled('block_types', blockTypesOf(attributes)),
    ...(description ? { description } : {}),
    description_kind: 'markdown',
    ...deprecation(deprecated),
  };
}

/** Why stands beside it since Terraform 1.15 and OpenTofu 1.12. */
function deprecation(why: string | undefined): object {
  return why === undefined ? {} : { deprecated: true, ...(why ? { deprecation_message: why } : {}) };
}

function attributesOf(attributes: AttributesFacts): object {
  return mapValues(only(attributes, false), attributeOf);
}

function blockTypesOf(attributes: AttributesFacts): object {
  return mapValues(only(attributes, true), ({ nested, attributes: inner = {}, ...facts }) => ({
    nesting_mode: nested,
    block: blockOf({ ...facts, attributes: inner }),
  }));
}

function only(attributes: AttributesFacts, blocks: boolean): AttributesFacts {
  return Object.fromEntries(Object.entries(attributes).filter(([, { block = false }]) => block === blocks));
}

function attributeOf({ type, nested, attributes = {}, ...facts }: AttributeFacts): object {
  const { description, deprecated, required, optional, computed, sensitive, writeOnly } = facts;
  return {
    ...(nested ? { nested_type: { attributes: attributesOf(attributes), nesting_mode: nested } } : { type }),
    ...(description ? { description } : {}),
    description_kind: 'markdown',
    ...deprecation(deprecated),
    ...said({ required, optional, computed, sensitive, write_only: writeOnly }),
  };
}

function signature({ summary, description, deprecated, parameters, variadic, returns }: FunctionFacts): object {
  return {
    ...(description ? { description } : {}),
    ...(summary ? { summary } : {}),
    ...(deprecated ? { deprecation_message: deprecated } : {}),
    return_type: returns,
    ...(parameters.length > 0 ? { parameters: parameters.map(parameter) } : {}),
    ...(variadic ? { variadic_parameter: parameter(variadic) } : {}),
  };
}

function parameter({ name, description, nullable, type }: Parameter): object {
  return { name, ...(description ? { description } : {}), ...said({ is_nullable: nullable }), type };
}

function identitySchema({ version = 0, attributes }: IdentitySchema): object {
  const told = mapValues(attributes, ({ type, description, optionalForImport }) => ({
    type,
    ...(description ? { description } : {}),
    [optionalForImport ? 'optional_for_import' : 'required_for_import']: true,
  }));
  return { version, attributes: told };
}

/** Only what holds is written. */
function said(flags: { readonly [name: string]: boolean | undefined }): object {
  return Object.fromEntries(Object.entries(flags).filter(([, holds]) => holds));
}

function filled(name: string, value: object): object {
  return Object.keys(value).length > 0 ? { [name]: value } : {};
}

function mapValues<T>(object: { readonly [key: string]: T }, change: (value: T) => object): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
