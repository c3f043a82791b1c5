export type { Surroundings } from './configure/surroundings.js';
export { layMirror, type Mirror, type MirrorOptions } from './mirror/index.js';
export { provider, providerIn } from './provider.js';
