/** What a Terraform plan or state is, at which cloud, under whose control, by which evidence, and what it costs. */
export { inModelWords } from './input/model-words.js';
export { readInput } from './input/read.js';
export type { Action, Facts, Input, Resource } from './input/resource.js';
export { type AssembleOptions, assemble } from './model/assemble.js';
export { hasNoCloudYet, mayMove } from './model/moves.js';
export {
  type Amount,
  type CandidateReport,
  type CloudReport,
  type Evidence,
  Report,
  type ResourceReport,
  SCHEMA,
  type Sum,
} from './model/schema.js';
export { toCycloneDx } from './render/cyclonedx.js';
export { toHtml } from './render/html/index.js';
