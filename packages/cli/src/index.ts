export { EXIT } from './failure.js';
export { createProgram } from './program.js';
export { run } from './run.js';
