export { type BuildOptions, buildProgram } from './build.js';
export { COMPILED_PLATFORMS, type CompileOptions, compileProgram } from './compile/index.js';
export { layMirror, type Mirror, type MirrorOptions, mirrorRelease } from './mirror.js';
export { platformOf, SCRIPT_PLATFORMS } from './platforms.js';
export type { Packaged } from './provider-files.js';
export { makeRelease, type Release, type ReleaseOptions } from './release.js';
