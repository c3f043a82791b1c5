export { type CompileOptions, compileProgram } from './compile.js';
export { COMPILED_PLATFORMS } from './targets.js';
