export { Expression, hclBody, hclValue } from '../hcl/hcl.js';
export type {
  AttributeFacts,
  AttributesFacts,
  FunctionFacts,
  ProviderSchema,
  ResourceFacts,
  SchemaFacts,
} from '../provider-schema/provider-schema.js';
export { readSchema } from '../provider-schema/read-schema.js';
export { schemaOf } from '../provider-schema/schema-of.js';
export { terraformSchema } from '../provider-schema/terraform-schema.js';
export { type Kept, keepPages } from './keep-pages.js';
export { makePages, type Pages } from './make-pages.js';
export { readFiles } from './read-files.js';
export type { Files } from './template.js';
