export { Expression, hclBody, hclValue } from '../hcl/hcl.js';
export { type Kept, keepPages } from './keep-pages.js';
export { makePages, type Pages } from './make-pages.js';
export type {
  AttributeFacts,
  AttributesFacts,
  FunctionFacts,
  ProviderSchema,
  ResourceFacts,
  SchemaFacts,
} from './provider-schema.js';
export { readFiles } from './read-files.js';
export { readSchema } from './read-schema.js';
export { schemaOf } from './schema-of.js';
export type { Files } from './template.js';
