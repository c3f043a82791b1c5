export { Decimal } from './cty/decimal.js';
export { Dynamic } from './cty/dynamic.js';
export type { Json } from './cty/json-text.js';
export { whollyKnown } from './cty/known.js';
export { formatPath, type Path } from './cty/path.js';
export type { Type } from './cty/type.js';
export { isUnknown, UNKNOWN, type Unknown } from './cty/unknown.js';
export type { NumberValue, ObjectValue, Value } from './cty/value.js';
export { type Action, defineAction, type InvokeContext, type LazyAction } from './framework/action.js';
export type {
  ApplyContext,
  CallContext,
  ClientContext,
  ConfigureContext,
  DeferReason,
  Deferrable,
  PlanContext,
  ReadContext,
  ResourceContext,
} from './framework/context.js';
export { type DataSource, defineDataSource, type LazyDataSource } from './framework/data-source.js';
export { type Diagnostic, type DiagnosticDetails, DiagnosticError, Diagnostics } from './framework/diagnostics.js';
export {
  defineEphemeralResource,
  type EphemeralContext,
  type EphemeralResource,
  type LazyEphemeralResource,
  type OpenContext,
  type RenewContext,
} from './framework/ephemeral-resource.js';
export {
  type ArgumentsOf,
  defineFunction,
  type FunctionContext,
  FunctionError,
  type Parameter,
  type ProviderFunction,
} from './framework/function.js';
export type { Identity, IdentityAttribute, IdentitySchema } from './framework/identity.js';
export {
  attributesFromJsonSchema,
  type JsonSchemaOptions,
  typeFromJsonSchema,
} from './framework/json-schema/attributes.js';
export {
  defineListResource,
  type LazyListResource,
  type ListContext,
  type Listed,
  type ListResource,
} from './framework/list-resource.js';
export type { PrivateState } from './framework/private-state.js';
export { defineProvider, type Provider } from './framework/provider.js';
export {
  type CreateInput,
  defineResource,
  type LazyResource,
  type MoveSource,
  type PlanInput,
  type Resource,
  type UpdateInput,
} from './framework/resource.js';
export type {
  Attribute,
  AttributeOptions,
  Attributes,
  Fault,
  NestedAttribute,
  Nesting,
  Schema,
  SchemaSource,
  Validator,
  ValueAttribute,
} from './framework/schema/attribute.js';
export { attr, defineSchema } from './framework/schema/builders.js';
export type { ConfigOf, PlannedOf, PlanOf, SettingsOf, StateOf, ValueOf } from './framework/schema/infer.js';
export { same } from './framework/schema/same.js';
export { type Operation, type Timeouts, timeouts } from './framework/timeouts.js';
export { anyOf, each, keys, unique } from './framework/validate/elements.js';
export {
  atLeastOneOf,
  conflicting,
  exactlyOneOf,
  type Rule,
  requiredTogether,
  requires,
  rules,
} from './framework/validate/rules.js';
export { between, lengthBetween, noneOf, oneOf, pattern, sizeBetween } from './framework/validate/validators.js';
export type { Logger, LogLevel } from './goplugin/log.js';
export { type ServeOptions, serve } from './serve.js';
