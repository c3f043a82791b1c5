export { type Answering, direct } from './direct.js';
export { FAULTS, type Fault } from './faults.js';
export type { Law, Verdict } from './law.js';
export { LAWS } from './laws/index.js';
export { runSuite, type SuiteOptions, type SuiteResult } from './suite.js';
