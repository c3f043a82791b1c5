export { layMirror, type Mirror, type MirrorOptions } from './mirror/index.js';
export { provider } from './provider.js';
